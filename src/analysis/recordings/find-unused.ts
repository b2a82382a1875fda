import { isOperationName, operationFacts } from "../../catalogue/operation-fact.js";
import { describePermission } from "../../catalogue/permissions.js";
import type { DesiredIntegrationUser, Origin } from "../../model/desired-access.js";
import type { Finding, FindingReport } from "../../model/finding.js";
import type { Recording } from "../../model/recording.js";
import { describeDuration, mergeRecordings, watchedMs } from "./merge-recordings.js";
import { sortCalls } from "./sort-calls.js";

const rules = {
  "unused-permission": {
    text: "Integration users were seen to use every permission that they are granted",
    help: "Take it out of the stack file if the recordings saw all that the integration is for.",
    severity: { warning: 4 },
  },
  "not-watched": {
    text: "Integration users were watched",
    help: "`jira-access record --user NAME --out FILE` watches one.",
  },
} as const satisfies FindingReport["rules"];

/**
 * The permissions that a stack grants its integration users and that these were not seen to use: what is granted less
 * what the recorded operations need, in whatever way. Users of whom there is no recording are noted.
 * @param placeOf tells where a part of the stack file stands.
 */
export function findUnused(
  users: readonly DesiredIntegrationUser[],
  recordings: readonly Recording[],
  placeOf: (origin: Origin) => NonNullable<Finding["place"]>,
): FindingReport {
  const findings = users.flatMap((user): Finding[] => {
    const own = recordings.filter((recording) => recording.user === user.key);
    const about = { subject: user.key, place: placeOf(user.origin) };
    if (own.length === 0) return [{ ...about, rule: "not-watched", level: "note", message: "no recording is of it" }];
    const { calls, watches } = mergeRecordings(own);
    const { operations } = sortCalls(calls);
    const watched = `in ${describeDuration(watchedMs(watches))} with ${calls.length} calls`;
    const serving = new Set(operations.flatMap(permissionsThatServe));
    const unused = user.permissions.flatMap((permission, index): Finding[] => {
      if (serving.has(permission)) return [];
      const place = placeOf([...user.origin, "permissions", index]);
      const message = `${permission} was not used ${watched}`;
      return [{ ...about, place, rule: "unused-permission", level: "warning", message }];
    });
    const unknown = operations.filter((operation) => operationFacts[operation].needs === "unknown");
    if (unused.length === 0 || unknown.length === 0) return unused;
    const message = `what ${unknown.join(", ")} need is not known, so one of these may be needed after all`;
    return [...unused, { ...about, rule: "unused-permission", level: "note", message }];
  });
  return { title: "unused", rules, findings };
}

/** Every permission that can have let an operation go through, or have made it do more. */
function permissionsThatServe(operation: string): string[] {
  if (!isOperationName(operation)) return [];
  const { needs, partly = [] } = operationFacts[operation];
  const direct = [...(needs === "unknown" ? [] : needs.flat()), ...partly];
  return direct.flatMap((permission) => [permission, ...(describePermission(permission)?.needs ?? [])]);
}
