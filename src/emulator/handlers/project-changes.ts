import { z } from "zod";
import { toProject } from "../answers/project.js";
import { refuse, refuseFields } from "../refusal.js";
import { type Call, type Route, route, routeWithBody } from "../route.js";
import { hasGlobalPermission } from "../rules/callers/subject.js";
import { changeKey, checkProjectKey, checkProjectName, eraseProject } from "../rules/change-project.js";
import { findProject, findScheme } from "../rules/find.js";
import { canAdministerProject } from "../rules/permissions/decide-permission.js";
import type { SiteProject } from "../state/state.js";
import { refuseOnFreePlan } from "./permission-scheme.js";

const path = "/project/:projectIdOrKey";

const sentProject = z.object({
  key: z.string().nullish(),
  name: z.string().nullish(),
  description: z.string().nullish(),
  leadAccountId: z.string().nullish(),
  permissionScheme: z.int().nullish(),
});

/** The operations that change projects, archive them and take them away. */
export const projectChangeRoutes: readonly Route[] = [
  routeWithBody(sentProject, {
    operation: "updateProject",
    method: "PUT",
    path,
    answer: (call) => {
      const project = findProject(call, call.param("projectIdOrKey"));
      const { site, body } = call;
      refuseUpdate(call, project);
      const key = body.key ? checkProjectKey(site, body.key, project) : project.key;
      const name = body.name ? checkProjectName(site, body.name, project) : project.name;
      const lead = body.leadAccountId ? findLead(call, body.leadAccountId) : project.lead;
      if (typeof body.permissionScheme === "number") {
        if (project.management === "team") throw refuse(400, "A team-managed project uses no permission scheme.");
        project.scheme = findScheme(call, String(body.permissionScheme)).id;
      }
      changeKey(site, project, key);
      Object.assign(project, { name, lead, description: body.description ?? project.description });
      return { status: 200, body: toProject(call, project) };
    },
  }),
  route({
    operation: "deleteProject",
    method: "DELETE",
    path,
    answer: (call) => {
      const project = findProject(call, call.param("projectIdOrKey"));
      if (!hasGlobalPermission(call.site, call.subject, "ADMINISTER")) {
        throw refuse(404, `No project could be found with key '${call.param("projectIdOrKey")}'.`);
      }
      if (project.status === "archived")
        throw refuse(400, "An archived project must be restored before it is deleted.");
      if (call.query.get("enableUndo") === "false") eraseProject(call.site, project);
      else project.status = "deleted";
      return { status: 204 };
    },
  }),
  route({
    operation: "archiveProject",
    method: "POST",
    path: `${path}/archive`,
    needs: ["ADMINISTER"],
    answer: (call) => {
      const project = findProject(call, call.param("projectIdOrKey"));
      if (project.status === "archived") throw refuse(400, `The project ${project.key} is archived already.`);
      project.status = "archived";
      return { status: 204 };
    },
  }),
  route({
    operation: "restore",
    method: "POST",
    path: `${path}/restore`,
    answer: (call) => {
      const named = call.param("projectIdOrKey");
      const project = call.site.projects.find(({ id, key }) => id === named || key === named);
      if (!project || !hasGlobalPermission(call.site, call.subject, "ADMINISTER")) {
        throw refuse(404, `No project could be found with key '${named}'.`);
      }
      if (project.status === "live") throw refuse(400, `The project ${project.key} is neither archived nor deleted.`);
      project.status = "live";
      return { status: 200, body: toProject(call, project) };
    },
  }),
];

function refuseUpdate(call: Call<z.output<typeof sentProject>>, project: SiteProject): void {
  const { site, subject, body } = call;
  const needsMore = typeof body.key === "string" || typeof body.permissionScheme === "number";
  if (needsMore && !hasGlobalPermission(site, subject, "ADMINISTER")) {
    throw refuse(403, "Only Jira administrators can change the key and the schemes of a project.");
  }
  if (!canAdministerProject(site, subject, project)) {
    throw refuse(403, "You cannot edit the configuration of this project.");
  }
  if (typeof body.permissionScheme === "number") refuseOnFreePlan(call);
}

function findLead({ site }: Call<unknown>, id: string): string {
  const account = site.accounts.find((account) => account.id === id && account.active);
  if (account) return account.id;
  throw refuseFields(400, { leadAccountId: "There is no active user with that account id." });
}
