// @ts-check
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { acceptCli, cliFiles, makeAside } from "./cli-files.mjs";
import { root } from "./paths.mjs";
import { startProgress } from "./progress.mjs";
import { run } from "./run.mjs";

const oldestGo = [1, 26];

/** What each module in infra/engine builds. */
const modules = [
  { folder: "cli", command: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi" },
  { folder: "language-nodejs", command: "github.com/pulumi/pulumi/sdk/nodejs/cmd/pulumi-language-nodejs/v3" },
];

const versionVariable = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";

const launcher = `#!/bin/sh
script=$(node -e "console.log(require.resolve('@pulumi/pulumi/cmd/dynamic-provider'))") || exit 1
exec node "$script" "$@"
`;

const windowsLauncher = `@echo off
setlocal
for /f "delims=" %%i in ('node -e "console.log(require.resolve('@pulumi/pulumi/cmd/dynamic-provider'))"') do set SCRIPT=%%i
if not defined SCRIPT exit /b 1
@node "%SCRIPT%" %*
`;

/**
 * Builds the CLI and the Node.js language host with Go, and writes the launcher of dynamic providers beside them.
 * @param {string} folder
 * @param {string} version
 * @returns {Promise<string>} "" or why it did not work
 */
export function buildCli(folder, version, { runCommand = run, begin = startProgress, accept = acceptCli } = {}) {
  return makeAside(
    folder,
    version,
    async (bin) => {
      const old = await refuseGo(runCommand);
      if (old !== "") return { refusal: old, bin };
      const progress = begin(`Building the Pulumi CLI ${version} with Go (some minutes, once a machine)`);
      const onLine = countLines(progress.note);
      try {
        for (const [index, { folder: module, command }] of modules.entries()) {
          const flags = ["-mod=readonly", "-trimpath", "-v", "-ldflags", `-s -w -X ${versionVariable}=${version}`];
          const result = await runCommand(
            "go",
            ["build", ...flags, "-o", join(bin, String(cliFiles()[index])), command],
            {
              cwd: join(root, "infra", "engine", module),
              env: goEnvironment(),
              onLine,
            },
          );
          if (!result.ok) return { refusal: `go build failed in infra/engine/${module}:\n${result.reason}`, bin };
        }
      } finally {
        progress.stop();
      }
      writeLauncher(bin);
      return { refusal: "", bin };
    },
    accept,
  );
}

/**
 * What forbids building with the Go at hand, asked inside the module, where Go itself may switch to a newer one.
 * @param {import("./run.mjs").Run} runCommand
 */
async function refuseGo(runCommand) {
  const needed = `Go ${oldestGo.join(".")} or newer is needed`;
  const cwd = join(root, "infra", "engine", "cli");
  const { ok, output, reason } = await runCommand("go", ["version"], { cwd, env: goEnvironment() });
  if (!ok) return `${reason}; ${needed}`;
  const [, major, minor] = /go(\d+)\.(\d+)/.exec(output) || ["", "0", "0"];
  const isOld =
    Number(major) < Number(oldestGo[0]) || (Number(major) === oldestGo[0] && Number(minor) < Number(oldestGo[1]));
  return isOld ? `Go ${major}.${minor} is too old; ${needed}` : "";
}

/** A build must not depend on a C compiler, on a workspace around, or on flags meant for other builds. */
function goEnvironment() {
  return { ...process.env, CGO_ENABLED: "0", GOFLAGS: "", GOWORK: "off" };
}

/** @param {(note: string) => void} note */
function countLines(note) {
  let modulesLoaded = 0;
  let packagesCompiled = 0;
  return (/** @type {string} */ line) => {
    if (line.startsWith("go: downloading ")) modulesLoaded += 1;
    else packagesCompiled += 1;
    note(`${modulesLoaded} modules downloaded, ${packagesCompiled} packages compiled`);
  };
}

/** @param {string} bin */
function writeLauncher(bin) {
  const path = join(bin, String(cliFiles()[2]));
  writeFileSync(path, process.platform === "win32" ? windowsLauncher.replace(/\n/g, "\r\n") : launcher);
  chmodSync(path, 0o755);
}
