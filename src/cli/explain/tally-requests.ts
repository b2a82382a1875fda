import type { OperationId } from "../../catalogue/called-operations.js";
import type { AccessQuestion } from "../../live/observe-access.js";
import type { SiteAccess } from "../../model/site-access.js";

/** How often an operation was called, and how often it would have to be at least. */
export interface RequestCount {
  readonly operation: OperationId;
  readonly made: number;
  readonly fewest: number;
}

const projectsPerPage = 100;
const projectsPerCheck = 1000;

/**
 * The calls that were made beside the fewest that answer the question, given that no operation tells the schemes of
 * several projects, who holds several roles, or who is in several groups.
 * @param memberships how many groups and roles were looked at closely.
 */
export function tallyRequests(
  calls: ReadonlyMap<OperationId, number>,
  question: AccessQuestion,
  site: SiteAccess,
  memberships: number,
): readonly RequestCount[] {
  const fewest = countFewest(question, site, memberships);
  return [...calls].map(([operation, made]) => ({
    operation,
    made,
    fewest: Math.min(made, fewest[operation] ?? 1),
  }));
}

function countFewest(
  { accounts, projects: asked }: AccessQuestion,
  { projects }: SiteAccess,
  memberships: number,
): Readonly<Partial<Record<OperationId, number>>> {
  const company = [...projects.values()].filter(({ management }) => management === "company");
  return {
    getUser: accounts.length,
    searchProjects: asked === "all" ? Math.max(1, Math.ceil(projects.size / projectsPerPage)) : 0,
    // The list spares reading a scheme again with each project that uses it.
    getAllPermissionSchemes: 0,
    getAssignedPermissionScheme: company.length,
    getProjectRole: company.reduce((sum, { actors }) => sum + actors.size, 0),
    getBulkPermissions: Math.max(1, Math.ceil(projects.size / projectsPerCheck)),
    getUsersFromGroup: memberships,
  };
}
