import { type Answer, isContradiction } from "../../analysis/access/answer.js";
import { describePath } from "../../analysis/access/describe-path.js";
import { describeVerdict } from "../../analysis/access/describe-verdict.js";
import type { Branch } from "../terminal/draw-tree.js";
import { drawClosely } from "./draw-closely.js";
import { drawEverywhere } from "./draw-everywhere.js";
import type { Explanation } from "./explain-access.js";
import { nameAccount } from "./name-account.js";

/** An explanation as trees for people. */
export function drawExplanation(explanation: Explanation): readonly Branch[] {
  const { closely, answers } = explanation;
  const [only] = answers;
  const trees =
    closely === undefined || only === undefined ? drawEverywhere(explanation) : [drawAnswer(only, explanation)];
  return [drawAccount(explanation), ...trees];
}

function drawAccount({ account, site, groups, products, global, asked }: Explanation): Branch {
  const about = asked.permission;
  const isGlobal = about !== undefined && global.includes(about);
  return {
    text: `${nameAccount(account)} on ${site}`,
    under: [
      ...(account.active ? [] : [{ text: "deactivated: it may do nothing" }]),
      {
        text: `licences: ${products.join(", ") || (account.type === "app" ? "none; an app needs none" : "none: it may do nothing")}`,
      },
      { text: `groups: ${groups.join(", ") || "none"}` },
      {
        text: `global permissions, as the site says: ${global.join(", ") || "none"}`,
        ...(isGlobal
          ? { under: [{ text: `${about} is granted to one or more of its groups; Jira's API does not tell which` }] }
          : {}),
      },
    ],
  };
}

function drawAnswer(answer: Answer, { closely, levels }: Explanation): Branch {
  const { project, permission, verdict, siteSays } = answer;
  const hidden = (levels.get(project.key) ?? []).filter(({ outcome }) => outcome !== "seen");
  return {
    text: `${permission} in ${project.key}: ${describeVerdict(verdict, permission)}`,
    under: [
      ...verdict.paths.map((path) => ({ text: describePath(path) })),
      { text: describeSite(answer, siteSays) },
      ...hidden.map(({ level, outcome }) => ({
        text: `issues of security level ${level.name}: ${outcome === "conditional" ? "some of them only" : outcome}`,
      })),
      ...(closely === undefined ? [] : drawClosely(closely, verdict.outcome)),
    ],
  };
}

function describeSite(answer: Answer, siteSays: boolean): string {
  const said = `the site says: ${siteSays ? "it has it" : "it does not have it where no issue is named"}`;
  return isContradiction(answer) ? `${said}; what can be read does not explain that` : said;
}
