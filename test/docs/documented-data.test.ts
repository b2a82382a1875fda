import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { parseSeed } from "../../src/emulator/seed/seed.js";
import { readCredentialPolicy } from "../../src/stack/read-credential-policy.js";
import { parseStack } from "../../src/stack/read-stack.js";
import { type Block, blocks } from "./documents.js";

/** What a YAML block is where it is no stack file, by its document. */
const others: Readonly<Record<string, (block: Block) => unknown>> = {
  "docs/emulator.md": ({ text }) => parseSeed(parse(text)),
  "docs/tokens.md": ({ text }) => readCredentialPolicy(writePolicy(text)),
  "docs/team-state.md": ({ text }) => parse(text),
};
const read = (block: Block) => (others[block.document] ?? readStack)(block);

const yamlBlocks = blocks.filter(({ language }) => language === "yaml");
const jsonBlocks = blocks.filter(({ language }) => language === "json");

test.each(yamlBlocks)("$document:$line is valid", (block) => {
  expect(() => read(block)).not.toThrow();
});

test.each(jsonBlocks)("$document:$line is JSON", ({ text }) => {
  expect(() => JSON.parse(text)).not.toThrow();
});

function readStack({ document, text }: Block): unknown {
  return parseStack(document, text);
}

function writePolicy(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "policy-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "policy.yaml");
  writeFileSync(file, text);
  return file;
}
