import { expect } from "vitest";
import type { TestSite } from "../site.js";

/** A grant as a write asks for it. */
export const browseForStaff = { permission: "BROWSE_PROJECTS", holder: { type: "group", parameter: "acme-staff" } };

/** Makes a scheme "Delivery", and answers its id. */
export async function createScheme(site: TestSite, body: Record<string, unknown> = {}) {
  const made = await site.ask("admin", "POST /permissionscheme", { name: "Delivery", ...body });
  expect(made.status).toBe(201);
  return made.body.id as number;
}

/** The grants of a scheme, each in one line. */
export async function grantsOf(site: TestSite, id: number): Promise<string[]> {
  const { body } = await site.ask("admin", `GET /permissionscheme/${id}?expand=permissions`);
  return body.permissions.map((grant: { permission: string; holder: { type: string; parameter?: string } }) =>
    `${grant.permission} ${grant.holder.type} ${grant.holder.parameter ?? ""}`.trim(),
  );
}
