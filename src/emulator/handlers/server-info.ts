import { type Route, route } from "../route.js";
import { toJiraTime } from "../rules/clock.js";

/** The operation that describes the site itself. */
export const serverInfoRoutes: readonly Route[] = [
  route({
    operation: "getServerInfo",
    method: "GET",
    path: "/serverInfo",
    anonymous: true,
    answer: ({ site, url }) => ({
      status: 200,
      body: {
        baseUrl: url,
        displayUrl: url,
        version: "1001.0.0-SNAPSHOT",
        versionNumbers: [1001, 0, 0],
        deploymentType: "Cloud",
        buildNumber: 100_000,
        buildDate: "2026-01-01T00:00:00.000+0000",
        serverTime: toJiraTime(),
        serverTimeZone: site.timeZone,
        scmInfo: "emulator",
        serverTitle: site.name,
        defaultLocale: { locale: "en_US" },
      },
    }),
  }),
];
