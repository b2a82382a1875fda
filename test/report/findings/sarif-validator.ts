import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";

const {
  $schema: _,
  id: __,
  ...schema
} = JSON.parse(readFileSync("test/fixtures/sarif/sarif-schema-2.1.0.json", "utf8"));
const ajv = new Ajv({ allErrors: true, strict: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

/** What is wrong with a file by the schema that OASIS publishes for SARIF 2.1.0. */
export function sarifFaults(file: string): readonly string[] {
  validate(JSON.parse(file));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What GitHub's code scanning would not take, or would not show in the file that it is about. */
export function codeScanningFaults(file: string): readonly string[] {
  const { $schema, version, runs } = JSON.parse(file);
  const [{ tool, results, automationDetails }] = runs;
  const { rules } = tool.driver;
  const ids = rules.map(({ id }: { id: string }) => id);
  const faults: string[] = [];
  const demand = (holds: boolean, what: string) => void (holds || faults.push(what));
  demand($schema.startsWith("https://") && version === "2.1.0" && runs.length <= 20, "version");
  demand(/^[^/]+\/.*\/$/.test(automationDetails.id), "a category that ends in a slash");
  demand(new Set(ids).size === ids.length && results.length <= 25_000, "unique rules, not too many results");
  for (const { id, shortDescription, fullDescription, help, properties } of rules) {
    const texts = [shortDescription.text, fullDescription.text, help.text, help.markdown];
    demand(
      texts.every((text) => text.length > 0 && text.length <= 1024),
      `the texts of ${id}`,
    );
    const severity = properties["security-severity"];
    demand(severity === undefined || (Number(severity) > 0 && Number(severity) <= 10), `the severity of ${id}`);
    demand(properties.tags.includes("security") === (severity !== undefined), `the tags of ${id}`);
  }
  const fingerprints = new Set();
  for (const { ruleId, level, message, locations, partialFingerprints } of results) {
    const [{ physicalLocation: { artifactLocation = { uri: "" }, region = {} } = {} }] = locations;
    demand(ids.includes(ruleId) && ["error", "warning", "note"].includes(level), `rule and level of ${message.text}`);
    demand(/^[^/].*\.ya?ml$/.test(artifactLocation.uri), `the file of ${message.text}`);
    const { startLine, startColumn, endLine, endColumn } = region;
    demand(
      startLine >= 1 && startColumn >= 1 && endLine >= startLine && endColumn > startColumn,
      `region of ${ruleId}`,
    );
    fingerprints.add(partialFingerprints.primaryLocationLineHash);
  }
  demand(fingerprints.size === results.length && !fingerprints.has(undefined), "a fingerprint for each result");
  return faults;
}
