import { expect, test } from "vitest";
import { formatFault } from "../../src/errors.js";
import { assertionsOf } from "../../src/preflight/assertions-of-file.js";
import { parseStack } from "../../src/stack/read-stack.js";

const access = `
integrationUsers:
  bot:
    account: bot@acme.example
    projects: [PAY, WEB]
    permissions: [BROWSE_PROJECTS, ADD_COMMENTS]
permissionSchemes:
  delivery:
    grants:
      ADMINISTER_PROJECTS: [{ projectRole: Administrators }]
      BROWSE_PROJECTS: [{ projectRole: Developers }]
      EDIT_ISSUES: [{ projectRole: Developers }]
      DELETE_ISSUES: [{ group: cleaners }]
      TRANSITION_ISSUES: [assignee]
      CREATE_ISSUES: [projectLead]
projects:
  PAY:
    permissionScheme: delivery
    roles:
      Developers: { users: [ann@acme.example] }
      Administrators: { users: [kim@acme.example] }
`;

/** What becomes of one assertion, which stands at line 23. */
function judge(assertion: string, file = access): readonly string[] {
  const judged = assertionsOf(parseStack("x.yaml", `${file}assert:\n  one: { ${assertion} }\n`));
  return judged.map((one) => `${one.result} ${formatFault(one)}`);
}

test("what the file decides holds or is violated, with the path and the reason", () => {
  expect(judge("deny: [EDIT_ISSUES], account: bot@acme.example, projects: [PAY]")).toEqual([
    "holds x.yaml:23:17: assert.one.deny[0]: bot@acme.example does not have EDIT_ISSUES in PAY",
  ]);
  expect(judge("allow: [ADD_COMMENTS], account: BOT@acme.example, projects: [PAY, WEB]")).toEqual([
    expect.stringMatching(/^holds .*BOT@acme\.example has ADD_COMMENTS in PAY, through project role Integration: bot/),
    expect.stringMatching(/^holds .* in WEB, through project role Integration: bot/),
  ]);
  expect(judge("deny: [EDIT_ISSUES], account: ann@acme.example, projects: [PAY], because: she only reads")).toEqual([
    "violated x.yaml:23:17: assert.one.deny[0]: ann@acme.example has EDIT_ISSUES in PAY, through project role Developers, which the delivery scheme grants it to; asserted because she only reads",
  ]);
});

test("without BROWSE_PROJECTS an account has nothing, whatever it is granted", () => {
  expect(judge("allow: [ADMINISTER_PROJECTS], account: kim@acme.example, projects: [PAY]")).toEqual([
    "violated x.yaml:23:18: assert.one.allow[0]: kim@acme.example does not have ADMINISTER_PROJECTS in PAY",
  ]);
});

test("a permission on some issues is neither allowed nor denied", () => {
  for (const effect of ["allow", "deny"]) {
    expect(judge(`${effect}: [TRANSITION_ISSUES], account: ann@acme.example, projects: [PAY]`)).toEqual([
      expect.stringMatching(/^violated .*has TRANSITION_ISSUES in PAY on some issues, as the assignee/),
    ]);
  }
});

test.each([
  ["who is in a group of the site", "deny: [DELETE_ISSUES], account: ann@acme.example, projects: [PAY]"],
  ["who leads a project", "deny: [CREATE_ISSUES], account: ann@acme.example, projects: [PAY]"],
  ["what the site's own scheme grants", "deny: [EDIT_ISSUES], account: bot@acme.example, projects: [WEB]"],
  ["projects that the file does not know", "deny: [EDIT_ISSUES], account: ann@acme.example, projects: [HR]"],
  ["global permissions", "deny: [BULK_CHANGE], account: bot@acme.example"],
])("%s only the site can tell: never silently no", (_, assertion) => {
  expect(judge(assertion)).toEqual([expect.stringMatching(/^open x\.yaml:23:.* only the site can tell$/)]);
});

test("an account that is written as accountId may be any that is written as e-mail", () => {
  const byId = access.replace("ann@acme.example", "557058:f58131cb-b67d-43c7-b30d-6b58d40bd077");
  expect(judge("deny: [EDIT_ISSUES], account: ann@acme.example, projects: [PAY]", byId)).toEqual([
    expect.stringMatching(/^open /),
  ]);
});

test("of projects that are chosen, those of the file are judged and the others left to the site", () => {
  expect(judge("deny: [EDIT_ISSUES], account: ann@acme.example, projects: [all]")).toEqual([
    expect.stringMatching(/^violated .*EDIT_ISSUES in PAY/),
    expect.stringMatching(/^open .*EDIT_ISSUES in WEB/),
    "open x.yaml:23:69: assert.one.projects[0]: which other projects all stands for only the site can tell",
  ]);
});

test("a file that chooses projects by category leaves all to the site", () => {
  const chosen = access.replace("projects: [PAY, WEB]", 'projects: ["category:Delivery"]');
  expect(judge("deny: [EDIT_ISSUES], account: bot@acme.example, projects: [PAY]", chosen)).toEqual([
    expect.stringMatching(/^open /),
  ]);
});
