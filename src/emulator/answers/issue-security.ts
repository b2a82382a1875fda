import type { SecurityLevel, SecurityScheme } from "../state/state.js";

/** An issue security scheme, without its levels. */
export function toSecurityScheme(url: string, { id, name, description }: SecurityScheme) {
  return { self: `${url}/rest/api/3/issuesecurityschemes/${id}`, id, name, description };
}

/** An issue security scheme with its levels. */
export function toWholeSecurityScheme(url: string, scheme: SecurityScheme): unknown {
  return { ...toSecurityScheme(url, scheme), levels: scheme.levels.map((level) => toSecurityLevel(url, level)) };
}

/** A level of an issue security scheme; who is on it is not shown. */
export function toSecurityLevel(url: string, { id, name, description }: SecurityLevel) {
  return { self: `${url}/rest/api/3/securitylevel/${id}`, id, name, description };
}
