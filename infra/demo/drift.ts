import type { TemporaryProject } from "../trial/engine.js";
import type { Site } from "../trial/site.js";
import { holds } from "./proof.js";
import { cut, type Result, show, tell } from "./story.js";
import { addToAdministrators, removeFromAdministrators, tamper } from "./tamper.js";

const integration = "release-notes";

/** What somebody does by hand is seen and taken back, and what no stack declares is found and explained. */
export async function playDrift(site: Site, project: TemporaryProject): Promise<readonly Result[]> {
  const can = (permission: string) => holds(site, integration, permission, "PAY");

  tell("5. Somebody clicks: DELETE_ISSUES for the integration's role; its account into Administrators and their group");
  await tamper(site);
  await addToAdministrators(site);
  const gained = await can("DELETE_ISSUES");
  show([`${integration} now holds DELETE_ISSUES in PAY: ${gained}`]);

  tell("6. pulumi preview --diff shows what was done, and what the account can do by it");
  const drift = changedLines((await project.pulumi("preview", "--diff")).stdout);
  show(cut(drift, 16));

  tell("7. jira-access up takes back what the stack declares, and finds the rest");
  const applied = await project.command("up", "demo", "--yes", "--", "--skip-preview");
  const verified = await project.command("verify", "demo");
  show([
    ...cut(verified.stdout.trimEnd().split("\n"), 6),
    `up ends with ${applied.code}, verify with ${verified.code}`,
  ]);

  tell(`8. jira-access explain ${integration} DELETE_ISSUES PAY`);
  const explained = await project.command("explain", integration, "DELETE_ISSUES", "PAY", "--stack", "demo");
  show(explained.stdout.trimEnd().split("\n"));

  tell("9. Out of the group again. jira-access verify");
  await removeFromAdministrators(site);
  const healed = await project.command("verify", "demo");
  show([...healed.stdout.trimEnd().split("\n"), `verify ends with ${healed.code}`]);

  const path = "through group jira-administrators in project role Administrators, which the Delivery permission scheme";
  return [
    { what: "tampering had an effect", outcome: "permissions gained", good: gained },
    { what: "drift named", outcome: `${drift.length} lines`, good: namesTampering(drift) },
    {
      what: "excess found",
      outcome: `up and verify end with ${applied.code} and ${verified.code}`,
      good: applied.code === 2 && verified.code === 2 && verified.stdout.includes(path),
    },
    {
      what: "excess explained",
      outcome: "group, grant and scheme, and what ends it",
      good: explained.stdout.includes(path) && explained.stdout.includes("take it out of group jira-administrators"),
    },
    {
      what: "healed",
      outcome: "all access is as declared",
      good: healed.code === 0 && !(await can("DELETE_ISSUES")),
    },
  ];
}

function changedLines(diff: string): string[] {
  const plan = diff.slice(diff.lastIndexOf("pulumi:pulumi:Stack: (same)"));
  return plan
    .split("\n")
    .filter((line) => /^\s*([~+-] |\[urn=.*dynamic)/.test(line) && !/pulumi:pulumi:Stack|\d+ to /.test(line));
}

function namesTampering(drift: readonly string[]): boolean {
  const text = drift.join("\n");
  return ["projectRole:Integration: release-notes", "release-notes@acme.example", "ADMINISTER on the whole site"].every(
    (name) => text.includes(name),
  );
}
