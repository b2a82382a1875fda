import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { writeSection } from "../documents/marked-section.js";
import { packageFolder } from "../package-folder.js";
import { formatScores, readReport } from "./score-table.js";

const reportFile = join(packageFolder, ".stryker/report.json");

// What an earlier run found must not pass for what this one finds, should it break off.
rmSync(reportFile, { force: true });
const stryker = await execa("stryker", ["run", "test/mutation/stryker.json", ...process.argv.slice(2)], {
  cwd: packageFolder,
  preferLocal: true,
  stdio: "inherit",
  reject: false,
});
process.exitCode = stryker.exitCode ?? 1;

if (existsSync(reportFile)) {
  const report = readReport(readFileSync(reportFile, "utf8"));
  writeSection(join(packageFolder, "docs/reliability.md"), "mutations", formatScores(report));
}
