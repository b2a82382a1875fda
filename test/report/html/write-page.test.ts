import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { acme } from "../../../src/emulator/seed/acme.js";
import { unpackReport } from "../../../src/report/html/packed-report.js";
import { writePage } from "../../../src/report/html/write-page.js";
import { reportOf } from "./report-of.js";

const parts = { script: 'console.log("</script>")\n', style: "body { margin: 0 }\n" };
const hostile = `</script><!--<script>"'&\u202e\u2028\u0000 <b>`;
const report = reportOf({
  ...acme,
  accounts: (acme.accounts ?? []).map((one) => ({ ...one, displayName: `${hostile} ${one.email}` })),
});
const page = writePage({ ...report, site: hostile }, parts);

test("names change nothing about how a page is read, and come out of it as they are", () => {
  expect(page.match(/<\/?(script|!--|b>)/g)).toEqual(["<script", "</script", "<script", "</script"]);
  expect([..."\u202e\u2028\u0000"].filter((character) => page.includes(character))).toEqual([]);
  const [, data = ""] = /id="report">(.*)<\/script>/.exec(page) ?? [];
  const { accounts } = unpackReport(JSON.parse(data)).now.access;
  expect([...accounts.values()]).toEqual([...report.now.access.accounts.values()]);
});

test("the policy lets the page run its own script and style, and load nothing", () => {
  const [, script = ""] = /<script>([\s\S]*)<\/script>/.exec(page) ?? [];
  const [, style = ""] = /<style>([\s\S]*)<\/style>/.exec(page) ?? [];
  const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  expect(/content="(default-src[^"]*)"/.exec(page)?.[1]?.split("; ")).toEqual([
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ]);
});
