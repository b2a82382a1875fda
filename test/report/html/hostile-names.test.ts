import { expect } from "vitest";
import type { Seed } from "../../../src/emulator/seed/seed.js";
import { inBrowser } from "./in-browser.js";
import { openPage } from "./open-page.js";
import { reportOf } from "./report-of.js";

/** Names that would be markup, end the data, steer a terminal or turn a line around, if they were more than text. */
const hostile = [
  "<img src=x onerror=alert(1)>",
  "</script><script>alert(2)</script>",
  "<!--<script>",
  '"><svg onload=alert(3)>',
  "\u202egnp.exe\u2066 \u001b[2J\u0000\u2028",
  "{{constructor.constructor('alert(4)')()}}",
];

inBrowser("hostile names are text and nothing else, wherever they stand", async (browser) => {
  const seed: Seed = {
    applications: { "jira-software": { groups: [`users ${hostile[0]}`] } },
    accounts: hostile.map((displayName, number) => ({ email: `u${number}@acme.example`, displayName })),
    groups: { [`users ${hostile[0]}`]: { members: hostile.map((_, number) => `u${number}@acme.example`) } },
    permissionSchemes: Object.fromEntries(
      hostile.map((name) => [
        name,
        { grants: { BROWSE_PROJECTS: ["anyone"], DELETE_ISSUES: [{ group: `users ${hostile[0]}` }] } },
      ]),
    ),
    projects: hostile.map((name, number) => ({
      key: `P${number}`,
      name,
      permissionScheme: name,
      lead: "u0@acme.example",
    })),
  };
  const report = { ...reportOf(seed), site: `https://acme.example/${hostile[1]}`, stack: hostile[0] ?? "" };
  const page = await openPage(browser, report);
  await page.getByRole("rowheader").filter({ hasText: "u0@" }).click();
  await page.getByRole("gridcell", { name: "DELETE_ISSUES" }).first().click();
  const shown = await page.evaluate("document.body.innerText");
  for (const name of [hostile[0], hostile[1], hostile[3], hostile[5]]) expect(shown).toContain(name);
  expect(shown).toContain("\\u202egnp.exe\\u2066 \\u001b[2J\\u0000\\u2028");
  expect(await page.evaluate("document.querySelectorAll('img, svg, script:not(#report)').length")).toBe(1);
});
