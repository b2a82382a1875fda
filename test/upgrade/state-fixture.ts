import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../../infra/package-folder.js";
import type { Seed } from "../../src/emulator/seed/seed.js";
import { basic, startSite, type TestSite } from "../emulator/site.js";
import type { Declared } from "../helpers/library-project.js";

/** A request that changed a site. */
export interface Write {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** A resource as a state holds it. */
interface StoredResource {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly inputs?: Record<string, unknown>;
  readonly outputs?: Record<string, unknown>;
}

/** What a released version left behind: a whole stack's state, and how its site came to be. */
export interface StateFixture {
  readonly version: string;
  /** The site before the stack. */
  readonly seed: Seed;
  readonly declared: Readonly<Record<string, Declared>>;
  /** What the version sent to the site, in order. */
  readonly writes: readonly Write[];
  /** As `pulumi stack export` gives it. */
  readonly state: { readonly version: number; readonly deployment: { readonly resources: readonly StoredResource[] } };
}

/** Where the fixtures are, one file a version. */
export const fixtureFolder = join(packageFolder, "test/fixtures/state");

/** The fixture of every released version. */
export function readStateFixtures(): readonly StateFixture[] {
  const names = readdirSync(fixtureFolder).filter((name) => name.endsWith(".json"));
  return names.map((name) => JSON.parse(readFileSync(join(fixtureFolder, name), "utf8")));
}

/** A state without what belongs to the machine that made it: paths, times, and the salt of its passphrase. */
export function withoutTraces(state: StateFixture["state"]): StateFixture["state"] {
  const traces = new Set(["sourcePosition", "stackTrace", "created", "modified", "secrets_providers"]);
  return JSON.parse(JSON.stringify(state, (key, value) => (traces.has(key) ? undefined : value)));
}

/** A site as the version left it. */
export async function startLeftSite({ seed, writes }: StateFixture): Promise<TestSite> {
  const site = await startSite({ seed });
  for (const { method, path, body } of writes) {
    const response = await fetch(`${site.url}${path}`, {
      method,
      headers: {
        authorization: basic("admin@acme.example", "emulator-admin-token"),
        "content-type": "application/json",
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  }
  return site;
}
