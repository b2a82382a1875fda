import { join } from "node:path";
import { packageFolder } from "../package-folder.js";
import { generatedSections } from "./generated-sections.js";
import { writeSection } from "./marked-section.js";

for (const [name, sections] of Object.entries(await generatedSections())) {
  const document = join(packageFolder, "docs", name);
  for (const [section, text] of Object.entries(sections)) writeSection(document, section, text);
  console.log(`docs/${name}: ${Object.keys(sections).join(", ")}`);
}
