import { type JudgedAssertion, judgeAssertions } from "../analysis/findings/judge-assertions.js";
import { mentionsIn } from "../analysis/worlds/mentions.js";
import { stackWorlds } from "../analysis/worlds/stack-worlds.js";
import { indexWorlds } from "../analysis/worlds/worlds.js";
import { accountKey } from "../model/account.js";
import type { Assertion } from "../model/assertion.js";
import type { DesiredAccess } from "../model/desired-access.js";

/** Judges assertions by what a stack file declares; what it leaves to the site stays open. */
export function judgeByFile(desired: DesiredAccess, assertions: readonly Assertion[]): readonly JudgedAssertion[] {
  if (assertions.length === 0) return [];
  const worlds = stackWorlds(desired, mentionsIn([desired], assertions));
  return judgeAssertions(assertions, { account: accountKey, project: (key) => key }, indexWorlds(worlds));
}
