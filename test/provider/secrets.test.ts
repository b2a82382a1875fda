import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import type { DynamicProvider } from "../../src/provider/define-provider.js";
import { startSite } from "../emulator/site.js";
import { declareResource, startProcess, stub } from "../helpers/engine.js";
import { everyAllowance as allow } from "../helpers/every-allowance.js";
import { serve } from "../helpers/serve.js";

const token = "canary+token/5f1c2e==&x";
const email = "admin@acme.example";
const pair = Buffer.from(`${email}:${token}`).toString("base64");
const forms = [token, encodeURIComponent(token), Buffer.from(token).toString("base64"), pair, encodeURIComponent(pair)];

const inputs: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  PermissionScheme: { name: "Delivery", description: "", owner: "acme/test" },
  HolderGrants: { scheme: "Legacy open scheme", holder: "group:auditors", permissions: { EDIT_ISSUES: true } },
  ProjectPermissionScheme: { project: "PAY", scheme: "Legacy open scheme" },
  ProjectRole: { name: "Developers", description: "", owner: "acme/test" },
  ProjectRoleActors: { project: "PAY", role: "Administrators", users: { "bob@acme.example": true }, groups: {}, allow },
};

/** How a careless site or proxy gives back what it was sent. */
const echoes: Readonly<Record<string, (response: ServerResponse, header: string) => void>> = {
  "a message of Jira's": (response, header) =>
    response
      .setHeader("content-type", "application/json")
      .end(JSON.stringify({ errorMessages: [`denied: ${header}`] })),
  "a field's error": (response) =>
    response
      .setHeader("content-type", "application/json")
      .end(JSON.stringify({ errors: { [token]: forms.join(" ") } })),
  "plain text": (response, header) => response.end(`Authorization: ${header} ${forms.join(" ")}`),
};

type Call = (provider: DynamicProvider, outputs: Record<string, unknown>) => Promise<unknown>;

const calls: Readonly<Record<string, Call>> = {
  create: (provider, outputs) => provider.create({ ...outputs, __provider: stub }),
  read: (provider, outputs) => provider.read("1", outputs),
  update: (provider, outputs) => provider.update("1", outputs, outputs),
  delete: (provider, outputs) => provider.delete("1", outputs),
};

describe.each([400, 401, 403])("an answer %i that echoes what it was sent", (status) => {
  describe.each(Object.entries(echoes))("in %s", (_, echo) => {
    test.each(Object.keys(inputs))("is told by no handler of %s with a secret or a stack", async (kind) => {
      const site = await startSite();
      const resource = declareResource(site, kind);
      await resource.up({ ...inputs[kind] });
      const outputs = { ...resource.kept()?.outputs };
      const url = await serve((request, response) => {
        response.statusCode = status;
        echo(response, request.headers.authorization ?? "");
      });
      for (const [name, call] of Object.entries(calls)) {
        const open = await startProcess({ url }, { "jira:email": email, "jira:apiToken": token });
        const error = await call(await open(kind), outputs).catch((thrown: unknown) => thrown);
        expect(error, name).toBeInstanceOf(Error);
        expect((error as Error).message).toContain(`was answered with ${status}`);
        expect((error as Error).stack).toBe("");
        expectNoSecret(error);
      }
    });
  });
});

test("what the state keeps holds no credentials", async () => {
  for (const [kind, declared] of Object.entries(inputs)) {
    const resource = declareResource(await startSite(), kind);
    await resource.up({ ...declared });
    expect(JSON.stringify(resource.kept())).not.toMatch(/emulator-admin-token|Basic|authorization/i);
  }
});

test("missing credentials are named by their settings", async () => {
  const open = await startProcess({ url: "https://acme.example" }, {});
  await expect((await open("ProjectRole")).create({ ...inputs.ProjectRole })).rejects.toThrow(
    /^not set: JIRA_EMAIL .*jira:email\); JIRA_API_TOKEN .*jira:apiToken/,
  );
});

function expectNoSecret(error: unknown): void {
  const { message, id, properties, reasons } = error as Record<string, unknown>;
  const text = JSON.stringify({ message, id, properties, reasons, all: { ...(error as object) }, text: String(error) });
  for (const form of forms) expect(text).not.toContain(form);
  for (const form of forms) expect(text).not.toContain(JSON.stringify(form).slice(1, -1));
}
