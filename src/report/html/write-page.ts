import { createHash } from "node:crypto";
import { escapeUnprintable } from "../../escape-unprintable.js";
import type { AccessReport } from "../../model/access-report.js";
import { printable } from "../printable.js";
import { packReport } from "./packed-report.js";

/** What the page does, and how it looks. */
export interface PageParts {
  /** JavaScript without imports. */
  readonly script: string;
  /** CSS without imports. */
  readonly style: string;
}

/**
 * A report as one HTML file that needs nothing else: it loads nothing, and its policy forbids browsers to load anything or
 * to run any script but its own. Names from the site stand in it as data only, which the script shows as text.
 */
export function writePage(report: AccessReport, parts: PageParts): string {
  const script = parts.script.trim().replaceAll("</script", "<\\/script");
  const style = parts.style.trim();
  const title = `Access to ${printable(report.site)}`;
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<noscript>This report draws itself: allow scripts for this file. It loads nothing.</noscript>
<script type="application/json" id="report">${escapeJson(JSON.stringify(packReport(report)))}</script>
<script>${script}</script>
</body>
</html>
`;
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** JSON that means the same, and in which neither HTML nor a terminal finds anything to obey. */
function escapeJson(json: string): string {
  return escapeUnprintable(json).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
