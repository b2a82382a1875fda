const tests = "it runs the tests themselves";
const hours = "it takes minutes to hours, for people to start";
const registry = "the package is in no registry yet; test/e2e installs it from a file";
const network = "it is about a network that is not here; test/outbound has proxies of its own";
const shell = "it changes the shell it is given in; test/cli/completion completes in each shell that is there";
const organisation = "test/cli/tokens does so, for an organisation of its own";

/** The commands in blocks of documents that no test runs as they stand, each with the reason. */
export const notRun: Readonly<Record<string, string>> = {
  "npm test": tests,
  "npm run set-up": "it is what the tests begin with",
  "npm run demo": "npm run first-output does so in a fresh clone; test/e2e runs what the demo runs",
  "WRITE_STATE_FIXTURE=true npx vitest run --project e2e test/e2e/upgrade.test.ts": tests,
  "npm run bench": hours,
  "npm run bench -- --quick": hours,
  "npm run bench -- --size 50x30 --latency 20": hours,
  "pulumi new ../pulumi-jira-access/templates/typescript": registry,
  "npm install pulumi-jira-access": registry,
  "export HTTPS_PROXY=http://USER:PASSWORD@webproxy.your-company.example:8080": network,
  "export NODE_EXTRA_CA_CERTS=/etc/ssl/certs/your-company.pem": network,
  "export no_grpc_proxy=127.0.0.1": network,
  "source <(jira-access completion zsh)": shell,
  "jira-access completion fish | source": shell,
  "jira-access record --user release-notes --out monday.json -- npm run sync": "it takes a script of the reader's own",
  "jira-access record --har session.har --log access.jsonl --json": "test/cli/record reads such files",
  "jira-access record --user release-notes --out monday.json -- node release-notes.js":
    "what it prints is one integration's; the same command of the help is run",
  "npx pulumi cancel --yes --stack production":
    "it takes away the lock of a run that is dead, and none is killed for it",
  "npx jira-access up production --yes": "it is given after that; test/e2e/cut-short applies again after a kill",
  "jira-access tokens": organisation,
  "jira-access tokens --policy tokens.yaml": organisation,
  "jira-access tokens --stack production": organisation,
  "jira-access tokens --format sarif > tokens.sarif": organisation,
  'jira-access tokens --revoke 1f0c --confirm "old deploy token"': organisation,
  "jira-access emulate --port 8080": "that of docs/emulator.md is run",
  "jira-access emulate --json --seed site.yaml --limits":
    "it serves until it is stopped; test/emulator/emulate starts it",
};
