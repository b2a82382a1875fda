import { expect, test } from "vitest";
import { startSite, type TestSite } from "./site.js";

const rename = (site: TestSite, name: string) => site.ask("admin", "PUT /permissionscheme/0", { name });

async function readName(site: TestSite): Promise<string> {
  return (await site.ask("ann", "GET /permissionscheme/0")).body.name;
}

test("so many reads answer what was before the last write, the write itself what is", async () => {
  const site = await startSite();
  await site.control("POST /faults", [{ kind: "stale", path: "/permissionscheme/0$", times: 2 }]);
  expect(await readName(site)).toBe("Default Permission Scheme");
  expect((await rename(site, "One")).body.name).toBe("One");
  expect((await rename(site, "Two")).body.name).toBe("Two");
  expect((await site.ask("ann", "GET /permissionscheme")).body.permissionSchemes[0].name).toBe("Two");
  expect([await readName(site), await readName(site), await readName(site)]).toEqual(["One", "One", "Two"]);
});

test("or as many as there are in a time", async () => {
  const site = await startSite();
  await site.control("POST /faults", [{ kind: "stale", durationMs: 250 }]);
  await rename(site, "One");
  expect([await readName(site), await readName(site)]).toEqual([
    "Default Permission Scheme",
    "Default Permission Scheme",
  ]);
  await new Promise((resolve) => setTimeout(resolve, 260));
  expect(await readName(site)).toBe("One");
  await rename(site, "Two");
  expect(await readName(site)).toBe("One");
  await site.control("DELETE /faults");
  expect(await readName(site)).toBe("Two");
});

test("a write that was refused is none, and what somebody may do is behind as well", async () => {
  const site = await startSite();
  await site.control("POST /faults", [{ kind: "stale", times: 3 }]);
  await rename(site, "One");
  expect((await rename(site, " ")).status).toBe(400);
  expect(await readName(site)).toBe("Default Permission Scheme");
  const triage = (await site.ask("triage", "GET /myself")).body.accountId;
  await site.ask("admin", "POST /group/user?groupname=acme-staff", { accountId: triage });
  expect((await site.ask("triage", "GET /issue/PAY-1")).status).toBe(404);
  expect((await site.ask("triage", "GET /issue/PAY-1")).status).toBe(200);
});

test("a time is for this kind only", async () => {
  const site = await startSite();
  expect((await site.control("POST /faults", [{ kind: "drop", durationMs: 5 }])).status).toBe(400);
});
