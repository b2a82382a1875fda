import { z } from "zod";
import { isHolderType } from "../model/holder.js";
import type { IdentifiedHolder } from "../model/site-access.js";

/** A holder as Jira writes it, with what it names as far as that is expanded. */
export const wireHolder = z.object({
  type: z.string(),
  parameter: z.string().optional(),
  value: z.string().optional(),
  projectRole: z.object({ name: z.string() }).optional(),
  group: z.object({ name: z.string() }).optional(),
  user: z.object({ accountId: z.string(), emailAddress: z.string().optional() }).optional(),
});

/** The words of `expand` that have holders written with the names of what they name. */
export const holderExpand = "user,group,projectRole,field";

/** The holder that Jira's form stands for; none for types that only Jira's future knows. */
export function readHolder(wire: z.infer<typeof wireHolder>): readonly IdentifiedHolder[] {
  const { type, parameter, value, projectRole, group, user } = wire;
  if (!isHolderType(type)) return [];
  const holderId = value ?? user?.accountId ?? parameter;
  const name = projectRole?.name ?? group?.name ?? user?.emailAddress ?? parameter ?? value;
  const holder = name === undefined || name === "" ? { type } : { type, name };
  return [{ holder, ...(holderId === undefined || holderId === "" ? {} : { holderId }) }];
}
