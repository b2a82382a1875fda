import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tamper } from "../demo/tamper.js";
import { packageFolder } from "../package-folder.js";
import { startSite } from "../trial/site.js";
import { noChromium, startChromium } from "./chromium.js";
import { askForDeletion, playSite } from "./play-site.js";
import { takeComment } from "./take-comment.js";
import { takeReport } from "./take-report.js";

const browser = await startChromium();
if (browser === undefined) throw new Error(noChromium);
const site = await startSite(false);
const folder = mkdtempSync(join(tmpdir(), "pictures-"));
try {
  const project = await playSite(site);
  const run = async (...words: readonly string[]) => {
    const { code, stdout, stderr } = await project.command(...words);
    if (code === 1) throw new Error(`jira-access ${words.join(" ")}: ${stderr}`);
    return stdout;
  };
  askForDeletion(project);
  const policies = ["--policy-pack", join(packageFolder, "infra/policy")];
  const comment = await run("preview", "demo", "--format", "markdown", ...policies);
  await tamper(site);
  const report = join(folder, "report.html");
  await run("report", "demo", "--out", report);
  const taken = [...(await takeComment(browser, comment)), ...(await takeReport(browser, report))];
  console.log(taken.join("\n"));
  project.remove();
} finally {
  await browser.close();
  site.stop();
  rmSync(folder, { recursive: true });
}
