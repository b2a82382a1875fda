import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { previewSchema } from "../../../src/report/preview/preview-schema.js";
import { writeSchema } from "../../../src/report/write-schema.js";

test("docs/preview.schema.json is what jira-access schema preview prints", () => {
  expect(readFileSync("docs/preview.schema.json", "utf8"), "run npm run schema").toBe(writeSchema(previewSchema));
});
