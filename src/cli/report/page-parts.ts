import { readFile } from "node:fs/promises";
import type { PageParts } from "../../report/html/write-page.js";

/** The script and the style of the page, as the build left them. */
export async function readPageParts(): Promise<PageParts> {
  const read = (name: string) => readFile(new URL(`../../report/html/${name}`, import.meta.url), "utf8");
  const [script, style] = await Promise.all([read("page.js"), read("page.css")]);
  return { script, style };
}
