import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { bundlePage } from "../../../infra/engine/bundle-page.mjs";
import type { AccessReport } from "../../../src/model/access-report.js";
import { writePage } from "../../../src/report/html/write-page.js";

const parts = bundlePage();

/**
 * Opens a report in a browser, as a file. The test fails when the page asks for anything else, says something on its
 * console, or throws.
 */
export async function openPage(
  browser: Browser,
  report: AccessReport,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  const file = join(folder, "report.html");
  writeFileSync(file, writePage(report, await parts));
  const context = await browser.newContext({ offline: true, viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  const complaints: string[] = [];
  page.on("request", (request) => request.url() === address || complaints.push(`asked for ${request.url()}`));
  page.on("console", (message) => complaints.push(`said ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`threw ${error.message}`));
  page.on("dialog", (dialog) => {
    complaints.push(`asked ${dialog.message()}`);
    void dialog.dismiss();
  });
  onTestFinished(async () => {
    await context.close();
    rmSync(folder, { recursive: true });
    expect(complaints).toEqual([]);
  });
  await page.goto(address);
  return page;
}
