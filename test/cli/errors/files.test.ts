import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { login, type Refusal, runRefused } from "./refusal.js";

const refusals: readonly Refusal[] = [
  ["validate nope", "stacks/nope.yaml:1:1: no such file; stacks here: web"],
  ["validate folder/", "folder/:1:1: a folder, not a file; name a file in it"],
  [
    "validate broken.yaml",
    "broken.yaml:2:1: not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]; indent it like the lines beside it, with two spaces for each level",
  ],
  ["compare nope web", "stacks/nope.yaml:1:1: no such file; stacks here: web"],
  [
    "compare web --base main",
    "main:stacks/web.yaml:1:1: no such commit here; run it in the repository, and fetch what a shallow clone lacks",
  ],
  ["adopt --backup broken.json", "broken.json: there is a file of that name already; name another"],
  ["adopt --backup nowhere/x.json", "nowhere/x.json: there is no such folder; make it, or name another"],
  ["restore nope.json", "nope.json: no such file; check the path"],
  ["restore folder", "folder: a folder, not a file; name a file in it"],
  ["restore broken.json", "broken.json:2:3: not valid JSON; name a file that jira-access adopt --backup wrote"],
  [
    "restore empty.json",
    "empty.json: no backup: formatVersion: Invalid input: expected 1; name a file that jira-access adopt --backup wrote",
  ],
  [
    "restore elsewhere.json",
    "elsewhere.json was taken from https://other.example, not from http://127.0.0.1:9, where its ids mean nothing: set JIRA_URL to the first",
    login,
  ],
  ["record --har nope.har", "nope.har: no such file; check the path"],
  ["record --har broken.json", "broken.json:2:3: not valid JSON; name a HAR file as browsers save them"],
  [
    "record --har empty.json",
    "empty.json: log: Invalid input: expected object, received undefined; name a HAR file as browsers save them",
  ],
  ["record --log access.log", "access.log:2:1: not valid JSON; each line is JSON with method, path or url, and status"],
  [
    "record --recording empty.json",
    "empty.json: version: Invalid input: expected 1; name a file that jira-access record --out wrote",
  ],
  ["record --log access.log --out nowhere/x", "nowhere/x: there is no such folder; make it, or name another"],
  ["record --out empty.json -- true", "empty.json: there is a file of that name already; name another"],
  ["unused web nope.json", "nope.json: no such file; check the path"],
  ["tokens --policy nope.yaml", "nope.yaml:1:1: no such file; check the path"],
  [
    "tokens --policy other.yaml",
    `other.yaml:1:1: accounts: unknown property "accounts"; expected inactiveDays, neverUsedDays, expiresWithinDays or allowedScopes
other.yaml:4:1: plan: unknown property "plan"; expected inactiveDays, neverUsedDays, expiresWithinDays or allowedScopes`,
  ],
  ["tokens --stack nope", "stacks/nope.yaml:1:1: no such file; stacks here: web"],
  ["scopes lint nope.yml", "nope.yml:1:1: no such file; check the path"],
  ["scopes lint folder", "folder:1:1: a folder, not a file; name a file in it"],
  [
    "scopes lint broken.yaml",
    "broken.yaml:2:1: not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]",
  ],
  [
    "scopes lint empty.json",
    "empty.json:1:1: it has no list of scopes; name a Forge manifest with permissions.scopes, or a list",
  ],
  ["scopes lint broken.json --stack web --user x", "stacks/web.yaml:1:1: it has no integration user x; there are: bot"],
  ["report --out nowhere/x.html", "nowhere/x.html: there is no such folder; make it, or name another"],
  ["emulate --seed nope.yaml", "nope.yaml: no such file; check the path"],
  ["emulate --seed folder", "folder: a folder, not a file; name a file in it"],
  [
    "emulate --seed broken.yaml",
    "broken.yaml:2:1: not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]",
  ],
  [
    "emulate --seed other.yaml",
    `other.yaml:4:7: plan: Invalid option: expected one of "free"|"standard"|"premium"|"enterprise"
other.yaml:2:5: accounts.0: Unrecognized key: "nickname"`,
  ],
];

for (const [line, stderr, settings] of refusals) {
  test(`jira-access ${line}`, async () => {
    expect(await runRefused(line, settings)).toEqual({ exitCode: 1, stdout: "", stderr });
  });
}

test("a port that is taken is told, with how to take another", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((done) => server.once("listening", done));
  const { port } = server.address() as AddressInfo;
  expect(await runRefused(`emulate --port ${port}`)).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining(
      `error: port ${port} is taken; name another with --port, or 0 for any that is free\n`,
    ),
  });
});
