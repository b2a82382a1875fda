import { applyStack } from "../../analysis/applied/apply-stack.js";
import { type AccessComparison, compareAccess } from "../../analysis/comparison/compare-access.js";
import type { DesiredAccess } from "../../model/desired-access.js";
import type { Stack } from "../../stack/read-stack.js";
import { withProgress } from "../terminal/progress.js";
import type { ChosenStack } from "./choose-stack.js";
import { connect } from "./connect.js";
import { readSite } from "./read-site.js";

/** A comparison, and what the stack that it is about asks for on that site. */
interface SiteComparison extends AccessComparison {
  readonly desired: DesiredAccess;
}

/**
 * What applying a stack to its site would change for every account, beside what is there now or, where another stack is
 * given, beside what that would leave there. What a run takes away because it is not declared any more is not in it.
 * @throws JiraError
 */
export async function compareOnSite({ name }: ChosenStack, after: Stack, before?: Stack): Promise<SiteComparison> {
  const directory = await connect(name);
  const stacks = [after, ...(before === undefined ? [] : [before])];
  return withProgress(`reading ${directory.client.site}`, async () => {
    const { site, expand } = await readSite(directory, stacks);
    const desired = expand(after);
    const start = before === undefined ? site : applyStack(site, expand(before));
    return { ...compareAccess([start], [applyStack(site, desired)]), desired };
  });
}
