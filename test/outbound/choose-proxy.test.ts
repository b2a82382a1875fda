import { expect, test } from "vitest";
import { chooseProxy } from "../../src/outbound/choose-proxy.js";

const site = "https://acme.atlassian.net";
const https_proxy = "http://webproxy.example:8080";

test.each([
  ["nothing set", site, {}, undefined],
  ["HTTPS_PROXY", site, { HTTPS_PROXY: https_proxy }, `HTTPS_PROXY ${https_proxy}/`],
  ["small letters first", site, { HTTPS_PROXY: "http://other", https_proxy }, `https_proxy ${https_proxy}/`],
  ["an empty variable", site, { https_proxy: "", HTTPS_PROXY: https_proxy }, `HTTPS_PROXY ${https_proxy}/`],
  ["ALL_PROXY last", site, { ALL_PROXY: "http://all", HTTPS_PROXY: https_proxy }, `HTTPS_PROXY ${https_proxy}/`],
  ["ALL_PROXY alone", site, { ALL_PROXY: "http://all" }, "ALL_PROXY http://all/"],
  ["HTTP_PROXY is not for https", site, { HTTP_PROXY: https_proxy }, undefined],
  ["HTTP_PROXY is for http", "http://gitlab.example", { HTTP_PROXY: https_proxy }, `HTTP_PROXY ${https_proxy}/`],
  ["a proxy without a scheme", site, { HTTPS_PROXY: "webproxy.example:8080" }, `HTTPS_PROXY ${https_proxy}/`],
  ["a proxy that is spoken to by TLS", site, { HTTPS_PROXY: "https://p:8443" }, "HTTPS_PROXY https://p:8443/"],
  ["this machine", "https://localhost:8443", { HTTPS_PROXY: https_proxy }, undefined],
  ["this machine, by its address", "http://127.0.0.1:80", { HTTP_PROXY: https_proxy }, undefined],
])("%s", (_, address, environment, expected) => {
  const chosen = chooseProxy(new URL(address), environment);
  expect(chosen && `${chosen.variable} ${chosen.url}`).toBe(expected);
});

test.each([
  ["*", site, true],
  ["acme.atlassian.net", site, true],
  ["ACME.atlassian.net", site, true],
  ["atlassian.net", site, true],
  [".atlassian.net", site, true],
  ["*.atlassian.net", site, true],
  ["lassian.net", site, false],
  ["other.example, acme.atlassian.net", site, true],
  ["other.example acme.atlassian.net", site, true],
  ["acme.atlassian.net:443", site, true],
  ["acme.atlassian.net:8443", site, false],
  ["acme.atlassian.net:8443", `${site}:8443`, true],
  ["10.0.0.0/8", "https://10.1.2.3", true],
  ["10.0.0.0/8", "https://11.1.2.3", false],
  ["10.0.0.0/nonsense", "https://10.1.2.3", false],
  ["10.1.2.3", "https://10.1.2.3", true],
  ["fd00::/8", "https://[fd00::1]", true],
  ["[fd00::1]:443", "https://[fd00::1]", true],
  ["fd00::1", "https://[fd00::1]", true],
  ["", site, false],
])("NO_PROXY=%s lets %s go without a proxy: %s", (no_proxy, address, isExempt) => {
  expect(chooseProxy(new URL(address), { https_proxy, no_proxy }) === undefined).toBe(isExempt);
});

test.each(["socks5://user:secret-in-proxy@webproxy.example:1080", "http://", "http://user:secret-in-proxy@:80:80"])(
  "%s is no proxy that can be used, and the error tells no password",
  (HTTPS_PROXY) => {
    const choose = () => chooseProxy(new URL(site), { HTTPS_PROXY });
    expect(choose).toThrow("HTTPS_PROXY names no HTTP proxy");
    expect(choose).not.toThrow("secret-in-proxy");
  },
);
