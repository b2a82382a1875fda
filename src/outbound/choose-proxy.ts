import { BlockList, isIP } from "node:net";
import { isThisMachine } from "./this-machine.js";

/** The proxy that requests go through. */
export interface HttpProxy {
  /** The variable of the environment that names it. */
  readonly variable: string;
  /** Its address, which may hold a password. */
  readonly url: URL;
}

/** A variable that names no proxy which could be used. */
export class ProxySettingError extends Error {
  override readonly name = "ProxySettingError";
  readonly variable: string;

  constructor(variable: string) {
    super(`${variable} names no HTTP proxy`);
    this.variable = variable;
  }
}

/** The variables of an environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy for an address, by the variables that curl and the Pulumi CLI heed: `HTTPS_PROXY` or `HTTP_PROXY` by the
 * scheme of the address, else `ALL_PROXY`, and none where `NO_PROXY` names the host; each in small letters first. This
 * machine is always reached directly, since what is sent to it may be unencrypted.
 * @throws ProxySettingError
 */
export function chooseProxy(address: URL, environment: Environment): HttpProxy | undefined {
  if (isThisMachine(address.hostname)) return undefined;
  const variable = findSet(environment, `${address.protocol.slice(0, -1)}_proxy`, "all_proxy");
  if (variable === undefined || isExempt(address, read(environment, "no_proxy"))) return undefined;
  const text = environment[variable] ?? "";
  const url = parse(text.includes("://") ? text : `http://${text}`);
  if (url !== undefined) return { variable, url };
  throw new ProxySettingError(variable);
}

function findSet(environment: Environment, ...names: readonly string[]): string | undefined {
  return names.flatMap((name) => [name, name.toUpperCase()]).find((name) => environment[name]);
}

function read(environment: Environment, name: string): string {
  return environment[findSet(environment, name) ?? ""] ?? "";
}

function parse(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && ["http:", "https:"].includes(url.protocol) && url.hostname !== "" ? url : undefined;
}

function isExempt({ hostname, port, protocol }: URL, list: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "");
  const ownPort = port || (protocol === "https:" ? "443" : "80");
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .some((entry) => entry === "*" || isNamed(host, ownPort, entry));
}

/** Whether an entry of `NO_PROXY` names a host: by its name or a domain above it, its address or a range, with a port. */
function isNamed(host: string, ownPort: string, entry: string): boolean {
  const [, named = entry, port = ownPort] = /^(\[.+\]|[^:]+):(\d+)$/.exec(entry) ?? [];
  if (port !== ownPort) return false;
  const name = named.replace(/^\[|\]$/g, "").replace(/^\*?\./, "");
  return name.includes("/") ? isWithin(host, name) : host === name || host.endsWith(`.${name}`);
}

function isWithin(host: string, range: string): boolean {
  const [base = "", bits] = range.split("/");
  const family = isIP(base);
  const most = family === 4 ? 32 : 128;
  if (family === 0 || isIP(host) !== family || !(Number(bits) >= 0 && Number(bits) <= most)) return false;
  const kind = family === 4 ? "ipv4" : "ipv6";
  const list = new BlockList();
  list.addSubnet(base, Number(bits), kind);
  return list.check(host, kind);
}
