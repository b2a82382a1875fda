import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { StackError } from "../../src/errors.js";
import { readStack } from "../../src/stack/read-stack.js";

const folder = mkdtempSync(join(tmpdir(), "hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The faults of a file, each of which must be located, bounded and fit for a terminal. */
function faultsOf(file: string): readonly string[] {
  try {
    readStack(file);
    return [];
  } catch (error) {
    if (!(error instanceof StackError)) throw error;
    for (const fault of error.faults) {
      expect(fault.line).toBeGreaterThan(0);
      expect(fault.column).toBeGreaterThan(0);
      expect(fault.message.length).toBeLessThan(1000);
      expect(fault.message).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }
    expect(error.message.length).toBeLessThan(100_000);
    return error.faults.map(({ line, column, message }) => `${line}:${column}: ${message}`);
  }
}

function faultsIn(content: string | Uint8Array): readonly string[] {
  const file = join(folder, "x.yaml");
  writeFileSync(file, content);
  return faultsOf(file);
}

describe("what is no plain file", () => {
  test("a pipe is not waited for", () => {
    const pipe = join(folder, "pipe.yaml");
    execFileSync("sh", ["-c", 'mkfifo "$0"', pipe]);
    expect(faultsOf(pipe)).toEqual(["1:1: not a regular file; name a file on the disk"]);
  });

  test("a device is not read to its end", () => {
    expect(faultsOf("/dev/zero")).toEqual(["1:1: not a regular file; name a file on the disk"]);
  });

  test("a link is followed, one to nothing and one in a circle are not", () => {
    writeFileSync(join(folder, "real.yaml"), "projects: {}\n");
    symlinkSync("real.yaml", join(folder, "link.yaml"));
    symlinkSync("none.yaml", join(folder, "dangling.yaml"));
    symlinkSync("circle.yaml", join(folder, "circle.yaml"));
    const faults = ["link", "dangling", "circle"].map((name) => faultsOf(join(folder, `${name}.yaml`)));
    expect(faults).toEqual([
      [],
      ["1:1: no such file; check the path"],
      ["1:1: a link that leads in a circle; name the file itself"],
    ]);
  });

  test("a name that no file can have", () => {
    expect(faultsOf(join(folder, "a\0b.yaml"))).toHaveLength(1);
    expect(faultsOf(join(folder, "x".repeat(300)))).toHaveLength(1);
  });
});

describe("a hostile text", () => {
  const many = (line: (index: number) => string, count: number) =>
    Array.from({ length: count }, (_, index) => line(index)).join("\n");

  test.each([
    ["10 MB", "# x\n".repeat(2_500_000), 1],
    ["NUL bytes", "projects:\n  PAY\0: {}\n", 1],
    ["UTF-16 with its mark", Buffer.from("\uFEFFprojects: {}\n", "utf16le"), 1],
    ["UTF-32", Buffer.from([0xff, 0xfe, 0, 0, 0x70, 0, 0, 0]), 1],
    ["unknown properties in their thousands", many((index) => `projectz${index}: {}`, 15_000), 101],
    ["duplicate keys in their thousands", many(() => "projects: {}", 15_000), 101],
    ["syntax errors in their thousands", many((index) => `a${index}: 'b' c`, 15_000), 101],
    [
      "unknown holders in their thousands",
      `permissionSchemes:\n  a:\n    grants:\n      ADD_COMMENTS: [${many((index) => `asignee${index},`, 15_000)}]`,
      101,
    ],
  ] as const)("%s gives located faults, not too many, within seconds", (_, content, most) => {
    const startMs = performance.now();
    const faults = faultsIn(content);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.length).toBeLessThanOrEqual(most);
    expect(performance.now() - startMs).toBeLessThan(10_000);
  });

  const piece = fc.constantFrom(
    "projects",
    "permissionSchemes",
    "grants",
    "__proto__",
    ": ",
    "\n",
    "  ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "<<: ",
    "!!js ",
    "|",
    ">",
    "'",
    '"',
    "#",
    "? ",
    "---\n",
    "%YAML 9\n",
    "\t",
    "\0",
    "\u001b[31m",
    "\u202e",
    "🧪",
    "~",
    "0x1F",
    "2001-01-01",
    "include: [a.yaml]\n",
    "ADD_COMMENTS",
    "anyone",
    "\r",
    "\u2028",
    "\ud800",
  );

  test("of whatever pieces or bytes gives located, bounded, printable faults or none", () => {
    const text = fc.array(fc.oneof({ weight: 4, arbitrary: piece }, { weight: 1, arbitrary: fc.string() }), {
      maxLength: 60,
    });
    const bytes = fc.uint8Array({ maxLength: 200 });
    fc.assert(
      fc.property(
        fc.oneof(
          text.map((pieces) => pieces.join("")),
          bytes,
        ),
        (content) => void faultsIn(content),
      ),
      { numRuns: 400 },
    );
  });
});
