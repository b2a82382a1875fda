import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { formatFault, StackError } from "../../src/errors.js";
import { parseStack, readStack } from "../../src/stack/read-stack.js";

/** A folder with a stack file `main.yaml` and others; gone after the test. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "include-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function faultsOf(files: Readonly<Record<string, string>>, folder = folderOf(files)): string[] {
  try {
    readStack(join(folder, "main.yaml"));
    return [];
  } catch (error) {
    if (!(error instanceof StackError)) throw error;
    return error.faults.map((fault) => formatFault(fault).replaceAll(`${folder}/`, ""));
  }
}

const scheme = "permissionSchemes:\n  delivery: { name: Delivery }\n";

describe("a stack of several files", () => {
  const files = {
    "main.yaml": "include: [parts/schemes.yaml, parts/people.yaml]\nprojects:\n  PAY: { permissionScheme: delivery }\n",
    "parts/schemes.yaml": `\uFEFF${scheme}`,
    "parts/people.yaml": "# people\nprojects:\n  WEB: {}\nprojectRoles: { Devs: {} }\ninclude: [more/roles.yaml]\n",
    "parts/more/roles.yaml": "projectRoles:\n  Agents: {}\n",
  };

  it("declares what all of them say, in the order in which they are read", () => {
    const { declaration } = readStack(join(folderOf(files), "main.yaml"));
    expect(declaration).toEqual({
      integrationUsers: {},
      permissionSchemes: { delivery: { name: "Delivery" } },
      projects: { PAY: { permissionScheme: "delivery" }, WEB: {} },
      projectRoles: { Devs: {}, Agents: {} },
      groups: {},
    });
  });

  it("knows in which file everything stands", () => {
    const folder = folderOf(files);
    const stack = readStack(join(folder, "main.yaml"));
    const names = ["main.yaml", "parts/schemes.yaml", "parts/people.yaml", "parts/more/roles.yaml"];
    expect(stack.files).toEqual(names.map((name) => join(folder, name)));
    const placeOf = (...origin: string[]) => {
      const { file, line, column } = stack.place(origin);
      return `${file.slice(folder.length + 1)}:${line}:${column}`;
    };
    expect(placeOf("permissionSchemes", "delivery", "name")).toBe("parts/schemes.yaml:2:21");
    expect(placeOf("projects", "PAY")).toBe("main.yaml:3:3");
    expect(placeOf("projects", "WEB")).toBe("parts/people.yaml:3:3");
    expect(placeOf("projectRoles", "Agents")).toBe("parts/more/roles.yaml:2:3");
    expect(stack.fault(["projects", "WEB"], "gone").file).toBe(join(folder, "parts/people.yaml"));
  });

  it("has its faults of every kind told file by file", () => {
    expect(
      faultsOf({
        "main.yaml": "include: [a.yaml, b.yaml]\nprojects:\n  PAY: { permissionScheme: delivry }\n",
        "a.yaml": `${scheme}projectRoles: { Devs: {}, devs: {} }\n`,
        "b.yaml":
          "projects:\n  WEB: { permissionSchema: delivery }\n  PAY: { permissionScheme: delivery }\n  OPS: {}\n  OPS: {}\n",
      }),
    ).toEqual([
      'main.yaml:3:28: projects.PAY.permissionScheme: unknown scheme "delivry"; did you mean delivery?',
      'a.yaml:3:27: projectRoles.devs: the name "devs" is already that of "Devs" at line 3 of a.yaml',
      'b.yaml:2:10: projects.WEB.permissionSchema: unknown property "permissionSchema"; did you mean permissionScheme?',
      "b.yaml:3:10: projects.PAY.permissionScheme: duplicate key, already at line 3 of main.yaml",
      "b.yaml:5:3: projects.OPS: duplicate key, already at line 4 of b.yaml",
    ]);
  });

  it("puts an entry together out of what each file says of it, every property in a place of its own", () => {
    const folder = folderOf({
      "main.yaml": "include: [a.yaml]\npermissionSchemes:\n  delivery: { name: Ours }\n",
      "a.yaml": "permissionSchemes:\n  delivery:\n    grants: { BROWSE_PROJECTS: [anyone] }\n",
    });
    const { declaration, place } = readStack(join(folder, "main.yaml"));
    expect(declaration.permissionSchemes).toEqual({
      delivery: { name: "Ours", grants: { BROWSE_PROJECTS: [{ type: "anyone" }] } },
    });
    expect(place(["permissionSchemes", "delivery", "name"])).toMatchObject({
      file: join(folder, "main.yaml"),
      line: 3,
    });
    expect(place(["permissionSchemes", "delivery", "grants"])).toMatchObject({ file: join(folder, "a.yaml"), line: 3 });
  });

  it.each([
    ["PAY: 5", "PAY: {}", "b.yaml:2:3: projects.PAY: duplicate key, already at line 2 of a.yaml"],
    ["PAY: {}", "PAY: []", "b.yaml:2:3: projects.PAY: duplicate key, already at line 2 of a.yaml"],
    [
      "PAY: { roles: { Devs: {} } }",
      "PAY: { roles: { QA: {} } }",
      "b.yaml:2:10: projects.PAY.roles: duplicate key, already at line 2 of a.yaml",
    ],
  ])("has %s in one file and %s in another told as a clash", (first, second, fault) => {
    const parts = { "a.yaml": `projects:\n  ${first}\n`, "b.yaml": `projects:\n  ${second}\n` };
    expect(faultsOf({ "main.yaml": "include: [a.yaml, b.yaml]", ...parts })).toContain(fault);
  });

  it("is not checked by meaning while a file is missing from it", () => {
    const text = "include: [a.yaml]\nprojects: { PAY: { permissionScheme: delivery, roles: 5 } }\n";
    expect(faultsOf({ "main.yaml": text, "a.yaml": "permissionSchemes: {\n" })).toEqual([
      "main.yaml:2:55: projects.PAY.roles: expected a map, found the number 5",
      expect.stringMatching(/^a\.yaml:\d:\d+: not valid YAML: /),
    ]);
  });
});

describe("what cannot be included", () => {
  const main = (include: string) => ({ "main.yaml": `include: ${include}\n`, "a.yaml": "projects: {}\n" });
  it.each([
    ["a.yaml", 'main.yaml:1:1: include: expected a list of files, found the text "a.yaml"'],
    ["[5]", "main.yaml:1:11: include[0]: expected a file, found the number 5"],
    ["[b.yaml]", 'main.yaml:1:11: include: "b.yaml": no such file; check the path, from the file that includes it'],
    ["[../b.yaml]", 'main.yaml:1:11: include: "../b.yaml" leads out of the stack file\'s folder; put it there'],
    [
      "[x/../../b.yaml]",
      'main.yaml:1:11: include: "x/../../b.yaml" leads out of the stack file\'s folder; put it there',
    ],
    [
      "[/etc/b.yaml]",
      'main.yaml:1:11: include: "/etc/b.yaml" is no relative path; write it from the file that includes it',
    ],
    [
      "[/etc/passwd]",
      'main.yaml:1:11: include: "/etc/passwd" is no relative path; write it from the file that includes it',
    ],
    ["[notes.md]", 'main.yaml:1:11: include: "notes.md" does not end in .yaml or .yml; name a stack file'],
    ["[a.yaml, ./a.yaml]", 'main.yaml:1:19: include: "./a.yaml" is included twice, already at line 1 of main.yaml'],
    ["[main.yaml]", "main.yaml:1:11: include: a circle: main.yaml → main.yaml; leave one out"],
  ])("%s", (include, fault) => {
    expect(faultsOf(main(include))).toEqual([fault]);
  });

  it("a file behind a link that leads out of the folder", () => {
    const outside = folderOf({ "secret.yaml": "projects: {}\n" });
    const folder = folderOf(main("[link.yaml]"));
    symlinkSync(join(outside, "secret.yaml"), join(folder, "link.yaml"));
    expect(faultsOf({}, folder)).toEqual([
      'main.yaml:1:11: include: "link.yaml" leads out of the stack file\'s folder; put it there',
    ]);
  });

  it("a circle, and more than five levels", () => {
    expect(
      faultsOf({ "main.yaml": "include: [a.yaml]", "a.yaml": "include: [b.yaml]", "b.yaml": "include: [a.yaml]" }),
    ).toEqual(["b.yaml:1:11: include: a circle: a.yaml → b.yaml → a.yaml; leave one out"]);
    const levels = (deepest: number) =>
      Object.fromEntries([
        ["main.yaml", "include: [1.yaml]"],
        ...Array.from({ length: deepest }, (_, index) => [
          `${index + 1}.yaml`,
          index + 1 === deepest ? "projects: {}" : `include: [${index + 2}.yaml]`,
        ]),
      ]);
    expect(faultsOf(levels(5))).toEqual([]);
    expect(faultsOf(levels(6))).toEqual([
      '5.yaml:1:11: include: "6.yaml" is more than 5 levels deep; include it further up',
    ]);
  });

  it("a file that is no text, or no map", () => {
    const folder = folderOf({ "main.yaml": "include: [a.yaml, b.yaml]", "b.yaml": "- 1\n" });
    writeFileSync(join(folder, "a.yaml"), Buffer.from("projects: {}\n# caf\xe9\n", "latin1"));
    expect(faultsOf({}, folder)).toEqual([
      "b.yaml:1:1: expected a map with integrationUsers, permissionSchemes, projects, projectRoles, groups or assert, found a list",
      "a.yaml:2:6: a byte that is not UTF-8; save the file as UTF-8",
    ]);
  });

  it("a section that is no map beside one that is", () => {
    const parts = {
      "main.yaml": "include: [a.yaml, b.yaml]\nprojects: 5\n",
      "a.yaml": "projects: { PAY: {} }\n",
      "b.yaml": "projects: []\n",
    };
    expect(faultsOf(parts)).toEqual([
      "main.yaml:2:11: projects: expected a map, found the number 5",
      "b.yaml:1:1: projects: expected a map, found a list",
    ]);
  });

  it("anything into a text that is no file", () => {
    expect(() => parseStack("x.yaml", "include: [a.yaml]")).toThrow(
      "x.yaml:1:11: include: only a file on the disk can include others",
    );
  });
});
