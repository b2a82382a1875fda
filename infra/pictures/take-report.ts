import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { packageFolder } from "../package-folder.js";

/** The pictures of the report in docs/: their size, the colours, and what is shown. */
const pictures = [
  { width: 1440, height: 820, colorScheme: "light", shows: "summary" },
  { width: 900, height: 1000, colorScheme: "dark", shows: "matrix" },
  { width: 400, height: 860, colorScheme: "light", shows: "why" },
] as const;

/** Takes the pictures of a report, and gives their paths. */
export async function takeReport(browser: Browser, file: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const picture of pictures) paths.push(await take(browser, file, picture));
  return paths;
}

async function take(browser: Browser, file: string, picture: (typeof pictures)[number]): Promise<string> {
  const { width, height, colorScheme, shows } = picture;
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, offline: true });
  await page.goto(pathToFileURL(file).href);
  const cell = page.getByRole("row", { name: "release-notes@" }).getByRole("gridcell", { name: "DELETE_ISSUES" });
  if (shows === "matrix") await page.evaluate("document.getElementById('matrix').scrollIntoView()");
  if (shows === "why") await cell.click();
  const path = join(packageFolder, `docs/report-${width}.png`);
  await page.screenshot({ path });
  await page.close();
  return path;
}
