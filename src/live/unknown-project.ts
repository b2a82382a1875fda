import { JiraError } from "../errors.js";
import { hintNearest } from "../model/nearest.js";
import type { Project } from "../model/project.js";

const checkKey = "check its key, and that the acting account may browse it";

/** The error for a key that no project has, with the nearest one. */
export function unknownProject(key: string, projects: Iterable<Project>): JiraError {
  const hint = hintNearest(
    key,
    [...projects].map((project) => project.key),
    checkKey,
  );
  return new JiraError("not-found", `no project ${JSON.stringify(key)} can be seen on the site${hint}`);
}
