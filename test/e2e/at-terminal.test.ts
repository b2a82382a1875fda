import { expect, onTestFinished, test } from "vitest";
import { commandFile } from "../../infra/package-folder.js";
import { openDemoStack, writesAmong } from "../helpers/stack-project.js";
import { type AtTerminal, colour, runAtTerminal } from "../helpers/terminal.js";

test("at a terminal up asks, and whatever runs the engine shows what is going on and wipes it away", async () => {
  const project = await openDemoStack();
  onTestFinished(project.close);
  const env = { ...project.settings, NO_COLOR: "1" };
  const at = (words: readonly string[], typed: AtTerminal["typed"] = []) =>
    runAtTerminal([process.execPath, commandFile, ...words], { cwd: project.folder, env, typed });

  const requests = await project.requestsDuring(async () => {
    const asked = await at(["up", "demo"], [["Do you want to perform this update?", "no\r"]]);
    expect(asked).toMatchObject({ exitCode: 1, screen: expect.stringContaining("nothing was verified") });
  });
  expect(writesAmong(requests)).toEqual([]);

  const applied = await at(["up", "demo", "--yes"]);
  expect(applied).toMatchObject({ exitCode: 0, written: expect.stringContaining("asking http://") });
  expect(applied.screen).not.toContain("asking http://");
  expect(applied.written).not.toMatch(colour);
  for (const [words, says] of [
    [["preview", "demo"], "asking the engine"],
    [["drift", "demo"], "comparing the file, the state and the site"],
    [["baseline", "demo"], "asking pulumi stack"],
  ] as const) {
    const run = await at(words);
    expect(run).toMatchObject({ exitCode: 0, written: expect.stringContaining(says) });
    expect(run.screen).not.toContain(says);
    expect(run.written).not.toMatch(colour);
  }
});
