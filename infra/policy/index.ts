import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { PolicyPack, type PolicyPackConfig } from "@pulumi/policy";
import { policies } from "../../src/analysis/policies/policies.js";
import { toPulumiPolicy } from "./to-pulumi-policy.js";

// The engine starts the pack in the folder of the program; files are named from the package's own, as its version is.
process.chdir(fileURLToPath(new URL("../../../", import.meta.url)));

const settings: PolicyPackConfig = JSON.parse(readFileSync("infra/policy/settings.json", "utf8"));
new PolicyPack("jira-access", { policies: policies.map((policy) => toPulumiPolicy(policy, readBaseline)) }, settings);

function readBaseline(stack: string, file: string | undefined): readonly string[] | undefined {
  const path = resolve(file ?? `stacks/baselines/${stack}.txt`);
  return file === undefined && !existsSync(path) ? undefined : readFileSync(path, "utf8").split(/\r?\n/);
}
