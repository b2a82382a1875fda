import { expect, test } from "vitest";
import { toUri } from "../../../src/report/findings/to-uri.js";

test.each([
  ["stacks/my web.yaml", false, "stacks/my%20web.yaml"],
  ["stacks/50%#1?.yaml", false, "stacks/50%25%231%3F.yaml"],
  ["/access/my web.yaml", false, "file:///access/my%20web.yaml"],
  ["stacks/my web.yaml", true, "stacks/my%20web.yaml"],
  ["C:/access/my web.yaml", true, "file:///C:/access/my%20web.yaml"],
  ["//server/access/web.yaml", true, "file://server/access/web.yaml"],
])("%s (on Windows: %s) is at %s", (path, isOnWindows, uri) => {
  expect(toUri(path, isOnWindows)).toBe(uri);
});
