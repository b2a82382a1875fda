import { writeFileSync } from "node:fs";
import { readOpenApiDocument } from "./openapi-document.js";
import { writeCatalogue } from "./write-catalogue.js";

const file = process.argv[2];
if (file === undefined) throw new Error("Name the file: npm run catalogue -- PATH_OF_THE_OPENAPI_DOCUMENT");
for (const { path, text } of writeCatalogue(readOpenApiDocument(file))) {
  writeFileSync(path, text);
  console.log(`${path}: written`);
}
