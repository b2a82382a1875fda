import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buildCli } from "../../../infra/engine/cli-build.mjs";
import { downloadCli } from "../../../infra/engine/cli-download.mjs";
import { acceptCli, cliFiles } from "../../../infra/engine/cli-files.mjs";
import { fakeRun, quiet, writeExecutable } from "./fakes.js";

const ok = { ok: true, output: "", reason: "" };
const go = { ok: true, output: "go version go1.26.8 linux/amd64\n", reason: "" };
const accept = async () => "";
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cli-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function fillBin(): string {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  for (const name of cliFiles()) writeExecutable(join(bin, name));
  return bin;
}

describe("the folder", () => {
  test("names the files that it lacks", async () => {
    expect(await acceptCli(folder, "1.2.3")).toBe(`it has no executable ${cliFiles().join(", ")}`);
  });

  test("is taken when its CLI says the pinned version, with or without a v", async () => {
    const { run } = fakeRun({ pulumi: { ...ok, output: "v1.2.3\n" } });
    expect(await acceptCli(fillBin(), "1.2.3", run)).toBe("");
  });

  test("is refused when its CLI says another version or does not run", async () => {
    const bin = fillBin();
    const other = fakeRun({ pulumi: { ...ok, output: "1.2.4\n" } });
    const broken = fakeRun({ pulumi: { ok: false, output: "", reason: "wrong format" } });
    expect(await acceptCli(bin, "1.2.3", other.run)).toBe("its pulumi is version 1.2.4");
    expect(await acceptCli(bin, "1.2.3", broken.run)).toBe("its pulumi does not run: wrong format");
  });
});

describe("the download", () => {
  test("gives the package's own reason and leaves nothing behind", async () => {
    const { run } = fakeRun({ node: { ok: false, output: "", reason: "Downloading it...\npulumi: fetch failed" } });
    expect(await downloadCli(folder, "1.2.3", { runCommand: run, begin: quiet, accept })).toBe("fetch failed");
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("the build", () => {
  test("says that Go is absent or too old, and which is needed", async () => {
    const absent = fakeRun({ go: { ok: false, output: "", reason: "go is not on PATH" } });
    const old = fakeRun({ go: { ...ok, output: "go version go1.24.1 linux/amd64\n" } });
    expect(await buildCli(folder, "1.2.3", { runCommand: absent.run, begin: quiet, accept })).toBe(
      "go is not on PATH; Go 1.26 or newer is needed",
    );
    expect(await buildCli(folder, "1.2.3", { runCommand: old.run, begin: quiet, accept })).toBe(
      "Go 1.24 is too old; Go 1.26 or newer is needed",
    );
  });

  test("puts three executable files in place, the launcher among them", async () => {
    const { run, calls } = fakeRun({ "go version": go, "go build": ok });
    expect(await buildCli(folder, "1.2.3", { runCommand: run, begin: quiet, accept })).toBe("");
    expect(readdirSync(folder)).toEqual(["bin"]);
    expect(readdirSync(join(folder, "bin"))).toEqual(cliFiles());
    expect(readFileSync(join(folder, "bin", String(cliFiles()[2])), "utf8")).toContain("cmd/dynamic-provider");
    expect(calls[1]).toContain("version.Version=1.2.3");
  });

  test("leaves what stood in the folder alone when it fails", async () => {
    const bin = fillBin();
    const { run } = fakeRun({ "go version": go, "go build": { ok: false, output: "", reason: "no space left" } });
    expect(await buildCli(folder, "1.2.3", { runCommand: run, begin: quiet, accept })).toContain("no space left");
    expect(readdirSync(bin)).toHaveLength(3);
    expect(existsSync(join(folder, ".set-up"))).toBe(false);
  });

  test("is not put in place when what it built is not accepted", async () => {
    const { run } = fakeRun({ "go version": go, "go build": ok });
    const refuse = async () => "its pulumi is version 0.0.0";
    expect(await buildCli(folder, "1.2.3", { runCommand: run, begin: quiet, accept: refuse })).toContain("0.0.0");
    expect(readdirSync(folder)).toEqual([]);
  });
});
