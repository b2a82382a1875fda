import type { Browser } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { noChromium, startChromium } from "../../../infra/pictures/chromium.js";

let browser: Browser | undefined;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser?.close());

/** A test in a browser, which is skipped with the reason where there is none. */
export const inBrowser = (name: string, run: (browser: Browser) => Promise<void>) =>
  test(name, { timeout: 120_000 }, async (context) => {
    if (browser === undefined) return context.skip(noChromium);
    await run(browser);
  });
