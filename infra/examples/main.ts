import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../package-folder.js";
import { playExamples } from "./play-examples.js";

const folder = join(packageFolder, "docs/examples");
mkdirSync(folder, { recursive: true });
for (const [file, text] of await playExamples()) writeFileSync(join(folder, file), text);
console.log(`${folder}: examples written`);
