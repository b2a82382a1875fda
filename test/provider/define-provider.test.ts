import { expect, test } from "vitest";
import { keepSecret } from "../../src/errors.js";
import { defineProvider } from "../../src/provider/define-provider.js";
import type { Handler } from "../../src/provider/handler.js";
import { createSessionKeeper } from "../../src/provider/session.js";
import { Unfinished } from "../../src/provider/writes/unfinished.js";
import { stub } from "../helpers/engine.js";

interface Inputs {
  readonly name: string;
}

const secret = "canary-7d3e";
keepSecret(secret);

function provide(part: Partial<Handler<Inputs, Inputs>>) {
  const settings = { "jira:url": "https://acme.example", "jira:email": "a@acme.example", "jira:apiToken": "a-token" };
  const provider = defineProvider<Inputs, Inputs>(
    {
      check: (raw) => ({ inputs: { name: `${raw.name}` }, failures: [] }),
      hold: () => {},
      create: async (_, inputs) => ({ id: "1", outputs: inputs }),
      read: async (_, outputs) => ({ inputs: outputs, outputs }),
      update: async (_, __, inputs) => inputs,
      delete: async () => {},
      ...part,
    },
    createSessionKeeper(),
  );
  return provider
    .configure({ config: { get: (key) => new Map(Object.entries(settings)).get(key) } })
    .then(() => provider);
}

const fail = (error: unknown) => () => Promise.reject(error);
const thrownBy = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error as Error,
  );

test("an error of any kind becomes one sentence without secret and stack", async () => {
  for (const error of [new TypeError(`no ${secret} here`), `no ${secret} here`]) {
    const provider = await provide({
      create: fail(error),
      update: fail(error),
      delete: fail(error),
      read: fail(error),
    });
    const props = { name: "n" };
    for (const work of [
      provider.create(props),
      provider.update("1", props, props),
      provider.delete("1", props),
      provider.read("1", props),
    ]) {
      const thrown = await thrownBy(work);
      expect({ ...thrown, message: thrown?.message, stack: thrown?.stack }).toEqual({
        message: "no [redacted] here",
        stack: "",
      });
    }
  }
});

test("an unfinished object is given with its id, its outputs, the provider's text and the reason", async () => {
  const error = new Unfinished("7", { name: "half" }, new Error(`lost ${secret}`));
  const provider = await provide({ create: fail(error), update: fail(error) });
  const props = { name: "n", __provider: stub };
  for (const work of [provider.create(props), provider.update("7", { name: "old" }, props)]) {
    expect(await thrownBy(work)).toMatchObject({
      message: "lost [redacted]",
      stack: "",
      id: "7",
      properties: { name: "half", __provider: stub },
      reasons: ["lost [redacted]"],
    });
  }
});

test("handlers never see the provider's text", async () => {
  const seen: unknown[] = [];
  const note = <T>(value: unknown, result: T): T => {
    seen.push(value);
    return result;
  };
  const provider = await provide({
    check: (raw) => note(raw, { inputs: { name: "n" }, failures: [] }),
    create: async (_, inputs) => note(inputs, { id: "1", outputs: inputs }),
    read: async (_, outputs) => note(outputs, undefined),
    update: async (_, before, inputs) => note(before, note(inputs, inputs)),
    delete: async (_, outputs) => note(outputs, undefined),
  });
  const props = { name: "n", __provider: stub };
  await provider.check(props, props);
  await provider.create(props);
  expect(await provider.read("1", props)).toEqual({});
  await provider.update("1", props, props);
  await provider.delete("1", props);
  // What is gone is looked for twice.
  expect(seen).toEqual(Array(7).fill({ name: "n" }));
});

test("only the inputs that name another object ask for a replacement", async () => {
  const provider = await provide({ replaceOn: ["name"] });
  expect(await provider.diff("1", { name: "a" }, { name: "b" })).toEqual({ replaces: ["name"] });
  expect(await provider.diff("1", { name: "a", more: 1 }, { name: "a", more: 2 })).toEqual({});
  expect(await (await provide({})).diff("1", { name: "a" }, { name: "b" })).toEqual({});
});

test("what an update leaves is kept", async () => {
  const provider = await provide({ update: async (_, before, inputs) => ({ name: `${before.name}${inputs.name}` }) });
  expect(await provider.update("1", { name: "a" }, { name: "b" })).toEqual({ outs: { name: "ab" } });
});

test("an object that is declared as it is held, and only then; a refresh before the program declares nothing", async () => {
  const held: string[] = [];
  const provider = await provide({ hold: (_, { name }) => void held.push(name) });
  await provider.diff("1", { name: "a" }, { name: "a" });
  await provider.check({ name: "a" }, { name: "a" });
  await provider.diff("1", { name: "a" }, { name: "b" });
  await provider.diff("1", { name: "b" }, { name: "b" });
  expect(held).toEqual([]);
  await provider.diff("1", { name: "a", __provider: stub }, { name: "a", __provider: stub });
  expect(held).toEqual(["a"]);
});

test("an object that is still the same under another name is not replaced", async () => {
  const provider = await provide({
    replaceOn: ["name"],
    isStill: (before, { name }) => before.name.toLowerCase() === name.toLowerCase(),
  });
  expect(await provider.diff("1", { name: "a" }, { name: "A" })).toEqual({});
  expect(await provider.diff("1", { name: "a" }, { name: "b" })).toEqual({ replaces: ["name"] });
});
