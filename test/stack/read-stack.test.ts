import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parseStack, readStack } from "../../src/stack/read-stack.js";

const folder = mkdtempSync(join(tmpdir(), "stack-"));
afterAll(() => rmSync(folder, { recursive: true }));

const fileWith = (bytes: Buffer | string) => {
  const file = join(folder, "x.yaml");
  writeFileSync(file, bytes);
  return file;
};

describe("a file that cannot be read", () => {
  it("is missing", () => {
    const file = join(folder, "none.yaml");
    expect(() => readStack(file)).toThrow(`${file}:1:1: no such file`);
  });

  it("is a folder", () => {
    const file = join(folder, "folder.yaml");
    mkdirSync(file);
    expect(() => readStack(file)).toThrow(`${file}:1:1: a folder, not a file`);
  });

  it("is larger than a megabyte", () => {
    const file = fileWith(`# ${"x".repeat(1_000_000)}`);
    expect(() => readStack(file)).toThrow(`${file}:1:1: larger than 1 MB; split it`);
  });

  it.each([
    ["a byte of Latin-1", Buffer.from("projects: {}\n# caf\xe9\n", "latin1"), "2:6"],
    ["after wide characters", Buffer.concat([Buffer.from("# é𝄞\uFFFD"), Buffer.from([0xff])]), "1:7"],
    ["a cut-off character", Buffer.concat([Buffer.from("# a"), Buffer.from([0xe2, 0x82])]), "1:4"],
    ["UTF-16", Buffer.from("\uFEFFprojects: {}", "utf16le"), "1:1"],
  ])("is not UTF-8: %s", (_, bytes, place) => {
    const file = fileWith(bytes);
    expect(() => readStack(file)).toThrow(`${file}:${place}: a byte that is not UTF-8; save the file as UTF-8`);
  });
});

it("a file with a byte order mark is read", () => {
  expect(readStack(fileWith("\uFEFFprojects: {}\n")).declaration.projects).toEqual({});
});

describe("a stack", () => {
  const text = "projects:\n  PAY:\n    permissionScheme: { site: Default }\n    roles:\n      Devs: { users: [a@b] }\n";
  const stack = parseStack("some/x.yaml", text);

  it.each([
    [[], 1, 1],
    [["projects", "PAY"], 2, 3],
    [["projects", "PAY", "permissionScheme"], 3, 5],
    [["projects", "PAY", "permissionScheme", "site"], 3, 31],
    [["projects", "PAY", "roles", "Devs", "users", 0], 5, 23],
    [["projects", "PAY", "roles", "None", "users", 0], 4, 5],
    [["projectRoles", "X"], 1, 1],
  ])("knows where %j stands", (origin, line, column) => {
    expect(stack.place(origin)).toEqual({ file: "some/x.yaml", line, column });
  });

  it("makes faults with file, place and path", () => {
    expect(stack.fault(["projects", "PAY"], "no such project on the site")).toEqual({
      file: "some/x.yaml",
      line: 2,
      column: 3,
      message: "projects.PAY: no such project on the site",
    });
  });

  it("has empty sections where the file has none", () => {
    expect(stack.declaration).toMatchObject({ integrationUsers: {}, permissionSchemes: {}, projectRoles: {} });
  });
});

describe("files that come with the project", () => {
  it("stacks/demo.yaml is valid", () => {
    const { declaration } = readStack("stacks/demo.yaml");
    const sizes = Object.values(declaration).map((section) => Object.keys(section).length);
    expect(sizes).toEqual([2, 3, 5, 4, 0]);
  });

  it("stacks/demo.yaml grants nothing to everybody", () => {
    const schemes = Object.values(readStack("stacks/demo.yaml").declaration.permissionSchemes);
    const holders = schemes.flatMap(({ grants }) => Object.values(grants ?? {}).flat());
    const wide = holders.filter(
      ({ type, name }) => type === "anyone" || type === "applicationRole" || name === "jira-software-users",
    );
    expect(wide).toEqual([]);
  });
});
