import type { Agent } from "node:https";
import type { AxiosProxyConfig } from "axios";
import { keepSecret } from "../errors.js";
import type { HttpProxy } from "./choose-proxy.js";

/** A proxy that did not make the connection which it was asked for. */
export class ProxyRefusal extends Error {
  override readonly name = "ProxyRefusal";
  /** By which axios tells it on. */
  readonly code = "EPROXYREFUSED";
  /** What the proxy answered. */
  readonly status: number;

  constructor(status: number) {
    super(`the proxy answered with ${status}`);
    this.status = status;
  }
}

/**
 * An agent whose connections go through a proxy and are kept; the library is loaded only here. The password is in no
 * address that the library could log.
 */
export async function openProxyAgent({ url }: HttpProxy): Promise<Agent> {
  const { HttpsProxyAgent } = await import("https-proxy-agent");
  const auth = credentialsOf(url);
  const pair = Buffer.from(`${auth?.username}:${auth?.password}`).toString("base64");
  const headers = auth === undefined ? {} : { "Proxy-Authorization": `Basic ${pair}` };
  const agent = new HttpsProxyAgent(url.origin, { keepAlive: true, headers });
  // Else the library hands on the proxy's answer as if it were the site's.
  agent.on("proxyConnect", ({ statusCode }, request) => {
    if (statusCode !== 200) request.destroy(new ProxyRefusal(statusCode));
  });
  return agent;
}

/** A proxy as axios wants it for requests that are not encrypted, which it is sent as they are. */
export function toPlainProxy({ url }: HttpProxy): AxiosProxyConfig {
  const { protocol, hostname, port } = url;
  const auth = credentialsOf(url);
  const address = { protocol, host: hostname, port: Number(port || (protocol === "https:" ? 443 : 80)) };
  return auth === undefined ? address : { ...address, auth };
}

/** The user name and password of a proxy's address, which no error holds from then on; undefined where it has none. */
function credentialsOf(url: URL): { readonly username: string; readonly password: string } | undefined {
  const [username, password] = [decode(url.username), decode(url.password)];
  if (username === "" && password === "") return undefined;
  keepSecret(password);
  keepSecret(Buffer.from(`${username}:${password}`).toString("base64"));
  return { username, password };
}

/** What a part of an address stands for; one with a bare `%` stands for itself. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
