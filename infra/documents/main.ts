import { join } from "node:path";
import { packageFolder } from "../demo/package-folder.js";
import { credentialTables } from "./credential-tables.js";
import { writeSection } from "./marked-section.js";

const guide = join(packageFolder, "docs/choosing-credentials.md");
for (const [name, text] of Object.entries(credentialTables)) writeSection(guide, name, text);
console.log(`${guide}: tables written`);
