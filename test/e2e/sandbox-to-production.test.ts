import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { acme } from "../../src/emulator/seed/acme.js";
import { toCommands } from "../docs/commands.js";
import { scriptsIn } from "../docs/documents.js";
import { startSite } from "../emulator/site.js";
import { openCleanClone } from "../helpers/clean-clone.js";
import { takeWrites } from "../helpers/describe-state.js";

const sandboxOnly = ["release-notes@sandbox.acme.example", "tester@sandbox.acme.example"];
const { "jira-software-users": licensed } = acme.groups ?? {};
const sandbox = {
  ...acme,
  accounts: [...(acme.accounts ?? []), ...sandboxOnly.map((email) => ({ email }))],
  groups: { ...acme.groups, "jira-software-users": { members: [...(licensed?.members ?? []), ...sandboxOnly] } },
};

test("what the documented commands prove on the sandbox is what they preview and apply on production", async () => {
  const sites = { sandbox: await startSite({ seed: sandbox }), production: await startSite() };
  const clone = openCleanClone();
  const backend = { PULUMI_BACKEND_URL: clone.backendUrl, PULUMI_CONFIG_PASSPHRASE: "correct horse" };
  const run = async (line: string) => {
    const here = line
      .replace("https://acme-sandbox.atlassian.net", sites.sandbox.url)
      .replace("https://acme.atlassian.net", sites.production.url);
    const { exitCode, stdout, stderr } = await clone.run(here, backend, "emulator-admin-token");
    if (exitCode !== 0) throw new Error(`${line} ended with ${exitCode}\n${stdout}\n${stderr}`);
    return stdout;
  };

  const printed = new Map<string, string>();
  for (const line of scriptsIn(readFileSync("docs/sandbox-to-production.md", "utf8")).flatMap(toCommands)) {
    if (line === "npx jira-access preview production") expect(await takeWrites(sites.production)).toEqual([]);
    printed.set(line, await run(line));
  }

  const previewOf = (stack: string) => printed.get(`npx jira-access preview ${stack}`) ?? "";
  const tried = ofIntegration(previewOf("sandbox"))
    .replaceAll("Sandbox delivery scheme", "Delivery permission scheme")
    .replaceAll("@sandbox.acme.example", "@acme.example");
  expect(tried).toContain('+ DELETE_ISSUES for project role "Administrators"');
  expect(tried).toContain("release-notes@acme.example: ADD_COMMENTS (writes) in PAY, denied → allowed");
  expect(ofIntegration(previewOf("production"))).toBe(tried);
});

/** What a preview says of the scheme, and of the integration user. */
function ofIntegration(preview: string): string {
  const lines = preview.split("\n");
  const scheme = lines.findIndex((line) => line.startsWith("scheme "));
  const end = lines.findIndex((line, index) => index > scheme && !line.startsWith(" "));
  return [...lines.slice(scheme, end), ...lines.filter((line) => line.startsWith("  release-notes@"))].join("\n");
}
