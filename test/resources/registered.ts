import * as pulumi from "@pulumi/pulumi";

/** A resource as a program handed it to the engine. */
export interface Registered {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** What the work declares, in the order in which the engine hears of it; the stack is `acme/test`. */
export async function registeredBy(work: () => unknown): Promise<readonly Registered[]> {
  const registered: Registered[] = [];
  const mocks: pulumi.runtime.Mocks = {
    newResource({ type, name, inputs }) {
      registered.push({ type, name, inputs });
      return { id: `${name}-id`, state: { ...inputs } };
    },
    call: () => ({}),
  };
  await pulumi.runtime.setMocks(mocks, "acme", "test");
  work();
  await pulumi.runtime.disconnect();
  return registered;
}
