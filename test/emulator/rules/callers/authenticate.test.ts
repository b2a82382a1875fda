import { expect, test } from "vitest";
import { acme } from "../../../../src/emulator/seed/acme.js";
import { basic, startSite } from "../../site.js";

test.each([
  ["a wrong token", basic("ann@acme.example", "emulator-bob-token")],
  ["an unknown account", basic("nobody@acme.example", "emulator-nobody-token")],
  ["no colon", `Basic ${Buffer.from("ann@acme.example").toString("base64")}`],
  ["another scheme", "Bearer emulator-ann-token"],
  ["an empty token", basic("ann@acme.example", "")],
])("%s is 401 everywhere, even where nobody needs to log in", async (_, authorization) => {
  const site = await startSite();
  for (const path of ["/myself", "/serverInfo", "/project/search"]) {
    const response = await fetch(`${site.url}/rest/api/3${path}`, { headers: { authorization } });
    expect(response.status).toBe(401);
    expect(await response.text()).toBe("Client must be authenticated to access this resource.");
  }
});

test("the administrator's token opens the site, and the e-mail's case does not matter", async () => {
  const site = await startSite();
  const authorization = basic("Admin@Acme.Example", "emulator-admin-token");
  const response = await fetch(`${site.url}/rest/api/3/myself`, { headers: { authorization } });
  expect(response.status).toBe(200);
});

test("a deactivated account cannot log in, and one without a product gets nowhere", async () => {
  const accounts = [
    ...(acme.accounts ?? []),
    { email: "gone@acme.example", active: false },
    { email: "guest@acme.example" },
  ];
  const site = await startSite({ seed: { ...acme, accounts } });
  expect((await site.ask("gone", "GET /serverInfo")).status).toBe(401);
  expect((await site.ask("guest", "GET /myself")).status).toBe(401);
  expect((await site.ask("guest", "GET /project/search")).body.values).toEqual([]);
});
