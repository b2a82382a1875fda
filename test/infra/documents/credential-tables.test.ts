import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { credentialTables } from "../../../infra/documents/credential-tables.js";
import { replaceSection } from "../../../infra/documents/marked-section.js";

const guide = readFileSync(new URL("../../../docs/choosing-credentials.md", import.meta.url), "utf8");

test.each(Object.entries(credentialTables))(
  "docs/choosing-credentials.md has the table %s as it is now",
  (name, text) => {
    expect(replaceSection(guide, name, text), "run npm run documents").toBe(guide);
  },
);
