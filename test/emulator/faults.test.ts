import { get } from "node:http";
import { describe, expect, test } from "vitest";
import { basic, startSite, type TestSite } from "./site.js";

async function log(site: TestSite): Promise<number[]> {
  return (await site.control("GET /requests")).body.map((entry: { status: number }) => entry.status);
}

async function roleNames(site: TestSite): Promise<string[]> {
  await site.control("DELETE /faults");
  return (await site.ask("admin", "GET /role")).body.map((role: { name: string }) => role.name);
}

function order(site: TestSite, ...faults: object[]) {
  return site.control("POST /faults", faults);
}

const make = (site: TestSite) => site.ask("admin", "POST /role", { name: "Developers" });

describe("status", () => {
  test("before: the site does nothing; with Retry-After and Jira's headers", async () => {
    const site = await startSite();
    await order(site, { kind: "status", status: 429, retryAfterS: 7 });
    const { status, headers, body } = await make(site);
    expect(status).toBe(429);
    expect(headers.get("retry-after")).toBe("7");
    expect(headers.get("ratelimit-reason")).toBe("jira-burst-based");
    expect(headers.get("x-ratelimit-remaining")).toBe("0");
    expect(body).toEqual({ errorMessages: [expect.any(String)], errors: {} });
    expect(await log(site)).toEqual([429]);
    expect(await roleNames(site)).not.toContain("Developers");
  });

  test("after: the site has done it all the same", async () => {
    const site = await startSite();
    await order(site, { kind: "status", status: 500, when: "after" });
    expect((await make(site)).status).toBe(500);
    expect(await roleNames(site)).toContain("Developers");
  });
});

describe.each([
  ["drop", "UND_ERR_SOCKET"],
  ["reset", "ECONNRESET"],
] as const)("%s", (kind, code) => {
  test.each([
    ["before", false],
    ["after", true],
  ] as const)("%s", async (when, done) => {
    const site = await startSite();
    await order(site, { kind, when });
    await expect(make(site)).rejects.toMatchObject({ cause: { code } });
    expect(await log(site)).toEqual([0]);
    expect((await roleNames(site)).includes("Developers")).toBe(done);
  });
});

test("truncate: the whole length is announced, half the body comes", async () => {
  const site = await startSite();
  await order(site, { kind: "truncate", path: "/role$" });
  const headers = { authorization: basic("admin@acme.example", "emulator-admin-token") };
  const { status, announced, received } = await new Promise<Record<string, number>>((resolve, reject) => {
    get(`${site.url}/rest/api/3/role`, { headers }, (response) => {
      let received = 0;
      response.on("data", (chunk: Buffer) => {
        received += chunk.length;
      });
      response.on("error", () => {
        const announced = Number(response.headers["content-length"]);
        resolve({ status: response.statusCode ?? 0, announced, received });
      });
      response.on("end", () => reject(new Error("the answer was whole")));
    });
  });
  expect(status).toBe(200);
  expect(received).toBe(Math.floor((announced ?? 0) / 2));
  expect(received).toBeGreaterThan(100);
  expect(await log(site)).toEqual([200]);
});

test.each(["before", "after"])("delay %s: the answer comes later", async (when) => {
  const site = await startSite();
  await order(site, { kind: "delay", delayMs: 150, when });
  const start = performance.now();
  expect((await make(site)).status).toBe(200);
  expect(performance.now() - start).toBeGreaterThan(140);
});

describe("which requests", () => {
  test("method and path are patterns that may match anywhere", async () => {
    const site = await startSite();
    await order(site, { kind: "status", status: 503, method: "PUT|DEL", path: "scheme/\\d+$", times: 9 });
    expect((await site.ask("admin", "GET /permissionscheme/0")).status).toBe(200);
    expect((await site.ask("admin", "PUT /permissionscheme/0", { name: "x" })).status).toBe(503);
    expect((await site.ask("admin", "DELETE /permissionscheme/10000?x=1")).status).toBe(503);
    expect((await site.ask("admin", "DELETE /permissionscheme/10000/permission/1")).status).toBe(400);
  });

  test("as many as were ordered, one fault after the other", async () => {
    const site = await startSite();
    await order(site, { kind: "status", status: 500, times: 2 }, { kind: "status", status: 503 });
    const statuses = [];
    for (let count = 0; count < 4; count++) statuses.push((await site.ask("ann", "GET /myself")).status);
    expect(statuses).toEqual([500, 500, 503, 200]);
  });
});

test.each([
  ["no list", { kind: "drop" }],
  ["an unknown kind", [{ kind: "explode" }]],
  ["an unknown key", [{ kind: "drop", often: 2 }]],
  ["a status without a number", [{ kind: "status" }]],
  ["a delay without a length", [{ kind: "delay" }]],
  ["a broken pattern", [{ kind: "drop", path: "(" }]],
])("%s is refused with 400", async (_, body) => {
  const site = await startSite();
  expect((await site.control("POST /faults", body)).status).toBe(400);
  expect((await site.ask("ann", "GET /myself")).status).toBe(200);
});

test("skip: so many requests that match go well before the fault, also where another is ordered after it", async () => {
  const site = await startSite();
  await order(site, { kind: "status", status: 500, method: "GET", skip: 2 }, { kind: "status", status: 429, times: 9 });
  const statuses: number[] = [];
  for (let asked = 0; asked < 4; asked++) statuses.push((await site.ask("admin", "GET /role")).status);
  expect(statuses).toEqual([200, 200, 500, 429]);
});
