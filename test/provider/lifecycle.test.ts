import { describe, expect, test } from "vitest";
import { startSite, type TestSite } from "../emulator/site.js";
import { describeState, takeRequests, takeWrites } from "../helpers/describe-state.js";
import { declareResource } from "../helpers/engine.js";
import { type Lifecycle, lifecycles } from "./lifecycles.js";

describe.each(Object.entries(lifecycles))("%s", (_, lifecycle) => {
  test("is created, changed, healed and deleted, and the site is as before", async () => {
    const { site, resource, before } = await begin(lifecycle);
    const { first, second, exact, tamper, drift } = lifecycle;

    expect(await resource.up(first)).toBe("create");
    expect(resource.kept()?.inputs).toMatchObject(lifecycle.asChecked);
    expect(await describeState(site)).toMatchObject(exact.first);
    expect(await resource.refresh()).toEqual(resource.kept()?.inputs);
    await takeWrites(site);
    expect(await resource.up(first)).toBe("same");
    expect(await takeWrites(site)).toEqual([]);

    expect(await resource.up(second)).toBe("update");
    expect(await describeState(site)).toMatchObject(exact.second);
    const asDeclared = resource.kept()?.inputs;
    expect(await resource.refresh()).toEqual(asDeclared);

    await tamper(site);
    expect(await resource.refresh()).toEqual({ ...asDeclared, ...drift });
    expect(await resource.up(second)).toBe("update");
    expect(await describeState(site)).toMatchObject(exact.second);
    expect(await resource.refresh()).toEqual(asDeclared);

    await resource.destroy();
    expect(await describeState(site)).toEqual(before);
    await takeWrites(site);
    await resource.destroy();
    expect(await takeWrites(site)).toEqual([]);
  });

  test("sends no write when it is updated to what it is", async () => {
    const { site, resource } = await begin(lifecycle);
    await resource.up(lifecycle.first);
    await takeWrites(site);
    await resource.updateToSame();
    expect(await takeWrites(site)).toEqual([]);
  });

  test("reads each collection of the site once a process", async () => {
    const { site, resource } = await begin(lifecycle);
    await takeRequests(site);
    await resource.up(lifecycle.first);
    const reads = (await takeRequests(site)).filter((request) => request.startsWith("GET "));
    const collections = reads.filter((request) => /\/(permissionscheme|role|project\/search)$/.test(request));
    expect(new Set(collections).size).toBe(collections.length);
    expect(reads.length).toBeGreaterThan(0);
  });

  test("is gone for the state when it is gone on the site", async () => {
    const { site, resource } = await begin(lifecycle);
    await resource.up(lifecycle.first);
    resource.moveTo((await lifecycle.remove(site)) ?? site);
    await resource.destroy();
    expect(await resource.refresh()).toBeUndefined();
    expect(resource.kept()).toBeUndefined();
  });
});

async function begin(lifecycle: Lifecycle) {
  const site: TestSite = await startSite();
  await lifecycle.prepare?.(site);
  const before = await describeState(site);
  return { site, before, resource: declareResource(site, lifecycle.kind) };
}
