import { z } from "zod";
import type { Credential, CredentialOwner } from "../model/credential.js";

const text = z
  .string()
  .nullish()
  .transform((text) => text || undefined);

const moment = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((moment) => {
    const date = new Date(moment ?? Number.NaN);
    return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
  });

const wireOwner = z.object({ id: z.string(), name: text, email: text });

/** A service account as the organisation's API writes it. */
export const wireServiceAccount = z
  .object({ id: z.string(), name: text, displayName: text, email: text })
  .transform(({ id, name, displayName, email }) => ({ id, name: name ?? displayName ?? email ?? id, email }));

/** A token, key or client as the organisation's API writes it; each has a part of this. */
export const wireCredential = z
  .object({
    id: text,
    clientId: text,
    label: text,
    name: text,
    createdAt: moment,
    expiresAt: moment,
    lastActiveAt: moment,
    user: wireOwner.nullish(),
    createdBy: wireOwner.nullish(),
    scopes: z
      .array(z.string())
      .nullish()
      .transform((scopes) => (scopes?.length === 0 ? undefined : (scopes ?? undefined))),
  })
  .refine(({ id, clientId }) => (id ?? clientId) !== undefined, "no id");

type WireCredential = z.output<typeof wireCredential>;

/** The API token that this is; of a person unless another owner is told. */
export function toApiToken(wire: WireCredential, owner = toPerson(wire.user)): Credential {
  const scopes = wire.scopes ?? (owner?.kind === "service-account" ? "unknown" : "all");
  return { kind: "api-token", ...toFacts(wire, owner), lastUsed: wire.lastActiveAt ?? "never", scopes };
}

/** The OAuth client that this is. */
export function toOauthClient(wire: WireCredential, owner?: CredentialOwner): Credential {
  return { kind: "oauth-client", ...toFacts(wire, owner), lastUsed: "unknown", scopes: wire.scopes ?? "unknown" };
}

/** The organisation's API key that this is; whoever made it stands for its owner. */
export function toApiKey(wire: WireCredential): Credential {
  const facts = toFacts(wire, toPerson(wire.createdBy));
  return { kind: "api-key", ...facts, lastUsed: wire.lastActiveAt ?? "never", scopes: wire.scopes ?? "all" };
}

function toFacts({ id, clientId, label, name, createdAt, expiresAt }: WireCredential, owner?: CredentialOwner) {
  const known = id ?? clientId ?? "";
  return {
    id: known,
    label: label ?? name ?? known,
    ...(owner === undefined ? {} : { owner }),
    ...(createdAt === undefined ? {} : { created: createdAt }),
    ...(expiresAt === undefined ? {} : { expires: expiresAt }),
  };
}

function toPerson(wire: z.output<typeof wireOwner> | null | undefined): CredentialOwner | undefined {
  if (!wire) return undefined;
  const { id, name, email } = wire;
  return { id, name: name ?? email ?? id, ...(email === undefined ? {} : { email }), kind: "person" };
}
