import { expect, test } from "vitest";
import { z } from "zod";
import { createClient, type JiraClient } from "../../src/client/create-client.js";
import { readCredentials } from "../../src/client/credentials.js";
import { acme } from "../../src/emulator/seed/acme.js";
import { basic, startSite, type TestSite } from "../emulator/site.js";

const limited = { seed: { ...acme, limits: true } };
const anything = z.unknown();

function clientOf({ url }: TestSite): JiraClient {
  const settings = { JIRA_URL: url, JIRA_EMAIL: "admin@acme.example", JIRA_API_TOKEN: "emulator-admin-token" };
  return createClient(readCredentials((name) => settings[name as keyof typeof settings]));
}

async function statusesOf(site: TestSite): Promise<readonly number[]> {
  return (await site.control("GET /requests")).body.map(({ status }: { status: number }) => status);
}

test("two clients of a process that ask for thousands of answers at once are refused none of them", async () => {
  const site = await startSite(limited);
  const clients = [clientOf(site), clientOf(site)];
  const operations = [
    "getCurrentUser",
    "getMyPermissions",
    "getAllPermissions",
    "getAllProjectRoles",
    "searchProjects",
  ] as const;
  const query = { permissions: "ADMINISTER" };
  const ask = (client: JiraClient) => operations.map((operation) => client.call(operation, { query }, anything));
  const startMs = performance.now();
  await Promise.all(Array.from({ length: 120 }, () => clients.flatMap(ask)).flat());
  const statuses = await statusesOf(site);
  expect(statuses).toHaveLength(1200);
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(performance.now() - startMs).toBeGreaterThan(2000);
}, 30_000);

test("beside a client that takes half of the budget both get their answers", async () => {
  const site = await startSite(limited);
  const theirs: Promise<number>[] = [];
  const headers = { authorization: basic("bob@acme.example", "emulator-bob-token") };
  const askAsStranger = async () => (await fetch(`${site.url}/rest/api/3/myself`, { headers })).status;
  const stranger = setInterval(() => theirs.push(askAsStranger()), 20);
  const client = clientOf(site);
  await Promise.all(Array.from({ length: 150 }, () => client.call("getCurrentUser", {}, anything)));
  clearInterval(stranger);
  const answers = await Promise.all(theirs);
  expect(answers.filter((status) => status === 200).length).toBeGreaterThan(answers.length / 4);
}, 30_000);
