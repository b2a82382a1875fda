import { readFileSync } from "node:fs";
import { join } from "node:path";
import { marked } from "marked";
import { packageFolder } from "../package-folder.js";

/** A comment as a pull request shows it, as a page of HTML: its Markdown, by whom, and what forges look like. */
export function writeCommentPage(markdown: string): string {
  const style = readFileSync(join(packageFolder, "infra/pictures/comment.css"), "utf8");
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>A comment on a pull request</title>
<style>${style}</style>
<article>
<header><strong>access-preview</strong> <small>bot</small> commented on this pull request</header>
<section>${marked.parse(markdown, { async: false, gfm: true })}</section>
</article>
</html>`;
}
