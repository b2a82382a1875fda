import { expect, test } from "vitest";
import { toPlainProxy } from "../../src/outbound/proxy-agent.js";

test.each([
  ["http://ann:s%40cret@webproxy.example:8080", { username: "ann", password: "s@cret" }],
  ["http://ann:100%@webproxy.example:8080", { username: "ann", password: "100%" }],
  ["http://webproxy.example:8080", undefined],
])("%s names the user and the password", (address, auth) => {
  const proxy = toPlainProxy({ variable: "HTTPS_PROXY", url: new URL(address) });
  expect(proxy).toEqual({ protocol: "http:", host: "webproxy.example", port: 8080, ...(auth && { auth }) });
});
