import { toDocument } from "../answers/document.js";
import { plantedAt, toJiraTime } from "../rules/clock.js";
import { type SecurityLevel, type Site, type SiteProject, takeId } from "../state/state.js";
import { accountIdOf, findNamed, groupIdOf } from "./find-seeded.js";
import type { FullSeed } from "./seed.js";

type SeedIssue = FullSeed["projects"][number]["issues"][number];

const planted = toJiraTime(plantedAt);

/** Puts a seed's issues into a project, numbered from 1, each with its comments. */
export function plantIssues(site: Site, project: SiteProject, issues: readonly SeedIssue[]): void {
  issues.forEach((issue, index) => {
    const { security, reporter, assignee, comments, worklogs, attachments, watchers, fields, ...rest } = issue;
    site.issues.push({
      ...rest,
      ...(security === undefined ? {} : { security: findLevel(site, project, security).id }),
      id: String(takeId(site, "issue")),
      key: `${project.key}-${index + 1}`,
      project: project.id,
      reporter: accountIdOf(site, reporter),
      ...(assignee === undefined ? {} : { assignee: accountIdOf(site, assignee) }),
      created: planted,
      updated: planted,
      fields: Object.fromEntries(Object.entries(fields).map(([id, names]) => [id, resolveField(site, id, names)])),
      watchers: watchers.map((watcher) => accountIdOf(site, watcher)),
      attachments: attachments.map(({ author, filename, size }) => ({
        id: takeId(site, "attachment"),
        filename,
        mimeType: "application/octet-stream",
        size,
        author: accountIdOf(site, author),
        created: planted,
      })),
      worklogs: worklogs.map(({ author, minutes }) => ({
        id: String(takeId(site, "worklog")),
        author: accountIdOf(site, author),
        updateAuthor: accountIdOf(site, author),
        created: planted,
        updated: planted,
        started: planted,
        timeSpentSeconds: minutes * 60,
      })),
      comments: comments.map(({ author, body }) => ({
        id: String(takeId(site, "comment")),
        author: accountIdOf(site, author),
        updateAuthor: accountIdOf(site, author),
        body: toDocument(body),
        created: planted,
        updated: planted,
      })),
    });
  });
}

function findLevel(site: Site, { key, securityScheme }: SiteProject, name: string): SecurityLevel {
  const scheme = site.securitySchemes.find(({ id }) => id === securityScheme);
  return findNamed(scheme?.levels ?? [], `security level of ${key}`, name);
}

function resolveField(site: Site, id: string, names: readonly string[]): string[] {
  const field = site.customFields.find((field) => field.id === id);
  if (field === undefined) throw new Error(`The seed describes no custom field '${id}'.`);
  return names.map((name) => (field.holds === "users" ? accountIdOf(site, name) : groupIdOf(site, name)));
}
