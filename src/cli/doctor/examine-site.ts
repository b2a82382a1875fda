import { type Operation, type OperationId, operations } from "../../catalogue/called-operations.js";
import { findAccounts, getCurrentAccount } from "../../client/account.js";
import { listAuditRecords } from "../../client/audit.js";
import type { JiraClient } from "../../client/create-client.js";
import { getPlans } from "../../client/license.js";
import { getMyPermissions, listPermissions } from "../../client/permission.js";
import { listPermissionSchemes } from "../../client/permission-scheme.js";
import { listProjects } from "../../client/project.js";
import { listProjectRoles } from "../../client/project-role.js";
import { JiraError } from "../../errors.js";
import { type Diagnosis, fine, missing, unknown } from "./diagnosis.js";

/** Reads that a run of this project needs, each with the operation that it calls. */
const reads: readonly (readonly [OperationId, (client: JiraClient) => Promise<unknown>])[] = [
  ["getAllPermissionSchemes", listPermissionSchemes],
  ["getAllPermissions", listPermissions],
  ["getAllProjectRoles", listProjectRoles],
  ["searchProjects", listProjects],
  ["findUsers", (client) => findAccounts(client, "a")],
];

/** Looks at what the acting account is, may do and can reach on its site; only reads. */
export async function examineSite(client: JiraClient): Promise<readonly Diagnosis[]> {
  try {
    const { email, displayName, type } = await getCurrentAccount(client);
    const account = fine("account", `${email ?? displayName} (${type}) on ${client.site}`);
    const rest = await Promise.all([
      examineRights(client),
      examinePlan(client),
      examineAudit(client),
      examineReads(client),
    ]);
    return [account, ...rest.flat(), examineWrites()];
  } catch (error) {
    return [faultOf("account", error, "check the address and the credentials")];
  }
}

async function examineRights(client: JiraClient): Promise<readonly Diagnosis[]> {
  const wanted = ["ADMINISTER", "USER_PICKER"];
  const held = await getMyPermissions(client, [...wanted, "SYSTEM_ADMIN"]);
  return [
    held.has("ADMINISTER")
      ? fine("rights", "ADMINISTER: schemes and roles can be written")
      : missing("rights", "no ADMINISTER", "schemes and roles need it: have the account put into a group that has it"),
    held.has("USER_PICKER")
      ? fine("rights", "USER_PICKER: accounts and groups can be found by name")
      : missing("rights", "no USER_PICKER", "accounts can be named by their accountId only: have it granted"),
  ];
}

async function examinePlan(client: JiraClient): Promise<Diagnosis> {
  try {
    const plans = [...(await getPlans(client))];
    const text = plans.map(([product, plan]) => `${product}: ${plan}`).join(", ");
    if (plans.some(([, plan]) => plan === "paid")) return fine("plan", text);
    return missing("plan", text || "no product", "permission schemes can be changed on a paid plan only");
  } catch (error) {
    return unknown("plan", messageOf(error), "the licence is shown to those who have ADMINISTER");
  }
}

async function examineAudit(client: JiraClient): Promise<Diagnosis> {
  try {
    await listAuditRecords(client, { limit: 1 });
    return fine("audit log", "can be read: drift can say who changed what");
  } catch (error) {
    const detail = `drift cannot say who changed what: ${messageOf(error)}`;
    return unknown("audit log", detail, "it takes ADMINISTER and a paid plan");
  }
}

/** What a scoped token needs for writing, which nobody can try without writing. */
function examineWrites(): Diagnosis {
  const all: readonly Operation[] = Object.values(operations);
  const writes = all.filter(({ method, repeatable, api }) => method !== "GET" && !repeatable && api === undefined);
  const scopes = [...new Set(writes.map(({ scope }) => scope))].sort();
  return unknown("scopes", "for writing, not tried", `a scoped token needs ${scopes.join(", ")}; others need none`);
}

async function examineReads(client: JiraClient): Promise<readonly Diagnosis[]> {
  return Promise.all(
    reads.map(async ([id, read]) => {
      const { method, path, scope } = operations[id];
      try {
        await read(client);
        return fine("API", `${method} ${path} (${scope})`);
      } catch (error) {
        return faultOf("API", error, `a scoped token needs ${scope} for it`);
      }
    }),
  );
}

function faultOf(subject: string, error: unknown, cure: string): Diagnosis {
  if (!(error instanceof JiraError)) throw error;
  return missing(subject, error.message, cure);
}

function messageOf(error: unknown): string {
  if (!(error instanceof JiraError)) throw error;
  return error.message;
}
