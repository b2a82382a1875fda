import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import type { FindingReport } from "../../../src/model/finding.js";
import { findingsSchema } from "../../../src/report/findings/findings-schema.js";
import { toJson } from "../../../src/report/findings/to-json.js";
import { writeSchema } from "../../../src/report/write-schema.js";

const report: FindingReport = {
  title: "drift",
  stack: "web",
  rules: { ignored: { text: "Ignored for a while", help: "Wait" } },
  findings: [{ rule: "ignored", level: "note", subject: "a", message: "b" }],
  held: [{ rule: "ignored", subject: "c" }],
  coverage: [{ what: "permission schemes", managed: 1, unmanaged: ["x", "y"] }],
};

test("docs/findings.schema.json is what jira-access schema findings prints", () => {
  expect(readFileSync("docs/findings.schema.json", "utf8"), "run npm run schema").toBe(writeSchema(findingsSchema));
});

test("findings as JSON fit their schema, with how much is kept in per cent, and with a key for each", () => {
  const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync("docs/findings.schema.json", "utf8")));
  const document = JSON.parse(toJson(report));
  for (const one of [
    document,
    JSON.parse(toJson({ ...report, findings: [], fault: { kind: "network", message: "x" } })),
  ])
    expect(validate(one), JSON.stringify(validate.errors)).toBe(true);
  expect(document).toMatchObject({
    format_version: 1,
    findings: [{ key: "ignored/a/b" }],
    coverage: [{ managed: 1, unmanaged: ["x", "y"], percent: 33 }],
  });
  expect(validate({ ...document, format_version: 2 })).toBe(false);
});
