import { AxiosError } from "axios";
import { expect, test } from "vitest";
import { findNetworkFault } from "../../src/outbound/find-network-fault.js";
import { describeNetworkFault } from "../../src/outbound/network-fault.js";

const proxy = { variable: "HTTPS_PROXY", url: new URL("http://ann:canary-of-proxies@webproxy.example:8080") };
const orProxy = ", and HTTPS_PROXY where only a proxy leads there";
const company = "If that is your company's, name the file of its certificate in NODE_EXTRA_CA_CERTS";

/** What a fault is called, what is said to do, and whether the request is tried again: as ever, a few times, or never. */
const faults = [
  ["ENOTFOUND", `there is no host of that name. Check JIRA_URL${orProxy}`, "a few times"],
  ["EAI_AGAIN", `the host's name could not be looked up. Check JIRA_URL${orProxy}`, "a few times"],
  ["ECONNREFUSED", "nothing listens at that address. Check JIRA_URL", "a few times"],
  ["EHOSTUNREACH", `no way leads to that address. Check JIRA_URL${orProxy}`, "a few times"],
  ["ENETUNREACH", `no way leads to that address. Check JIRA_URL${orProxy}`, "a few times"],
  ["ECONNRESET", "the connection was broken off. Check JIRA_URL", "as ever"],
  ["ECONNABORTED", `the answer took too long or broke off. Check JIRA_URL${orProxy}`, "as ever"],
  ["ETIMEDOUT", `the answer took too long. Check JIRA_URL${orProxy}`, "as ever"],
  ["SOMETHING_NEW", "no answer came (SOMETHING_NEW). Check JIRA_URL", "as ever"],
  ["SELF_SIGNED_CERT_IN_CHAIN", `its certificate is of an authority that Node does not know. ${company}`, "never"],
  [
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    `its certificate is of an authority that Node does not know. ${company}`,
    "never",
  ],
  ["CERT_HAS_EXPIRED", "its certificate has expired. Check this machine's clock, then ask those who run it", "never"],
  ["CERT_NOT_YET_VALID", "its certificate is not valid yet. Check this machine's clock", "never"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "its certificate is for another name. Check JIRA_URL", "never"],
  ["EPROTO", "what answers there does not speak https. Check JIRA_URL", "never"],
  ["ERR_SSL_WRONG_VERSION_NUMBER", "what answers there does not speak https. Check JIRA_URL", "never"],
] as const;

test.each(faults)("%s: %s", (code, text, again) => {
  const fault = findNetworkFault(new AxiosError("at https://ann:secret@acme.example", code), undefined);
  expect(describeNetworkFault(fault, "Check JIRA_URL")).toBe(text);
  expect(fault.isFinal ? "never" : fault.reached ? "as ever" : "a few times").toBe(again);
});

test.each([
  ["ECONNREFUSED", "the proxy webproxy.example:8080: nothing listens at that address"],
  ["ENOTFOUND", "the proxy webproxy.example:8080: there is no host of that name"],
  ["ECONNRESET", "through the proxy webproxy.example:8080: the connection was broken off"],
])("%s by way of a proxy: %s", (code, what) => {
  const text = describeNetworkFault(findNetworkFault(new AxiosError("", code), proxy), "Check JIRA_URL");
  expect(text).toBe(`${what}. Check HTTPS_PROXY; name the host in NO_PROXY where it is reached without one`);
});
