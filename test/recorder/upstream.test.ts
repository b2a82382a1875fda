import { expect, test } from "vitest";
import { checkUpstream } from "../../src/recorder/upstream.js";

test.each([
  ["https://93.184.216.34", "https://93.184.216.34"],
  ["https://93.184.216.34/ex/jira/x/", "https://93.184.216.34/ex/jira/x"],
])("%s is passed on to", async (text, upstream) => {
  expect(await checkUpstream(text, false)).toBe(upstream);
});

test.each([
  ["http://93.184.216.34", "must begin with https://"],
  ["https://127.0.0.1", "is this machine"],
  ["https://[::1]:8080", "is this machine"],
  ["https://[::ffff:127.0.0.1]", "is this machine"],
  ["https://localhost", "is this machine"],
  ["https://10.1.2.3", "is inside a private network"],
  ["https://169.254.169.254", "is inside a private network"],
  ["https://[fd00::1]", "is inside a private network"],
  ["https://ann:secret@acme.example", "not a plain address"],
  ["https://acme.example/?x", "not a plain address"],
  ["acme", "not a plain address"],
  ["https://no-such-host.invalid", "there is no host no-such-host.invalid"],
])("%s is refused", async (text, why) => {
  await expect(checkUpstream(text, false)).rejects.toThrow(why);
});

test("this machine is passed on to only where that is allowed, which opens nothing else", async () => {
  expect(await checkUpstream("http://127.0.0.1:8080/", true)).toBe("http://127.0.0.1:8080");
  await expect(checkUpstream("http://10.1.2.3", true)).rejects.toThrow("private network");
  await expect(checkUpstream("http://93.184.216.34", true)).rejects.toThrow("https://");
});
