import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startSite } from "../emulator/site.js";
import { type LibraryProject, openLibraryProject } from "../helpers/library-project.js";
import { takeCalls } from "../helpers/log-calls.js";
import { startStack } from "../helpers/stack-engine.js";
import type { Declared } from "../helpers/stack-step.js";
import { toProgram } from "../helpers/to-program.js";

const [role, scheme] = ["ProjectRole::bots", "PermissionScheme::delivery"];
const inputsOf = { bots: { name: "Bots" }, delivery: { name: "Delivery" } };
const bots: Declared = { kind: "ProjectRole", name: "bots", inputs: inputsOf.bots, dependsOn: [] };
const delivery: Declared = { kind: "PermissionScheme", name: "delivery", inputs: inputsOf.delivery, dependsOn: [role] };
const grants: Declared = {
  ...{ kind: "HolderGrants", name: "grants", dependsOn: [role, scheme] },
  inputs: { scheme: "Delivery", holder: "projectRole:Bots", permissions: ["EDIT_ISSUES"] },
};
const crew = (name: string): Declared => ({ kind: "Group", name: "crew", inputs: { name }, dependsOn: [] });
const whole = {
  ...delivery,
  inputs: {
    ...inputsOf.delivery,
    grants: { ADMINISTER_PROJECTS: ["projectRole:Administrators"], EDIT_ISSUES: ["projectRole:Bots"] },
  },
};
const last: Declared = {
  ...{ kind: "ProjectRole", name: "last", inputs: { name: "Last" } },
  dependsOn: [role, scheme, "Group::crew"],
};

/** The runs of a story: what is declared, and whether the writes of the last resource are refused. */
const story: readonly { readonly name: string; readonly declared: readonly Declared[]; readonly breaks?: boolean }[] = [
  { name: "creates", declared: [bots, delivery, grants, crew("crew")] },
  { name: "finds nothing to do", declared: [bots, delivery, grants, crew("crew")] },
  { name: "is broken off before it deletes", declared: [bots, whole, crew("team"), last], breaks: true },
  { name: "goes on to delete", declared: [bots, whole, crew("team"), last] },
  { name: "deletes all", declared: [] },
];

const refusal = expect.objectContaining({
  message: expect.stringContaining("POST /rest/api/3/role was answered with 400"),
});

let project: LibraryProject;
const folder = mkdtempSync(join(tmpdir(), "jira-access-calls-"));
const [realLog, standInLog] = [join(folder, "real"), join(folder, "stand-in")];

beforeAll(() => [realLog, standInLog].map((file) => writeFileSync(file, "")));
afterAll(() => project.remove());

test("the stand-in for the engine asks the providers what the engine asks them", async () => {
  const [realSite, site] = [await startSite(), await startSite()];
  project = await openLibraryProject(realSite, realLog);
  const stack = startStack(site, standInLog);
  for (const { name, declared, breaks } of story) {
    const refused = [{ method: "POST", path: "/role$", kind: "status", status: 400 }];
    for (const one of breaks ? [realSite, site] : []) await one.control("POST /faults", refused);
    project.declare(toProgram(declared));
    const runs = [project.pulumi("up", "--yes", "--skip-preview"), stack.up(withOwner(declared))];
    const failures = (await Promise.allSettled(runs)).flatMap((run) => (run.status === "rejected" ? run.reason : []));
    expect(failures, name).toEqual(breaks ? [refusal, refusal] : []);
    expect(takeCalls(standInLog), name).toEqual(takeCalls(realLog));
  }
});

/** The mark's text, which the resource classes give to what carries one. */
function withOwner(declared: readonly Declared[]): readonly Declared[] {
  const marked = ["ProjectRole", "PermissionScheme"];
  return declared.map((one) =>
    marked.includes(one.kind) ? { ...one, inputs: { ...one.inputs, owner: "somebody/main" } } : one,
  );
}
