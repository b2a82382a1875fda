import { expect, test } from "vitest";
import { createClient } from "../../src/client/create-client.js";
import { readCredentials, readSettings } from "../../src/client/credentials.js";
import { addGroupMember, listGroupMembers, removeGroupMember } from "../../src/client/group-members.js";
import { acme } from "../../src/emulator/seed/acme.js";
import { startSite } from "../emulator/site.js";

const many = Array.from({ length: 120 }, (_, number) => `person-${number}@acme.example`);
const seed = {
  ...acme,
  accounts: [
    ...(acme.accounts ?? []),
    ...many.map((email, number) => (number === 60 ? { email, active: false } : { email })),
  ],
  groups: { ...acme.groups, crowd: { members: many } },
};

async function open() {
  const site = await startSite({ seed });
  const settings = { JIRA_URL: site.url, JIRA_EMAIL: "admin@acme.example", JIRA_API_TOKEN: "emulator-admin-token" };
  const client = createClient(readCredentials(readSettings(settings)), { retryBudgetMs: 2000 });
  const { body } = await site.ask("admin", "GET /group/bulk?groupName=crowd");
  return { client, group: body.values[0].groupId as string };
}

test("members are read page by page, deactivated ones too", async () => {
  const { client, group } = await open();
  const emails = (await listGroupMembers(client, group)).map(({ email }) => email);
  expect(emails.sort()).toEqual([...many].sort());
});

test("a member is added and removed once, and refused the second time", async () => {
  const { client, group } = await open();
  const [member] = await listGroupMembers(client, group);
  const id = member?.id ?? "";
  await removeGroupMember(client, group, id);
  await expect(removeGroupMember(client, group, id)).rejects.toThrow("is not a member of");
  expect(await listGroupMembers(client, group)).toHaveLength(119);
  await addGroupMember(client, group, id);
  await expect(addGroupMember(client, group, id)).rejects.toThrow("is already a member of");
});
