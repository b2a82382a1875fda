import { copyFileSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { replaceSection, writeSection } from "../../../infra/documents/marked-section.js";

const document = ["# Title", "<!-- one -->", "old", "<!-- /one -->", "between", "<!-- two -->", "<!-- /two -->", ""];

test("a section is replaced, and what is outside it stays", () => {
  const once = replaceSection(document.join("\n"), "one", "new $& text\n");
  expect(once).toBe("# Title\n<!-- one -->\n\nnew $& text\n\n<!-- /one -->\nbetween\n<!-- two -->\n<!-- /two -->\n");
  expect(replaceSection(once, "one", "new $& text")).toBe(once);
  expect(replaceSection(once, "two", "2")).toContain("<!-- two -->\n\n2\n\n<!-- /two -->\n");
});

test.each([
  ["lacks the section", ["# Title"]],
  ["lacks its end", document.slice(0, 3)],
  ["has it twice", [...document, ...document]],
])("a document that %s is refused", (_, lines) => {
  expect(() => replaceSection(lines.join("\n"), "one", "new")).toThrow(
    "the document must have one section between <!-- one --> and <!-- /one -->",
  );
});

test("every section of the document on reliability can be written", () => {
  const copy = join(mkdtempSync(join(tmpdir(), "jira-access-")), "reliability.md");
  copyFileSync("docs/reliability.md", copy);
  for (const name of ["faults", "convergence", "strangers", "engine", "mutations", "canaries"]) {
    writeSection(copy, name, `what ${name} came to`);
    expect(readFileSync(copy, "utf8")).toContain(`<!-- ${name} -->\n\nwhat ${name} came to\n\n<!-- /${name} -->`);
  }
});
