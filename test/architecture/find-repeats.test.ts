import { expect, test } from "vitest";
import { findRepeats } from "./find-repeats.js";

const six = ["const a = 1;", "const b = 2;", "const c = 3;", "const d = 4;", "const e = 5;", "const f = 6;"];

function repeatsIn(...texts: readonly string[]): readonly string[] {
  const files = texts.map((text, index) => ({ path: `${index}.ts`, text }));
  return findRepeats(files, 6).map(({ places }) => places.join(" and "));
}

test("six equal lines in two files are found, with both places", () => {
  expect(repeatsIn(`first();\n${six.join("\n")}`, six.join("\n"))).toEqual(["0.ts:2 and 1.ts:1"]);
});

test("five equal lines are none", () => {
  expect(repeatsIn(six.slice(1).join("\n"), six.slice(1).join("\n"))).toEqual([]);
});

test("a longer run is told once, and each of two runs", () => {
  const more = [...six, "const g = 7;", "const h = 8;"];
  const others = six.map((line) => line.replace("const", "let"));
  const text = [...more, "between();", ...others].join("\n");
  expect(repeatsIn(text, text.replace("between", "elsewhere"))).toEqual(["0.ts:1 and 1.ts:1", "0.ts:10 and 1.ts:10"]);
});

test("indents, blank lines, comments and lone brackets between them hide nothing", () => {
  const spread = six.join("\n\n    // a remark\n  /* another\n  one */\n});\n    ");
  expect(repeatsIn(six.join("\n"), spread)).toEqual(["0.ts:1 and 1.ts:1"]);
});

test("lists of imports do not count", () => {
  const imports = `import {\n  a,\n  b,\n  c,\n  d,\n  e,\n  f,\n  g,\n} from "./all.js";\n`;
  expect(repeatsIn(`${imports}one();`, `${imports}two();`)).toEqual([]);
});

test("a run that stands twice in one file is found, one that overlaps with itself is not", () => {
  expect(repeatsIn([...six, ...six].join("\n"))).toEqual(["0.ts:1 and 0.ts:7"]);
  expect(repeatsIn(Array(11).fill("same();").join("\n"))).toEqual([]);
});
