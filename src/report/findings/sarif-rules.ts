import type { Finding, FindingReport, Rule } from "../../model/finding.js";

type Rules = FindingReport["rules"];

/**
 * Rules as code scanning shows them. There a rule has one severity; so one whose errors weigh more than its warnings is
 * listed twice.
 */
export function listSarifRules(rules: Rules) {
  return Object.entries(rules).flatMap(([key, rule]) => {
    const { severity } = rule;
    if (severity === undefined) return [describeRule(key, rule, { tags: ["maintainability"] })];
    const { warning, error } = severity;
    return [
      describeRule(key, rule, scored(warning)),
      ...(error === undefined ? [] : [describeRule(graver(key), rule, scored(error))]),
    ];
  });
}

/** The rule that a finding is of, by its id there. */
export function sarifRuleOf({ rule, level }: Finding, rules: Rules): string {
  return level === "error" && rules[rule]?.severity?.error !== undefined ? graver(rule) : rule;
}

function graver(key: string): string {
  return `${key}-grave`;
}

function scored(severity: number) {
  return { tags: ["security"], precision: "very-high", "security-severity": severity.toFixed(1) };
}

function describeRule(id: string, { text, help }: Rule, properties: Readonly<Record<string, unknown>>) {
  return {
    id,
    shortDescription: { text },
    fullDescription: { text: `${text}.` },
    help: { text: help.replaceAll("`", ""), markdown: help },
    properties,
  };
}
