import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { printFile, printJson, printOut } from "../../../src/cli/terminal/print-out.js";

afterEach(() => {
  vi.restoreAllMocks();
});

function printed(print: () => void): string {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  print();
  const text = write.mock.calls.map(([chunk]) => String(chunk)).join("");
  write.mockRestore();
  return text;
}

test("what is printed moves no cursor, sets no title and turns no text around", () => {
  expect(printed(() => printOut("\u001b]0;title\u0007 \u001b[2J \u202egnp.exe\n\tnext\n"))).toBe(
    "\\u001b]0;title\\u0007 \\u001b[2J \\u202egnp.exe\n\tnext\n",
  );
});

test("JSON means the same as before", () => {
  const names = { name: "\u202e 🧪 \u{e0041} \u001b \ud800 \u2028" };
  const text = printed(() => printJson(names));
  expect(JSON.parse(text)).toEqual(names);
  expect(text).not.toMatch(/[\p{Cf}\p{Cs}\p{Zl}]/u);
});

test.each(["a", "a\n"])("a line break is added where none is: %j", (text) => {
  expect(printed(() => printOut(text))).toBe("a\n");
});

test("a file comes out as it is, but not at a terminal", () => {
  const content = 'name: "\u202ecod.yaml"\n';
  expect(printed(() => printFile(content))).toBe(content);
  const { isTTY } = process.stdout;
  onTestFinished(() => {
    process.stdout.isTTY = isTTY;
  });
  process.stdout.isTTY = true;
  expect(printed(() => printFile(content))).toBe('name: "\\u202ecod.yaml"\n');
});
