import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";
import { RecordingError } from "../errors.js";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8);
loopback.addAddress("::1", "ipv6");

const inside = new BlockList();
for (const net of ["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"]) {
  addNet(net, "ipv4");
}
for (const net of ["::/128", "fc00::/7", "fe80::/10"]) addNet(net, "ipv6");

/**
 * The one address that a recorder passes calls on to: https outside this machine and its network; this machine only where
 * that is allowed, then also without https. Never ends in `/`.
 * @throws RecordingError that says what is wrong with it.
 */
export async function checkUpstream(text: string, allowsLoopback: boolean): Promise<string> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw refuse("that is not a plain address; write it like https://your-site.atlassian.net");
  }
  const plain = `${url.origin}${url.pathname}`.replace(/\/+$/, "");
  const addresses = await resolve(url.hostname.replace(/^\[|\]$/g, ""));
  const isLoopback = addresses.map((address) => loopback.check(address, familyOf(address)));
  if (allowsLoopback && !isLoopback.includes(false)) return plain;
  if (isLoopback.includes(true)) {
    throw refuse(`${url.host} is this machine; allow that with --allow-loopback`);
  }
  if (addresses.some((address) => inside.check(address, familyOf(address)))) {
    throw refuse(`${url.host} is inside a private network, where Jira Cloud is not; name your site`);
  }
  if (url.protocol !== "https:") throw refuse(`${plain} must begin with https://`);
  return plain;
}

async function resolve(host: string): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host];
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    throw refuse(`there is no host ${host}; check its name, and this machine's network`);
  }
}

function refuse(why: string): RecordingError {
  return new RecordingError(`--upstream, or JIRA_URL in its place: ${why}`);
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}

function addNet(net: string, family: "ipv4" | "ipv6"): void {
  const [address = "", prefix] = net.split("/");
  inside.addSubnet(address, Number(prefix), family);
}
