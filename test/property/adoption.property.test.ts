import fc from "fast-check";
import { expect, test } from "vitest";
import { adoptAccess } from "../../src/adoption/adopt-access.js";
import { createClient } from "../../src/client/create-client.js";
import { readCredentials } from "../../src/client/credentials.js";
import { createDirectory } from "../../src/client/directory.js";
import { findAccess } from "../../src/live/find-access.js";
import { observeSite } from "../../src/live/observe-site.js";
import { preflight } from "../../src/preflight/preflight.js";
import { recollect } from "../../src/preflight/recollection.js";
import { parseStack } from "../../src/stack/read-stack.js";
import { writeStack } from "../../src/stack/write-stack.js";
import { startSite } from "../emulator/site.js";
import { declaredBy } from "../helpers/declared-by.js";
import { describeState, takeWrites } from "../helpers/describe-state.js";
import { startStack } from "../helpers/stack-engine.js";
import { seeds } from "./arbitraries.js";

const asked = process.env.PROPERTY_RUNS;
const numRuns = Number(asked ?? 50);

test(
  "a site that is adopted and applied sees no write, and nothing is left to do or lost when the stack goes",
  async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const site = await startSite({ seed });
        const before = await describeState(site);
        const settings: Record<string, string> = {
          ...{ JIRA_URL: site.url, JIRA_EMAIL: "admin@acme.example", JIRA_API_TOKEN: "emulator-admin-token" },
        };
        const directory = createDirectory(createClient(readCredentials((name) => settings[name])));
        const { content, remarks } = adoptAccess(await findAccess(directory, []));
        const stack = parseStack("adopted.yaml", writeStack(content, remarks, []));
        const desired = await preflight(stack, "acme/test", recollect({}), (lookups) =>
          observeSite(directory, lookups),
        );
        const declared = await declaredBy(desired);
        const engine = startStack(site);
        await engine.up(declared);
        expect(await engine.preview(declared)).toEqual([]);
        await engine.destroy();
        expect(await takeWrites(site)).toEqual([]);
        expect(await describeState(site)).toEqual(before);
      }),
      { numRuns, ...(asked === undefined ? { seed: 20_261_127 } : {}) },
    );
  },
  10_000 + numRuns * 1_000,
);
