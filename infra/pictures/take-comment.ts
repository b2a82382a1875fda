import { join } from "node:path";
import type { Browser } from "playwright-core";
import { packageFolder } from "../package-folder.js";
import { writeCommentPage } from "./comment-page.js";

const widthPx = 860;
/** What is folded in the comment and shown open in its pictures, by how its line begins. */
const opened = ["scheme Operations permission scheme"];

/** Takes the pictures of a comment, in the light and in the dark, and gives their paths. */
export async function takeComment(browser: Browser, markdown: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    const viewport = { width: widthPx, height: 600 };
    const page = await browser.newPage({ viewport, colorScheme, deviceScaleFactor: 2, offline: true });
    await page.setContent(writeCommentPage(markdown));
    for (const summary of opened) await page.locator("summary", { hasText: summary }).click();
    const path = join(packageFolder, `docs/comment-${colorScheme}.png`);
    await page.locator("article").screenshot({ path, omitBackground: true });
    await page.close();
    paths.push(path);
  }
  return paths;
}
