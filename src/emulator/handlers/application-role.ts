import { toApplicationRole } from "../answers/application-role.js";
import { type Route, route } from "../route.js";

/** The operation that tells which groups give a licence for each product. */
export const applicationRoleRoutes: readonly Route[] = [
  route({
    operation: "getAllApplicationRoles",
    method: "GET",
    path: "/applicationrole",
    needs: ["ADMINISTER"],
    answer: ({ site, url }) => ({
      status: 200,
      body: site.applications.map((application) => toApplicationRole(site, url, application)),
    }),
  }),
];
