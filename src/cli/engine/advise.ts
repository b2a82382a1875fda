/** What to do about what the Pulumi CLI says most often, where it does not say so itself or means something else. */
const advice: readonly (readonly [RegExp, string])[] = [
  [
    /no Pulumi\.yaml project file|pass the fully qualified name/,
    "Run it where the Pulumi project's Pulumi.yaml stands",
  ],
  [/no stack selected/, "Name the stack, or select one: pulumi stack select NAME"],
  [
    /no stack named|stack '.*' not found/,
    "Make it with pulumi stack init NAME; pulumi stack ls lists those that are there",
  ],
  [/passphrase/, "Set PULUMI_CONFIG_PASSPHRASE, or PULUMI_CONFIG_PASSPHRASE_FILE"],
  [/PULUMI_ACCESS_TOKEN|not logged in/, "Say where states are kept: pulumi login, or PULUMI_BACKEND_URL"],
  [
    /Downloading pulumi[\s\S]*fetch failed/,
    "npm run set-up brings the Pulumi CLI; behind a proxy, set HTTPS_PROXY first",
  ],
  [/currently locked/, "Wait for the other run; pulumi cancel ends one that was killed"],
];

/** Its own advice where it finds no project, which is meant for those who begin one. */
const newProject = / \(searching upwards from .*\)\. If you have not created a project yet, .*/;

/** What the Pulumi CLI says, with what to do about it where that is known. */
export function withAdvice(said: string): string {
  const known = advice.find(([pattern]) => pattern.test(said));
  return known === undefined ? said : `${said.replace(newProject, "")}\n${known[1]}.`;
}
