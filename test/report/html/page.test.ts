import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { acme } from "../../../src/emulator/seed/acme.js";
import type { Seed } from "../../../src/emulator/seed/seed.js";
import type { AccessReport } from "../../../src/model/access-report.js";
import { inBrowser } from "./in-browser.js";
import { openPage } from "./open-page.js";
import { reportOf } from "./report-of.js";

/** The built-in site on which somebody put an integration user into a group of the staff. */
const tampered: Seed = {
  ...acme,
  groups: { ...acme.groups, auditors: { members: ["eve@acme.example", "triage@acme.example"] } },
  permissionSchemes: Object.fromEntries(
    Object.entries(acme.permissionSchemes ?? {}).map(([name, scheme]) => [
      name,
      {
        ...scheme,
        grants: {
          ...scheme.grants,
          DELETE_ISSUES: [...(scheme.grants?.DELETE_ISSUES ?? []), { group: "auditors" }],
          BROWSE_PROJECTS: [...(scheme.grants?.BROWSE_PROJECTS ?? []), { group: "auditors" }],
        },
      },
    ]),
  ),
};

/** A report on it with what applying the demo's stack would change, and with findings. */
function demo(): AccessReport {
  const report = reportOf(tampered, "stacks/demo.yaml");
  const found = { permission: "DELETE_ISSUES", projects: ["OPS", "SUP"], why: "through group auditors" };
  const findings = ["DELETE_ISSUES", "EDIT_ISSUES", "ADMINISTER"].map((permission) => {
    return { ...found, kind: "extra", permission, why: `${found.why} (${permission})` } as const;
  });
  const notes = [{ ...found, kind: "note", projects: ["HR"] } as const];
  return { ...report, integrationUsers: report.integrationUsers.map((user) => ({ ...user, findings, notes })) };
}

const cellOf = (page: Page, row: string, permission: string) =>
  page.getByRole("row").filter({ hasText: row }).getByRole("gridcell", { name: permission });

inBrowser("axe finds no violation, in light and dark, with the panel open and shut", async (browser) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await openPage(browser, demo(), { colorScheme });
    expect(await violationsOn(page), colorScheme).toEqual([]);
    await cellOf(page, "triage@", "DELETE_ISSUES").click();
    await page.getByRole("dialog").waitFor();
    expect(await violationsOn(page), `${colorScheme}, panel open`).toEqual([]);
  }
});

/** What axe objects to, as `RULE: ELEMENT`. */
async function violationsOn(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(`${axe.source}; axe.run().then(({ violations }) => violations.flatMap((one) =>
    one.nodes.map((node) => one.id + ": " + node.html)))`);
  return found as readonly string[];
}

inBrowser(
  "integration users come first, then apps, then people; each with what it holds and would gain",
  async (browser) => {
    const page = await openPage(browser, demo());
    const headings = await page.locator("tr.heading").allTextContents();
    expect(headings.map((text) => text.replace(/:.*/, ""))).toEqual([
      "Integration users",
      "Apps and service accounts",
      "People",
    ]);
    expect(await page.locator("tr.heading + tr").first().textContent()).toContain("triage");
    expect(await cellOf(page, "triage@", "DELETE_ISSUES").getAttribute("aria-label")).toBe(
      "5−5, DELETE_ISSUES: yes in 5 of 6, would be lost in 5 of 6",
    );
  },
);

inBrowser("a click on a cell tells why, as explain does, and what ends it", async (browser) => {
  const page = await openPage(browser, demo());
  await cellOf(page, "triage@", "DELETE_ISSUES").click();
  const panel = page.getByRole("dialog");
  await expect
    .poll(() => panel.textContent())
    .toContain("through group auditors, which the Default Permission Scheme grants it to");
  expect(await panel.textContent()).toContain("Would be lost");
  await panel.getByText("The smallest changes that end it").click();
  await expect.poll(() => panel.locator("details li").first().textContent()).toContain("take it out of group auditors");
});

describe("by keyboard", () => {
  inBrowser(
    "everything is reached: skip link, matrix, panel and back, one project after the other",
    async (browser) => {
      const page = await openPage(browser, demo());
      await page.keyboard.press("Tab");
      expect(await focused(page)).toContain("Skip to the matrix");
      await page.keyboard.press("Enter");
      for (const _ of Array(6)) await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.dataset.row")).toBe("-1");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowRight");
      expect(await page.evaluate("document.querySelectorAll('[role=grid] [tabindex=\"0\"]').length")).toBe(1);
      expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
      await page.keyboard.press("Enter");
      expect(await page.evaluate("document.activeElement.id")).toBe("why-title");
      await page.keyboard.press("Escape");
      expect(await page.getByRole("dialog").count()).toBe(0);
      expect(
        await page.evaluate("[document.activeElement.dataset.row, document.activeElement.dataset.column]"),
      ).toEqual(["1", "1"]);
      await page.keyboard.press("Home");
      await page.keyboard.press("Enter");
      await expect
        .poll(() => page.locator("#matrix-title").textContent())
        .toContain("triage can do, project by project");
      await page.keyboard.press("Escape");
      expect(await page.locator("#matrix-title").textContent()).toBe("Who can do what");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      expect(await page.locator("th.head-cell").allTextContents()).toEqual(["Administer *"]);
      expect(await page.evaluate("document.activeElement.dataset.row")).toBe("-1");
    },
  );
});

async function focused(page: Page): Promise<string> {
  return String(await page.evaluate("document.activeElement.textContent"));
}

const fieldOf = (page: Page, label: string) =>
  page
    .locator("label")
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator("select");

inBrowser("search, risk, permission and project narrow the matrix down", async (browser) => {
  const page = await openPage(browser, demo());
  const rows = () => page.locator("tbody th.name").allTextContents();
  await page.getByLabel("Search").fill("ANN acme");
  expect(await rows()).toEqual(["Ann ann@acme.example"]);
  await page.getByRole("button", { name: "Reset" }).click();
  await fieldOf(page, "Permission or risk").selectOption("takes-over");
  expect(await page.locator("th.head-cell").allTextContents()).toEqual([
    "Administer *",
    "System admin *",
    "Administer projects",
  ]);
  await fieldOf(page, "Permission or risk").selectOption("DELETE_ISSUES");
  expect(await rows()).toContain("Eve eve@acme.example");
  expect(await rows()).not.toContain("Bob bob@acme.example");
  await fieldOf(page, "Project").selectOption({ label: "IDEA Ideas" });
  expect(await rows()).toEqual([]);
  await fieldOf(page, "Show").selectOption("everybody");
  expect(await page.locator(".scroller tbody td").first().getAttribute("aria-label")).toBe("DELETE_ISSUES: no");
});
