import type { Answer } from "../../analysis/access/answer.js";
import { describePaths } from "../../analysis/access/describe-path.js";
import { describeVerdict } from "../../analysis/access/describe-verdict.js";
import type { Branch } from "../terminal/draw-tree.js";
import type { Explanation } from "./explain-access.js";

/** What an account may do, path by path; projects in which that is the same are told together. */
export function drawEverywhere({ answers, levels, asked }: Explanation): readonly Branch[] {
  const projects = [...Map.groupBy(answers, ({ project }) => project.key)].map(([key, own]) => ({
    key,
    under: [...drawPaths(own, asked.permission !== undefined), ...drawLevels(levels.get(key) ?? [])],
  }));
  const alike = Map.groupBy(projects, ({ under }) => JSON.stringify(under));
  const what = asked.permission === undefined ? "" : `${asked.permission} `;
  return [...alike.values()].map((same) => ({
    text: `${what}in ${same.map(({ key }) => key).join(", ")}`,
    under: same[0]?.under.length ? same[0].under : [{ text: "nothing" }],
  }));
}

function drawPaths(answers: readonly Answer[], tellsDenied: boolean): Branch[] {
  const told = answers.flatMap((answer) => {
    const reasons = reasonsOf(answer);
    const all = reasons.length > 0 || !tellsDenied ? reasons : [describeAbsence(answer)];
    return all.map((text) => ({ text, permission: answer.permission }));
  });
  return [...Map.groupBy(told, ({ text }) => text)].map(([text, same]) => {
    const permissions = same.map(({ permission }) => permission).sort();
    return tellsDenied ? { text } : { text, under: [{ text: permissions.join(", ") }] };
  });
}

function reasonsOf({ permission, verdict, siteSays }: Answer): readonly string[] {
  const paths = describePaths(verdict.paths);
  switch (verdict.outcome) {
    case "allowed":
      return paths;
    case "conditional":
      return paths.map((path) => `${describeVerdict(verdict, permission)}: ${path}`);
    case "denied":
      return paths.map((path) => `granted ${path}, but ${describeVerdict(verdict, permission)}`);
    case "unknown":
      return siteSays ? [`the site says so; ${describeVerdict(verdict, permission)}`] : [];
  }
}

function describeAbsence({ permission, verdict }: Answer): string {
  const described = describeVerdict(verdict, permission);
  return verdict.outcome === "unknown" ? `the site says no; ${described}` : described;
}

function drawLevels(levels: NonNullable<ReturnType<Explanation["levels"]["get"]>>): Branch[] {
  const hidden = levels.filter(({ outcome }) => outcome === "hidden").map(({ level }) => level.name);
  return hidden.length === 0
    ? []
    : [{ text: `issues of these security levels are hidden from it: ${hidden.join(", ")}` }];
}
