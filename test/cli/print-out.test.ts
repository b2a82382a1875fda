import { afterEach, expect, test, vi } from "vitest";
import { printOut } from "../../src/cli/print-out.js";

afterEach(() => {
  vi.restoreAllMocks();
});

function printed(text: string): string {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  printOut(text);
  return write.mock.calls.map(([chunk]) => String(chunk)).join("");
}

test("what is printed moves no cursor, sets no title and turns no text around", () => {
  expect(printed("\u001b]0;title\u0007 \u001b[2J \u202egnp.exe\n\tnext\n")).toBe(
    "\\u001b]0;title\\u0007 \\u001b[2J \\u202egnp.exe\n\tnext\n",
  );
});

test("JSON means the same as before", () => {
  const names = { name: "\u202e 🧪 \u{e0041} \u001b \ud800 \u2028" };
  const text = printed(JSON.stringify(names, null, 2));
  expect(JSON.parse(text)).toEqual(names);
  expect(text).not.toMatch(/[\p{Cf}\p{Cs}\p{Zl}]/u);
});
