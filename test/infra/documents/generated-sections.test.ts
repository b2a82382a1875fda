import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generatedSections } from "../../../infra/documents/generated-sections.js";
import { replaceSection } from "../../../infra/documents/marked-section.js";

const sections = Object.entries(await generatedSections()).flatMap(([document, texts]) =>
  Object.entries(texts).map(([name, text]) => ({ document, name, text })),
);

test.each(sections)("docs/$document has its section $name as it is now", ({ document, name, text }) => {
  const written = readFileSync(`docs/${document}`, "utf8");
  expect(replaceSection(written, name, text), "run npm run documents").toBe(written);
});
