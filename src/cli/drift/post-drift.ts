import type { IssuePlace } from "../../forge/forge.js";
import { type KeptIssue, keepIssue } from "../../forge/keep-issue.js";
import { type FindingReport, graveFindings } from "../../model/finding.js";
import { fitFindings } from "../../report/findings/fit-findings.js";

/**
 * Brings the one issue about a stack's drift to what was found: open while something differs, closed when nothing does.
 * @throws ForgeError
 */
export function postDrift(place: IssuePlace, stack: string, report: FindingReport): Promise<KeptIssue> {
  const count = graveFindings(report).length;
  const isOpen = count > 0;
  const lead = isOpen
    ? `Found ${count} that differ between the stack's file, its state and the site. Told anew by each run of jira-access drift, until nothing differs.`
    : "Nothing differs any more.";
  const body = `${lead}\n\n${fitFindings(report, place.shows, place.mostCharacters - lead.length - 2)}`;
  return keepIssue(place, { title: `Access drift: ${stack}`, body, isOpen });
}
