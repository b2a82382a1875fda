import { randomBytes } from "node:crypto";
import { type Listening, listen } from "../loopback/listen.js";
import { serveControl } from "./control.js";
import { acme } from "./seed/acme.js";
import { plantSite } from "./seed/plant-site.js";
import { parseSeed, type Seed } from "./seed/seed.js";
import { serveSite, type Watch } from "./serve-site.js";
import { World } from "./state/world.js";

/** How an emulator is started; without a port any free one is taken, without a seed the site is `acme`. */
export interface EmulatorOptions {
  readonly port?: number;
  readonly seed?: Seed;
  /** How long every answer of the site takes at least. */
  readonly latencyMs?: number;
  /** Whether too many requests at once are refused; what the seed says unless given. */
  readonly limits?: boolean;
  /** Is called after each request that the site has heard, before its answer goes out, with the site as it is then. */
  readonly watch?: Watch;
}

/** Where a running emulator is found; no address ends in a slash. */
interface EmulatorAddresses {
  /** The site, in place of `https://NAME.atlassian.net`. */
  readonly url: string;
  /** In place of `https://api.atlassian.com`: the site is below `/ex/jira/{cloudId}`. */
  readonly gatewayUrl: string;
  readonly cloudId: string;
  /** Where tests look at the site and order faults; whoever knows it may do so. */
  readonly controlUrl: string;
  /** In place of `https://api.atlassian.com` for the organisation's API. */
  readonly adminUrl: string;
  /** In place of `https://auth.atlassian.com`. */
  readonly authUrl: string;
  readonly orgId: string;
  readonly orgApiKey: string;
}

/** A running emulator. */
export interface RunningEmulator extends EmulatorAddresses {
  /** Stops it and drops every open connection. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a Jira Cloud site on this machine.
 * @throws Error when the seed is not valid or the port is taken.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<RunningEmulator> {
  const { port = 0, seed = acme, latencyMs = 0, limits, watch } = options;
  const planted = parseSeed(seed);
  const world = new World(plantSite(limits === undefined ? planted : { ...planted, limits }));
  const secret = randomBytes(24).toString("hex");
  const site = await listen(port, (port) => serveSite(world, { port, latencyMs, watch }));
  const control = await listen(0, (port) => serveControl(world, secret, port));
  const url = toUrl(site);
  return {
    url,
    gatewayUrl: url,
    cloudId: world.site.cloudId,
    controlUrl: `${toUrl(control)}/${secret}`,
    adminUrl: url,
    authUrl: url,
    orgId: world.site.organisation.id,
    orgApiKey: world.site.organisation.apiKeys[0]?.secret ?? "",
    close: async () => {
      await Promise.all([site.close(), control.close()]);
    },
  };
}

function toUrl({ port }: Listening): string {
  return `http://127.0.0.1:${port}`;
}
