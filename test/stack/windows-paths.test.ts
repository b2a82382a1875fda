import { posix, win32 } from "node:path";
import { expect, test } from "vitest";
import { StackError } from "../../src/errors.js";
import { parseStack } from "../../src/stack/read-stack.js";
import { withSlashes } from "../../src/stack/slashes.js";
import { leadsAway, partFile, partWritingFault } from "../../src/stack/yaml/part-path.js";

test("a stack file has the same name on Windows as elsewhere", () => {
  expect(withSlashes(win32.join("stacks", "demo.yaml"), win32.sep)).toBe("stacks/demo.yaml");
  expect(withSlashes("C:\\access\\stacks\\demo.yaml", win32.sep)).toBe("C:/access/stacks/demo.yaml");
  expect(withSlashes("odd\\name.yaml", posix.sep)).toBe("odd\\name.yaml");
});

test.each([
  ["parts/people.yaml", "stacks/demo.yaml", "stacks/parts/people.yaml"],
  ["../shared/people.yaml", "C:/access/stacks/demo.yaml", "C:/access/shared/people.yaml"],
  ["people.yaml", "C:\\access\\stacks\\demo.yaml", "C:/access/stacks/people.yaml"],
])("%s in %s is %s on Windows", (path, includingFile, file) => {
  expect(partFile(path, includingFile, win32)).toBe(file);
});

test.each([
  ["C:/access/stacks", "C:/access/stacks/parts/people.yaml", false],
  ["C:/Access/Stacks", "c:\\access\\stacks\\people.yaml", false],
  ["C:/access/stacks", "C:/access/people.yaml", true],
  ["C:/access/stacks", "D:/access/stacks/people.yaml", true],
  ["C:/access/stacks", "C:/access/stacks/..people.yaml", false],
])("whether what is included leads out of a folder is told on Windows: %s, %s", (folder, file, away) => {
  expect(leadsAway(folder, file, win32)).toBe(away);
});

test.each(["C:\\people.yaml", "C:/people.yaml", "\\\\server\\people.yaml", "/people.yaml"])(
  "%s is no relative path, whichever system reads it",
  (path) => expect(partWritingFault(path)).toMatch(/ is no relative path; write it from the file that includes it$/),
);

test("a path that only Windows would follow is refused on every system", () => {
  expect(partWritingFault("parts\\people.yaml")).toBe(
    '"parts\\\\people.yaml": write / between folders, on Windows too',
  );
});

test("lines that end as on Windows are counted as others are", () => {
  const text = "projects:\n  PAY:\n    permissionSchem: x\n  WEB: { permissionScheme: y }\npermissionSchemes: {}\n";
  expect(faultsIn(text)).toEqual(["3:5", "4:28"]);
  expect(faultsIn(text.replaceAll("\n", "\r\n"))).toEqual(faultsIn(text));
  expect(faultsIn("projects:\r\n\t PAY: {}\r\n")).toEqual(faultsIn("projects:\n\t PAY: {}\n"));
});

function faultsIn(text: string): readonly string[] {
  try {
    parseStack("demo.yaml", text);
    return [];
  } catch (error) {
    if (error instanceof StackError) return error.faults.map(({ line, column }) => `${line}:${column}`);
    throw error;
  }
}
