import { z } from "zod";
import { toRole } from "../answers/project-role.js";
import { refuse, refuseFields } from "../refusal.js";
import { type Call, type Route, route, routeWithBody } from "../route.js";
import { findRole } from "../rules/find.js";
import { isSameHolder } from "../rules/permissions/resolve-holder.js";
import { type Site, type SiteHolder, type SiteRole, takeId } from "../state/state.js";

const sentRole = z.object({ name: z.string().nullish(), description: z.string().nullish() });

/** The operations on the roles of the whole site. */
export const projectRoleRoutes: readonly Route[] = [
  route({
    operation: "getAllProjectRoles",
    method: "GET",
    path: "/role",
    needs: ["ADMINISTER"],
    answer: (call) => ({ status: 200, body: call.site.roles.map((role) => toRole(call, role)) }),
  }),
  route({
    operation: "getProjectRoleById",
    method: "GET",
    path: "/role/:id",
    needs: ["ADMINISTER"],
    answer: (call) => answerRole(call, findRole(call, call.param("id"))),
  }),
  routeWithBody(sentRole, {
    operation: "createProjectRole",
    method: "POST",
    path: "/role",
    needs: ["ADMINISTER"],
    answer: (call) => {
      const { site, body } = call;
      const name = checkName(body.name);
      if (isTaken(site, name)) throw refuseTaken(409, name);
      const role = { id: takeId(site, "role"), name, description: body.description ?? "", defaultActors: [] };
      site.roles.push(role);
      return answerRole(call, role);
    },
  }),
  routeWithBody(sentRole, {
    operation: "partialUpdateProjectRole",
    method: "POST",
    path: "/role/:id",
    needs: ["ADMINISTER"],
    answer: (call) => {
      const role = findRole(call, call.param("id"));
      const { name, description } = call.body;
      if (typeof name === "string") rename(call.site, role, name);
      else if (typeof description === "string") role.description = description;
      else throw refuse(400, "A name or a description is needed.");
      return answerRole(call, role);
    },
  }),
  routeWithBody(sentRole, {
    operation: "fullyUpdateProjectRole",
    method: "PUT",
    path: "/role/:id",
    needs: ["ADMINISTER"],
    answer: (call) => {
      const role = findRole(call, call.param("id"));
      const { name, description } = call.body;
      if (typeof description !== "string") throw refuseFields(400, { description: "A description is needed." });
      rename(call.site, role, name);
      role.description = description;
      return answerRole(call, role);
    },
  }),
  route({
    operation: "deleteProjectRole",
    method: "DELETE",
    path: "/role/:id",
    needs: ["ADMINISTER"],
    answer: (call) => {
      const { site, query } = call;
      const role = findRole(call, call.param("id"));
      const swap = query.get("swap");
      if (swap !== null) swapInSchemes(site, role, findReplacement(site, role, swap));
      else if (isInUse(site, role)) throw refuse(409, `The project role '${role.name}' is in use.`);
      site.roles = site.roles.filter((other) => other !== role);
      for (const project of site.projects) project.actors = project.actors.filter((actor) => actor.role !== role.id);
      return { status: 204 };
    },
  }),
];

function answerRole(call: Pick<Call, "site" | "url">, role: SiteRole) {
  return { status: 200, body: toRole(call, role) };
}

function rename(site: Site, role: SiteRole, name: unknown): void {
  const checked = checkName(name);
  if (isTaken(site, checked, role)) throw refuseTaken(400, checked);
  role.name = checked;
}

function checkName(name: unknown): string {
  if (typeof name === "string" && name !== "" && name === name.trim()) return name;
  throw refuseFields(400, { name: "A role needs a name that neither starts nor ends with a space." });
}

function isTaken(site: Site, name: string, own?: SiteRole): boolean {
  return site.roles.some((role) => role !== own && role.name === name && role.project === undefined);
}

function refuseTaken(status: number, name: string) {
  return refuseFields(status, { name: `There is already a project role with the name '${name}'.` });
}

function isInUse(site: Site, role: SiteRole): boolean {
  const granted = site.schemes.some(({ grants }) => grants.some(({ holder }) => isSameHolder(holder, toHolder(role))));
  return granted || site.projects.some(({ actors }) => actors.some((actor) => actor.role === role.id));
}

function findReplacement(site: Site, role: SiteRole, id: string): SiteRole {
  const replacement = site.roles.find((other) => {
    return String(other.id) === id && other !== role && other.project === undefined;
  });
  if (replacement) return replacement;
  throw refuse(400, `There is no other project role with id ${id} to take the place of '${role.name}'.`);
}

function swapInSchemes(site: Site, role: SiteRole, replacement: SiteRole): void {
  const [old, holder] = [toHolder(role), toHolder(replacement)];
  for (const scheme of site.schemes) {
    const already = scheme.grants.filter((grant) => isSameHolder(grant.holder, holder)).map((one) => one.permission);
    scheme.grants = scheme.grants
      .filter((grant) => !isSameHolder(grant.holder, old) || !already.includes(grant.permission))
      .map((grant) => (isSameHolder(grant.holder, old) ? { ...grant, holder } : grant));
  }
}

function toHolder(role: SiteRole): SiteHolder {
  return { type: "projectRole", parameter: String(role.id) };
}
