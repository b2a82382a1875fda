import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { packageFolder } from "../demo/package-folder.js";
import { startSite } from "../demo/site.js";
import { noChromium, startChromium } from "./chromium.js";
import { playSite } from "./play-site.js";

/** The pictures of the report in docs/: their size, the colours, and what is shown. */
const pictures = [
  { width: 1440, height: 820, colorScheme: "light", shows: "summary" },
  { width: 900, height: 1000, colorScheme: "dark", shows: "matrix" },
  { width: 400, height: 860, colorScheme: "light", shows: "why" },
] as const;

const browser = await startChromium();
if (browser === undefined) throw new Error(noChromium);
const site = await startSite(false);
const folder = mkdtempSync(join(tmpdir(), "pictures-"));
try {
  const project = await playSite(site);
  const file = join(folder, "report.html");
  const { stdout, stderr } = await project.command("report", "demo", "--out", file);
  console.log(stdout, stderr);
  for (const picture of pictures) console.log(await take(browser, file, picture));
  project.remove();
} finally {
  await browser.close();
  site.stop();
  rmSync(folder, { recursive: true });
}

/** Takes one picture, and gives its path. */
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
