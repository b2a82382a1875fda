import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createProgram } from "../../src/cli/program.js";
import { writeSchema } from "../../src/report/write-schema.js";
import { stackSchema } from "../../src/stack/schema/schema.js";
import { packageFolder } from "../package-folder.js";
import { commandReference } from "./command-reference.js";
import { credentialTables } from "./credential-tables.js";
import { permissionTable } from "./permission-table.js";
import { resourceReference } from "./resource-reference.js";
import { type Schema, stackReference } from "./stack-reference.js";

/** What the documents of `docs/` hold that is made from the code: by file, the text of each marked section. */
export async function generatedSections(): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> {
  return {
    "choosing-credentials.md": credentialTables,
    "commands.md": { commands: commandReference(await createProgram("")) },
    "permissions.md": { project: permissionTable("project"), global: permissionTable("global") },
    "resources.md": { resources: resourceReference(resourceSources()) },
    "stack-file.md": { properties: stackReference(JSON.parse(writeSchema(stackSchema)) as Schema) },
  };
}

function resourceSources() {
  const folder = join(packageFolder, "src/resources");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => ({ path: name, text: readFileSync(join(folder, name), "utf8") }));
}
