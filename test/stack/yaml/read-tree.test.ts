import { describe, expect, it } from "vitest";
import { faultsOf } from "../faults-of.js";

const nested = (depth: number) => `projects: ${"[".repeat(depth)}${"]".repeat(depth)}\n`;

describe("a text that is not one plain YAML map", () => {
  it.each([
    [
      "an empty file",
      "",
      "1:1: expected a map with integrationUsers, permissionSchemes, projects, projectRoles, groups or assert, found nothing",
    ],
    [
      "a list",
      "- a\n",
      "1:1: expected a map with integrationUsers, permissionSchemes, projects, projectRoles, groups or assert, found a list",
    ],
    [
      "a line between two levels",
      "projects:\n  PAY:\n    permissionScheme: x\n   roles: {}\n",
      "4:1: not valid YAML: All mapping items must start at the same column; indent it like the lines beside it, with two spaces for each level",
    ],
    ["a tab", "projects:\n\tPAY: {}\n", "2:1: not valid YAML: Tabs are not allowed as indentation; indent with spaces"],
    [
      "a second document",
      "projects: {}\n---\nprojects: {}\n",
      "2:1: a second document begins here; a stack file is one document; include the other",
    ],
    ["a duplicate key", "projects:\n  PAY: {}\n  PAY: {}\n", "3:3: projects.PAY: duplicate key, already at line 2"],
    [
      "__proto__",
      "projects:\n  __proto__: { roles: {} }\n",
      '2:3: projects: "__proto__" cannot be a key; name it otherwise',
    ],
    ["constructor", "constructor: {}\n", '1:1: "constructor" cannot be a key; name it otherwise'],
    ["prototype", "projects: { prototype: {} }\n", '1:13: projects: "prototype" cannot be a key; name it otherwise'],
    [
      "a key that is a number",
      "projectRoles:\n  2024: {}\n",
      "2:3: projectRoles: a key that is not text; write it in quotes",
    ],
    ["a tag", "projects: !js {}\n", "1:11: not valid YAML: Unresolved tag: !js; stack files use no tags"],
    [
      "an alias without anchor",
      "projects: *none\n",
      "1:11: projects: an alias without an anchor &none before it; write &NAME at what is meant",
    ],
    [
      "an alias in itself",
      "projects: &a\n  PAY: *a\n",
      "2:8: projects.PAY.PAY: an alias of something that itself holds an alias; write it out",
    ],
    ["deep nesting", nested(51), "1:60: nested more than 50 levels deep; check the brackets"],
  ])("refuses %s", (_, text, fault) => {
    expect(faultsOf(text)).toEqual([`x.yaml:${fault}`]);
  });

  it("refuses aliases that multiply each other, before they do", () => {
    const bomb = Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]`);
    const faults = faultsOf(["a0: &a0 [x]", ...bomb].join("\n"));
    expect(faults[0]).toBe("x.yaml:3:10: a2[0][0]: an alias of something that itself holds an alias; write it out");
  });

  it("refuses more than a hundred aliases", () => {
    const grants = `ADD_COMMENTS: &a [reporter]\n      X__Y: [${"*a, ".repeat(101)}]`;
    expect(faultsOf(`permissionSchemes:\n  a:\n    grants:\n      ${grants}\n`)).toEqual([
      "x.yaml:5:414: permissionSchemes.a.grants.X__Y[100]: more than 100 aliases; write some out",
    ]);
  });

  it("refuses more than 100,000 values", () => {
    const text = `projectRoles:\n${Array.from({ length: 100_000 }, (_, i) => `  r${i}: {}`).join("\n")}\n`;
    expect(faultsOf(text)).toEqual([
      "x.yaml:99999:11: projectRoles.r99997: more than 100000 values, aliases counted; make several stacks of it",
    ]);
  });

  it.each(["[", "{a: ", "- ", "? "])("survives 20,000 times %j", (opening) => {
    expect(faultsOf(opening.repeat(20_000))).toEqual([expect.stringContaining("nested more than 50 levels deep")]);
  });

  it("stops at syntax errors", () => {
    expect(faultsOf('projects: "open\nprojectz: 1\n')).toHaveLength(1);
  });
});

describe("a text that is one plain YAML map", () => {
  it("may begin with a byte order mark, which no column counts", () => {
    expect(faultsOf("\uFEFFprojectz: {}\n")).toEqual([
      'x.yaml:1:1: projectz: unknown property "projectz"; did you mean projects?',
    ]);
  });

  it("may end its lines as Windows does", () => {
    expect(faultsOf("projects:\r\n  PAY:\r\n    role: {}\r\n")).toEqual([
      'x.yaml:3:5: projects.PAY.role: unknown property "role"; did you mean roles?',
    ]);
  });

  it("may nest fifty levels, as far as the syntax goes", () => {
    expect(faultsOf(nested(49))).toEqual(["x.yaml:1:11: projects: expected a map, found a list"]);
  });

  it("may use a list again by an alias; faults in it are shown at both places", () => {
    const text = "permissionSchemes:\n  a: { grants: &g { ADD_COMMENTS: [asignee] } }\n  b: { grants: *g }\n";
    expect(faultsOf(text)).toEqual([
      'x.yaml:2:36: permissionSchemes.a.grants.ADD_COMMENTS[0]: unknown holder type "asignee"; did you mean assignee?',
      'x.yaml:3:16: permissionSchemes.b.grants.ADD_COMMENTS[0]: unknown holder type "asignee"; did you mean assignee?',
    ]);
  });

  it("prints nothing that a terminal would obey", () => {
    const [fault] = faultsOf('projects:\n  "\\e[31m\\u202e\\n": {}\n');
    expect(fault).toMatch(/^x\.yaml:2:3: projects\."\\u001b\[31m\\u202e\\n": /);
  });

  it("prints long texts shortened", () => {
    const [fault] = faultsOf(`projects:\n  ${"a".repeat(9000)}: {}\n`);
    expect(fault?.length).toBeLessThan(400);
  });
});
