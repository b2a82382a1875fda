import { describe, expect, it } from "vitest";
import { z } from "zod";
import { stackSchema } from "../../../src/stack/schema/schema.js";
import { faultsOf } from "../faults-of.js";

const scheme = (grants: string) => `permissionSchemes:\n  delivery:\n    grants:\n      ${grants}\n`;
const bot = (lines: string) => `integrationUsers:\n  bot:\n    ${lines.split("\n").join("\n    ")}\n`;
const wholeBot = "account: bot@acme.example\nprojects: [PAY]\npermissions: [BROWSE_PROJECTS]";

describe("holders", () => {
  const at = "permissionSchemes.delivery.grants.ADD_COMMENTS";
  it.each([
    ["asignee", `23: ${at}[0]: unknown holder type "asignee"; did you mean assignee?`],
    ["{ projectrole: X }", `25: ${at}[0].projectrole: unknown holder type "projectrole"; did you mean projectRole?`],
    ["projectRole", `23: ${at}[0]: the holder type projectRole needs a name: { projectRole: NAME }`],
    ["user", `23: ${at}[0]: the holder type user needs a name: { user: EMAIL_OR_ACCOUNT_ID }`],
    ["{ reporter: x }", `25: ${at}[0].reporter: the holder type reporter takes no name; write the bare word reporter`],
    [
      "{ group: a, user: b }",
      `35: ${at}[0].user: a second type in one holder, after "group"; write one list entry for each`,
    ],
    [
      "{ userCustomField: 10010 }",
      `42: ${at}[0].userCustomField: expected customfield_10010 as text, found the number 10010`,
    ],
    [
      "{ groupCustomField: Team }",
      `43: ${at}[0].groupCustomField: "Team" is no custom field's id; expected one like customfield_10010`,
    ],
    ["{ user: ann }", `31: ${at}[0].user: "ann" is neither an e-mail nor an accountId`],
    ['{ group: " a" }', `32: ${at}[0].group: " a" has spaces around it; did you mean "a"?`],
    ['"projectRole:Devs"', `23: ${at}[0]: unknown holder "projectRole:Devs"; did you mean { projectRole: "Devs" }?`],
    ["[]", `23: ${at}[0]: expected a holder like assignee or { projectRole: NAME }, found a list`],
    ["{}", `23: ${at}[0]: expected a holder like { projectRole: NAME }, found an empty map`],
    [
      "everyone in the company",
      `23: ${at}[0]: unknown holder type "everyone in the company"; expected anyone, applicationRole, assignee, group, groupCustomField, projectLead, projectRole, reporter, sd.customer.portal.only, user or userCustomField`,
    ],
  ])("refuses %s", (holder, fault) => {
    expect(faultsOf(scheme(`ADD_COMMENTS:  [${holder}]`))).toEqual([`x.yaml:4:${fault}`]);
  });

  it.each([
    "anyone",
    "applicationRole",
    "{ applicationRole: jira-software }",
    "assignee",
    "reporter",
    "projectLead",
    "sd.customer.portal.only",
    "{ projectRole: Administrators }",
    "{ group: auditors }",
    "{ user: ann@acme.example }",
    "{ user: 5b10ac8d82e05b22cc7d4ef5 }",
    "{ user: '557058:f58131cb-b67d-43c7-b30d-6b58d40bd077' }",
    "{ userCustomField: customfield_10010 }",
    "{ groupCustomField: customfield_10011 }",
  ])("accepts %s", (holder) => {
    expect(faultsOf(scheme(`ADD_COMMENTS: [${holder}]`))).toEqual([]);
  });
});

describe("integration users", () => {
  it.each([
    ["projects: [PAY]\npermissions: [BROWSE_PROJECTS]", "2:3: integrationUsers.bot.account: missing; expected text"],
    [
      `${wholeBot}\nelsewhere: forbidd`,
      '6:16: integrationUsers.bot.elsewhere: expected report, forbid or ignore, found the text "forbidd"; did you mean forbid?',
    ],
    [
      `${wholeBot}\ntolerate: { VIEW_AGREGATED_DATA: why }`,
      '6:17: integrationUsers.bot.tolerate.VIEW_AGREGATED_DATA: unknown permission "VIEW_AGREGATED_DATA"; did you mean VIEW_AGGREGATED_DATA?',
    ],
    [
      `${wholeBot}\ntolerate: { BULK_CHANGE: "" }`,
      "6:30: integrationUsers.bot.tolerate.BULK_CHANGE: expected a reason, found an empty text",
    ],
    [
      `${wholeBot}\npermisions: []`,
      '6:5: integrationUsers.bot.permisions: unknown property "permisions"; did you mean permissions?',
    ],
    [
      wholeBot.replace("[PAY]", "PAY"),
      '4:15: integrationUsers.bot.projects: expected a list, found the text "PAY"; write [PAY]',
    ],
    [
      wholeBot.replace("[PAY]", "[]"),
      "4:15: integrationUsers.bot.projects: expected at least one entry, found an empty list",
    ],
    [
      wholeBot.replace("[PAY]", "[pay]"),
      '4:16: integrationUsers.bot.projects[0]: "pay" is no project key (a capital letter, then capitals, digits or underscores); did you mean PAY?',
    ],
    [
      wholeBot.replace("bot@acme.example", "release-notes"),
      '3:14: integrationUsers.bot.account: "release-notes" is neither an e-mail nor an accountId',
    ],
    [
      wholeBot.replace("BROWSE_PROJECTS", "ADD_COMMENTS"),
      "5:19: integrationUsers.bot.permissions[0]: ADD_COMMENTS gives nothing without BROWSE_PROJECTS",
    ],
    [
      wholeBot.replace("S]", "S, MANAGE_WATCHERS]"),
      "5:36: integrationUsers.bot.permissions[1]: MANAGE_WATCHERS gives nothing without VIEW_VOTERS_AND_WATCHERS",
    ],
    [
      wholeBot.replace("S]", "S, CREATE_PROJECT]"),
      '5:36: integrationUsers.bot.permissions[1]: "CREATE_PROJECT" is a global permission, which permission schemes cannot grant',
    ],
    [
      wholeBot.replace("S]", "S, VIEW_ISSUES]"),
      '5:36: integrationUsers.bot.permissions[1]: "VIEW_ISSUES" is kept by Jira itself and cannot be granted',
    ],
  ])("refuses %j", (lines, fault) => {
    expect(faultsOf(bot(lines))).toEqual([`x.yaml:${fault}`]);
  });

  it("puts no unprintable text into the list that it proposes", () => {
    expect(faultsOf(bot(wholeBot.replace("[PAY]", '"\\e[31m"')))).toEqual([
      'x.yaml:4:15: integrationUsers.bot.projects: expected a list, found the text "\\u001b[31m"',
    ]);
  });

  it("takes a misspelt permission for the one it was meant to be, and says no more than that", () => {
    expect(faultsOf(bot(wholeBot.replace("BROWSE_PROJECTS", "BROWSE_PROJECT, ADD_COMMENTS")))).toEqual([
      'x.yaml:5:19: integrationUsers.bot.permissions[0]: unknown permission "BROWSE_PROJECT"; did you mean BROWSE_PROJECTS?',
    ]);
  });

  it("accepts everything it may have", () => {
    const more = 'role: Notes bot\ntolerate: { VIEW_AGGREGATED_DATA: all have it, app__look: "" }\nelsewhere: forbid';
    expect(faultsOf(bot(`${wholeBot}\n${more.replace('""', "seen")}`))).toEqual([]);
  });
});

describe("other sections", () => {
  it.each([
    [
      "groups:\n  auditors: { member: [] }\n",
      '2:15: groups.auditors.member: unknown property "member"; did you mean members?',
    ],
    [
      "groups:\n  auditors: { members: eve@acme.example }\n",
      '2:24: groups.auditors.members: expected a list, found the text "eve@acme.example"; write [eve@acme.example]',
    ],
    [
      "groups:\n  auditors: { members: [eve] }\n",
      '2:25: groups.auditors.members[0]: "eve" is neither an e-mail nor an accountId',
    ],
    [
      "projectRoles:\n  Devs: { name: 5 }\n",
      "2:17: projectRoles.Devs.name: expected text, found the number 5; write it in quotes",
    ],
    [
      "projectRoles:\n  Devs: { adopt: yes }\n",
      '2:18: projectRoles.Devs.adopt: expected true or false, found the text "yes"',
    ],
    [
      "projectRoles:\n  Devs:\n",
      "2:3: projectRoles.Devs: expected a map, found nothing; indent what belongs to it under it, or write {} if nothing does",
    ],
    [
      'projectRoles:\n  Devs: { description: "a [jira-access p/s]" }\n',
      "2:24: projectRoles.Devs.description: the ownership mark is added by itself; leave it out",
    ],
    [
      "projectRoles:\n  Devs: { account: a }\n",
      '2:11: projectRoles.Devs.account: unknown property "account"; it belongs in an entry of integrationUsers or assert: check the indentation',
    ],
    [
      "permissionSchemes:\n  a: { ADD_COMMENTS: [] }\n",
      '2:8: permissionSchemes.a.ADD_COMMENTS: "ADD_COMMENTS" is a permission and belongs in grants: check the indentation',
    ],
    [
      "permissionSchemes:\n  name: a\n",
      '2:9: permissionSchemes.name: expected a map, found the text "a"; if "name" belongs to an entry of permissionSchemes, indent it further',
    ],
    [
      "projects:\n  PAY: { permissionScheme: { sit: a } }\n",
      "2:28: projects.PAY.permissionScheme: expected a key of permissionSchemes, or { site: NAME } for a scheme that stays the site's",
    ],
    [
      "projects:\n  PAY: { permissionScheme: { site: '' } }\n",
      "2:36: projects.PAY.permissionScheme.site: expected a name, found an empty text",
    ],
    [
      "projects:\n  PAY: { allow: { removals: 0 } }\n",
      "2:29: projects.PAY.allow.removals: expected a number above 0, found the number 0",
    ],
    [
      "projects:\n  PAY: { roles: { R: { users: [ann] } } }\n",
      '2:32: projects.PAY.roles.R.users[0]: "ann" is neither an e-mail nor an accountId',
    ],
  ])("refuse %j", (text, fault) => {
    expect(faultsOf(text)).toEqual([`x.yaml:${fault}`]);
  });
});

it("the schema can be written as a JSON Schema in which everything is described", () => {
  const json = z.toJSONSchema(stackSchema, { io: "input" });
  const undescribed = Object.entries(propertiesOf(json)).filter(([, schema]) => schema.description === undefined);
  expect(undescribed.map(([path]) => path)).toEqual([]);
  expect(JSON.stringify(json)).toContain('"sd.customer.portal.only"');
});

type JsonSchema = z.core.JSONSchema.JSONSchema;

function propertiesOf(schema: JsonSchema, path = ""): Record<string, JsonSchema> {
  const own = Object.entries(schema.properties ?? {}).filter(
    (entry): entry is [string, JsonSchema] => typeof entry[1] === "object",
  );
  const below = schema.additionalProperties;
  const entries = typeof below === "object" ? propertiesOf(below, `${path}.*`) : {};
  return Object.assign(
    entries,
    ...own.map(([key, child]) => ({ [`${path}.${key}`]: child, ...propertiesOf(child, `${path}.${key}`) })),
  );
}
