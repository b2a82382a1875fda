import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import { expect, test } from "vitest";
import { readDiagram, readLayers } from "./read-architecture.js";

const { boxes, arrows } = readDiagram();

test("the arrows of the diagram are the imports between its boxes, all but those of cli", () => {
  expect([...arrows].sort()).toEqual(importsBetween(boxes));
});

test("the layers of the table are the folders of src", () => {
  const folders = readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...readLayers().keys()].sort()).toEqual(folders.map(({ name }) => name).sort());
});

test("every layer has a box, but for those that the text names", () => {
  const unboxed = [...readLayers().keys()].filter((layer) => !boxes.includes(layer));
  expect(unboxed.sort()).toEqual(["catalogue", "forge", "model", "report"]);
});

/** Every import from a file of one box into another box, each once, as the diagram writes it. */
function importsBetween(boxes: readonly string[]): string[] {
  const found = sources().flatMap((file) => importedBy(file).map((target) => [boxOf(file), boxOf(target)] as const));
  const drawn = found.filter(
    ([from, to]) =>
      from !== to && from !== "cli" && [from, to].every((box) => box !== undefined && boxes.includes(box)),
  );
  return [...new Set(drawn.map(([from, to]) => `${from} --> ${to}`))].sort();
}

/** The files of `src/`, and the program in `infra/`; what lies in folders there stands beside the program. */
function sources(): string[] {
  const inSrc = readdirSync("src", { recursive: true, encoding: "utf8" }).map((file) => join("src", file));
  const program = readdirSync("infra").map((file) => join("infra", file));
  return [...inSrc, ...program].filter((file) => file.endsWith(".ts"));
}

function importedBy(file: string): string[] {
  const imports = readFileSync(file, "utf8").matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g);
  return [...imports].map(([, path = ""]) => normalize(join(dirname(file), path)));
}

function boxOf(file: string): string | undefined {
  const [top, layer] = file.split(sep);
  return top === "infra" ? top : layer;
}
