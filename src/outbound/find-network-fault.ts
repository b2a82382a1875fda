import { isAxiosError } from "axios";
import { type HttpProxy, ProxySettingError } from "./choose-proxy.js";
import type { NetworkFault } from "./network-fault.js";
import { ProxyRefusal } from "./proxy-agent.js";

/** How long an answer may be, once it is unpacked. */
export const mostAnswerBytes = 64 * 2 ** 20;

/**
 * What is wrong with a request that got no whole answer.
 * @param proxy what it went through, where it did not go directly.
 */
export function findNetworkFault(error: unknown, proxy: HttpProxy | undefined): NetworkFault {
  if (error instanceof ProxySettingError) {
    return refused(error.message, `Write ${error.variable} like http://webproxy.your-company.example:8080`);
  }
  const cause = isAxiosError(error) ? error.cause : undefined;
  if (proxy !== undefined && cause instanceof ProxyRefusal) return proxyRefusal(proxy, cause.status);
  const code = codeOf(error);
  if (code === tooLarge) return { what: `the answer is larger than ${mostAnswerBytes / 2 ** 20} MB`, ...answered };
  const certificate = certificateFaults[code] ?? (code.startsWith("ERR_SSL_") ? noTls : undefined);
  if (certificate !== undefined) return { ...certificate, reached: false, isFinal: true };
  const plain = plainFaults[code] ?? `no answer came (${code})`;
  const reached = !neverConnected.has(code);
  if (proxy === undefined) return { what: plain, isFar: far.has(code), reached, isFinal: false };
  const what = `${reached ? "through " : ""}the proxy ${proxy.url.host}: ${plain}`;
  return { what, cure: `Check ${proxy.variable}; ${withoutProxy}`, reached, isFinal: false };
}

const tooLarge = "answer too large";
const answered = { reached: true, isFinal: true } as const;
const withoutProxy = "name the host in NO_PROXY where it is reached without one";
const neverConnected = new Set(["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH"]);

/** Faults of networks that let nothing out but through a proxy; firewalls drop what they do not like. */
const far = new Set(["ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT", "ECONNABORTED"]);

const plainFaults: Readonly<Record<string, string>> = {
  ENOTFOUND: "there is no host of that name",
  EAI_AGAIN: "the host's name could not be looked up",
  ECONNREFUSED: "nothing listens at that address",
  EHOSTUNREACH: "no way leads to that address",
  ENETUNREACH: "no way leads to that address",
  ECONNRESET: "the connection was broken off",
  EPIPE: "the connection was broken off",
  ECONNABORTED: "the answer took too long or broke off",
  ERR_CANCELED: "the answer took too long",
  ETIMEDOUT: "the answer took too long",
};

const unknownAuthority = {
  what: "its certificate is of an authority that Node does not know",
  cure: "If that is your company's, name the file of its certificate in NODE_EXTRA_CA_CERTS",
};

const noTls = { what: "what answers there does not speak https" };

const certificateFaults: Readonly<Record<string, Pick<NetworkFault, "what" | "cure">>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: unknownAuthority,
  SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
  CERT_HAS_EXPIRED: {
    what: "its certificate has expired",
    cure: "Check this machine's clock, then ask those who run it",
  },
  CERT_NOT_YET_VALID: { what: "its certificate is not valid yet", cure: "Check this machine's clock" },
  ERR_TLS_CERT_ALTNAME_INVALID: { what: "its certificate is for another name" },
  EPROTO: noTls,
};

function codeOf(error: unknown): string {
  if (!isAxiosError(error)) return "unknown fault";
  return error.message.startsWith("maxContentLength ") ? tooLarge : (error.code ?? "unknown fault");
}

function refused(what: string, cure: string): NetworkFault {
  return { what, cure, reached: false, isFinal: true };
}

function proxyRefusal({ url, variable }: HttpProxy, status: number): NetworkFault {
  const { host } = url;
  if (status === 407) {
    const cure = `Write USER:PASSWORD@ before the host in ${variable}`;
    return refused(`the proxy ${host} wants other credentials (407)`, cure);
  }
  const what = `the proxy ${host} makes no connection to that host (${status})`;
  const cure = `Ask those who run it to allow that; ${withoutProxy}`;
  return status < 500 ? refused(what, cure) : { what, cure, reached: false, isFinal: false };
}
