import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { writeCommentPage } from "../../../infra/pictures/comment-page.js";

const example = readFileSync("docs/examples/preview.md", "utf8");

test("a comment becomes a page as forges render it: tables are tables, folds are folds, names are text", () => {
  const page = writeCommentPage(`${example}\n- account &lt;b&gt;ann&lt;/b&gt;\n`);
  expect(page).toContain("<td>DELETE_ISSUES</td>");
  expect(page.match(/<details><summary>/g)?.length).toBe(example.match(/<details>/g)?.length);
  expect(page).toContain("<li><code>+</code> DELETE_ISSUES for project role");
  expect(page).not.toContain("<b>ann</b>");
});
