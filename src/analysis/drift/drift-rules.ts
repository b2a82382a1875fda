import type { Rule } from "../../model/finding.js";

/** What drift looks at. */
export const driftRules = {
  "changed-outside": {
    text: "The site holds what the last run left there",
    help: `Somebody changed on the site what the stack keeps. \`pulumi up\` takes it back; where it is to stay, say so in the
stack file. Who did it, and when, is told as far as the site's audit log tells.`,
    severity: { warning: 5, error: 8 },
  },
  "not-applied": {
    text: "What the stack file declares has been applied",
    help: "The stack file says something that no run has brought to the site yet. `pulumi up` does.",
  },
  "effective-access": {
    text: "Accounts can do what is declared for them and nothing else",
    help: `The site lets an account do what no declaration gives it, or does not let it do what one does.
\`jira-access explain ACCOUNT PERMISSION PROJECT\` tells by what, and the smallest change that ends or grants it.`,
    severity: { warning: 6, error: 8.5 },
  },
  "ignore-expired": {
    text: "What is to be ignored still has its day before it",
    help: "Take the entry out of `drift.ignore` in the stack file, or have its owner say anew until when.",
  },
  ignored: {
    text: "Drift that the stack file says to ignore for a while",
    help: "Known and right until the day that `drift.ignore` names. A gain of access is never ignored.",
  },
  unmanaged: {
    text: "What the site has and no resource of the stack keeps",
    help: "Nobody is told when it changes. `jira-access adopt` writes a stack file of it.",
  },
} as const satisfies Record<string, Rule>;
