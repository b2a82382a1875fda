import type { Status } from "../rules/issues/workflow.js";

/** A status as answers show it. */
export function toStatus(url: string, { id, name, category }: Status): unknown {
  return {
    self: `${url}/rest/api/3/status/${id}`,
    description: "",
    iconUrl: `${url}/avatar/status/${id}`,
    name,
    id,
    statusCategory: { self: `${url}/rest/api/3/statuscategory/${category.id}`, ...category },
  };
}
