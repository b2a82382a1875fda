/** What each shell is to run so that it completes `jira-access`; files are offered where the command offers nothing. */
export const scripts = {
  bash: `_jira_access() {
  local IFS=$'\\n'
  COMPREPLY=($(jira-access completion bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _jira_access jira-access
`,
  zsh: `#compdef jira-access
_jira_access() {
  local -a found
  found=(\${(f)"$(jira-access completion zsh -- "\${(@)words[2,CURRENT]}" 2>/dev/null)"})
  (( \${#found} )) && compadd -a found || _files
}
compdef _jira_access jira-access
`,
  fish: `function __jira_access
  set -l words (commandline -opc)
  set -e words[1]
  set -l begun (commandline -ct)
  set -l found (jira-access completion fish -- $words "$begun" 2>/dev/null)
  if test (count $found) -gt 0
    printf '%s\\n' $found
  else
    __fish_complete_path "$begun"
  end
end
complete -c jira-access -f -a '(__jira_access)'
`,
} as const;
