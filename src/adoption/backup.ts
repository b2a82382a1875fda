import { z } from "zod";
import type { FoundAccess } from "../model/found-access.js";
import { holderTypes } from "../model/holder.js";

const named = z.object({ id: z.string(), name: z.string() });

const grant = z.object({
  permission: z.string(),
  holder: z.object({
    type: z.enum(Object.keys(holderTypes) as (keyof typeof holderTypes)[]),
    name: z.string().exactOptional(),
  }),
  holderId: z.string().exactOptional(),
});

const scheme = z.object({ ...named.shape, description: z.string(), grants: z.array(grant) });

const role = z.object({ ...named.shape, users: z.array(named), groups: z.array(named) });

const project = z.object({ id: z.string(), key: z.string(), scheme: z.string(), roles: z.array(role) });

const backup = z.object({
  formatVersion: z.literal(1),
  site: z.string(),
  /** When it was taken, in ISO 8601. */
  taken: z.iso.datetime(),
  schemes: z.array(scheme),
  projects: z.array(project),
});

/** What some projects and their schemes granted at one moment, by ids, so that it can be put back after renames too. */
export type Backup = z.output<typeof backup>;

/** The backup of what was found. */
export function toBackup(found: FoundAccess, site: string, taken: Date): Backup {
  return {
    formatVersion: 1,
    site,
    taken: taken.toISOString(),
    schemes: found.schemes.map(({ id, name, description, grants }) => ({
      id,
      name,
      description,
      grants: grants.map(({ id: _, ...rest }) => rest),
    })),
    projects: found.projects.map(({ id, key, scheme, actors }) => ({
      id,
      key,
      scheme,
      roles: [...actors].map(([role, { users, groups }]) => ({
        id: role,
        name: found.roles.find((one) => one.id === role)?.name ?? role,
        users: [...users],
        groups: [...groups],
      })),
    })),
  };
}

/**
 * The backup that a file's text holds.
 * @throws Error that names what is wrong.
 */
export function parseBackup(text: string): Backup {
  const parsed = backup.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`no backup: ${issue?.path.join(".")}: ${issue?.message}`);
}
