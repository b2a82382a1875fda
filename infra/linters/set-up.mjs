// @ts-check
// Installs the linters of infra/pipelines, which come as Python packages, beside the npm packages. Where that cannot be
// done, it says why and goes on: the tests that need them are skipped.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../engine/paths.mjs";
import { startProgress } from "../engine/progress.mjs";
import { run } from "../engine/run.mjs";

const limitMs = 180_000;
const requirements = join(root, "infra", "linters", "requirements.txt");
const folder = join(root, "node_modules", ".cache", "pulumi-jira-access", "linters");
const installed = join(folder, "requirements.txt");

function isReady() {
  return existsSync(installed) && readFileSync(installed, "utf8") === readFileSync(requirements, "utf8");
}

async function install() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  const made = await run("python3", ["-m", "venv", folder], { limitMs });
  if (!made.ok) return made.reason;
  const words = ["install", "--quiet", "--disable-pip-version-check", "--retries", "1", "--requirement", requirements];
  const filled = await run(join(folder, process.platform === "win32" ? "Scripts" : "bin", "pip"), words, { limitMs });
  if (!filled.ok) return filled.reason;
  copyFileSync(requirements, installed);
  return "";
}

if (!isReady()) {
  const progress = startProgress("Installing linters of pipelines");
  const reason = await install();
  progress.stop();
  if (reason !== "") process.stderr.write(`The linters of pipelines are not here, and not checked with: ${reason}\n`);
}
