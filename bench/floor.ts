import type { OperationId } from "../src/catalogue/called-operations.js";
import { operations } from "../src/catalogue/called-operations.js";
import { burstPerSecond } from "../src/client/http/gate.js";
import type { Scenario } from "./scenario.js";
import { actorLists, namedAccounts, namedGroups, type Size } from "./size.js";

/** How many requests go to each operation. */
export type Requests = Readonly<Partial<Record<OperationId, number>>>;

const perPage = { projects: 100, accounts: 1000, groups: 50, checkedProjects: 1000 };

/**
 * The requests that no client could do without, given what the scenario promises: each process of the engine's reads
 * what it compares once, in the largest pages that Jira gives; no operation tells the scheme of several projects or who
 * holds several roles; a list is read before it is written over; Jira fills a new scheme with grants of its own, which
 * takes a second request to put right.
 */
export function floorOf(scenario: Scenario, size: Size): Requests {
  switch (scenario) {
    case "up":
      return add(checkedBefore(size), collections(size), resolved(size), written(size), checkedAfter(size));
    case "preview":
      return add(checkedBefore(size), observed(size));
    case "refresh":
    case "drift":
      return observed(size);
    case "verify":
      return add({ searchProjects: projectPages(size), findUsers: 1 }, checkedAfter(size));
    case "destroy":
      return add(observed(size), takenBack(size));
  }
}

/**
 * The seconds that these requests take where all that Jira permits are on the way at once: one latency, and a second
 * more for each further burst of the operation that has most of them.
 */
export function floorSeconds(requests: Requests, latencyMs: number): number {
  const bursts = entries(requests).map(([id, count]) => {
    const { method } = operations[id];
    return Math.floor((count - 1) / burstPerSecond[method]);
  });
  return Math.max(0, ...bursts) + latencyMs / 1000;
}

/** The sum of some requests. */
export function totalOf(requests: Requests): number {
  return entries(requests).reduce((sum, [, count]) => sum + count, 0);
}

/** What the program reads before it declares anything. */
function checkedBefore(size: Size): Requests {
  return {
    ...collections(size),
    getCurrentUser: 1,
    getMyPermissions: 1,
    getAllPermissions: 1,
    getBulkPermissions: 1,
    ...named(size),
  };
}

/** What the provider reads to know what names stand for. */
function resolved(size: Size): Requests {
  return {
    ...named(size),
    getAssignedPermissionScheme: size.projects,
    getProjectRole: actorLists(size),
  };
}

/** What the provider reads of a site to compare it with the state. */
function observed(size: Size): Requests {
  return add(
    collections(size),
    { getAssignedPermissionScheme: size.projects, getProjectRole: actorLists(size), findUsers: 1 },
    checkedAfter(size),
  );
}

function collections(size: Size): Requests {
  return { searchProjects: projectPages(size), getAllPermissionSchemes: 1, getAllProjectRoles: 1 };
}

/** Accounts by pages, as if all who are named stood on as few as can be; groups by pages. */
function named(size: Size): Requests {
  return {
    findUsers: Math.ceil(namedAccounts(size) / perPage.accounts),
    bulkGetGroups: Math.ceil(namedGroups(size) / perPage.groups),
  };
}

/** What proving the one integration user takes beside its account and the projects. */
function checkedAfter({ projects }: Size): Requests {
  return {
    getAllPermissions: 1,
    getBulkPermissions: Math.ceil(projects / perPage.checkedProjects),
  };
}

function written(size: Size): Requests {
  return {
    createProjectRole: 1,
    createPermissionScheme: size.schemes,
    updatePermissionScheme: size.schemes,
    assignPermissionScheme: size.projects,
    setActors: actorLists(size),
  };
}

/** A list is read again before it is put back. */
function takenBack(size: Size): Requests {
  return {
    getProjectRole: actorLists(size),
    setActors: actorLists(size),
    assignPermissionScheme: size.projects,
    deletePermissionScheme: size.schemes,
    deleteProjectRole: 1,
  };
}

function projectPages({ projects }: Size): number {
  return Math.ceil(projects / perPage.projects);
}

function add(...all: readonly Requests[]): Requests {
  const sum = new Map<OperationId, number>();
  for (const [id, count] of all.flatMap(entries)) if (count > 0) sum.set(id, (sum.get(id) ?? 0) + count);
  return Object.fromEntries(sum);
}

function entries(requests: Requests): [OperationId, number][] {
  return Object.entries(requests) as [OperationId, number][];
}
