import { basename } from "node:path";
import { Argument, Command } from "commander";
import { stackFiles } from "../stack/stack-files.js";
import { completeWords } from "./completion/complete-words.js";
import { scripts } from "./completion/scripts.js";
import { printFile, printOut } from "./terminal/print-out.js";

const examples = `
Examples:
  source <(jira-access completion bash)            in ~/.bashrc
  source <(jira-access completion zsh)             in ~/.zshrc, after compinit
  jira-access completion fish | source             in ~/.config/fish/config.fish
  jira-access completion bash -- drift --format "" what may stand at the end of that

Exit code: 0.`;

/**
 * The verb `completion`: prints what makes a shell complete this command, or the completions of some words.
 * @param loadProgram gives the command with all its verbs.
 */
export function completionCommand(loadProgram: () => Promise<Command>): Command {
  return new Command("completion")
    .description("print the script by which a shell completes verbs, options and stacks")
    .addArgument(new Argument("<shell>", "which shell").choices(Object.keys(scripts)))
    .argument("[words...]", "words to complete, the last one as far as it is typed")
    .addHelpText("after", examples)
    .action(async (shell: keyof typeof scripts, words: readonly string[]) => {
      if (words.length === 0) printFile(scripts[shell]);
      else {
        const stacks = stackFiles().map((file) => basename(file, ".yaml"));
        for (const word of completeWords(await loadProgram(), words, stacks)) printOut(word);
      }
    });
}
