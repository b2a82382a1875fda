import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { writeSchema } from "../../../src/report/write-schema.js";
import { stackSchema } from "../../../src/stack/schema/schema.js";
import { blocksIn } from "../../docs/documents.js";

const editorSchema = writeSchema(stackSchema);
const ajv = new Ajv({ allErrors: true, strict: false });
const validate = ajv.compile(JSON.parse(editorSchema));
const errorsOf = (yaml: string) => {
  validate(parse(yaml));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

it("docs/stack.schema.json is what `jira-access schema` prints", () => {
  expect(readFileSync("docs/stack.schema.json", "utf8")).toBe(editorSchema);
});

describe("what editors accept", () => {
  const documented = blocksIn(readFileSync("docs/stack-file.md", "utf8")).filter(({ language }) => language === "yaml");

  it.each([readFileSync("stacks/demo.yaml", "utf8"), ...documented.map(({ text }) => text)])("example %#", (text) => {
    expect(errorsOf(text)).toEqual([]);
  });

  it("holders in every form, and permissions of apps", () => {
    const holders = "[assignee, applicationRole, { applicationRole: jira-software }, { projectRole: A }, { group: g }]";
    const grants = `{ ADD_COMMENTS: ${holders}, com.example.app__do-it: [reporter] }`;
    expect(errorsOf(`permissionSchemes: { delivery: { grants: ${grants} } }`)).toEqual([]);
  });
});

describe("what editors mark", () => {
  it.each([
    ["projectz: {}", " must NOT have additional properties"],
    [
      "permissionSchemes: { a: { grants: { ADD_COMMENT: [] } } }",
      "/permissionSchemes/a/grants property name must be valid",
    ],
    [
      "permissionSchemes: { a: { grants: { ADD_COMMENTS: reporter } } }",
      "/permissionSchemes/a/grants/ADD_COMMENTS must be array",
    ],
    [
      "permissionSchemes: { a: { grants: { ADD_COMMENTS: [asignee] } } }",
      "/permissionSchemes/a/grants/ADD_COMMENTS/0 must match a schema in anyOf",
    ],
    ["projects: { 1PAY*: {} }", "/projects property name must be valid"],
    ["projects: { pay: {} }", "/projects property name must be valid"],
    [
      "projects: { PAY: { permissionScheme: { sit: a } } }",
      "/projects/PAY/permissionScheme must match a schema in anyOf",
    ],
    ["integrationUsers: { a: { account: a@b } }", "/integrationUsers/a must have required property 'projects'"],
  ])("%s", (yaml, error) => {
    expect(errorsOf(yaml)).toContain(error);
  });
});

it("explains every permission where it is granted", () => {
  const { properties } = JSON.parse(editorSchema).properties.permissionSchemes.additionalProperties.properties.grants;
  expect(properties.BROWSE_PROJECTS.description).toMatch(/^See a project/);
});
