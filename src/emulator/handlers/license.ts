import { type Route, route } from "../route.js";

/** The operation that tells which plan each product is on. */
export const licenseRoutes: readonly Route[] = [
  route({
    operation: "getLicense",
    method: "GET",
    path: "/instance/license",
    answer: ({ site }) => {
      const plan = site.plan === "free" ? "FREE" : "PAID";
      return { status: 200, body: { applications: site.applications.map(({ key }) => ({ id: key, plan })) } };
    },
  }),
];
