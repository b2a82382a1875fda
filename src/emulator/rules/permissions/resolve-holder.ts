import { holderTypes, isHolderType } from "../../../model/holder.js";
import { refuse } from "../../refusal.js";
import type { Site, SiteHolder } from "../../state/state.js";

/** A holder as clients send it: by `parameter`, by `value`, or by both, of which `value` decides. */
export interface SentHolder {
  readonly type: string;
  readonly parameter?: string | null | undefined;
  readonly value?: string | null | undefined;
}

/**
 * The holder that a request means, its name resolved to an id.
 * @throws Refusal with 400 when the type is unknown or what it names does not exist.
 */
export function resolveHolder(site: Site, sent: SentHolder): SiteHolder {
  const { type } = sent;
  if (!isHolderType(type)) throw refuse(400, `'${type}' is not a valid holder type.`);
  const text = sent.value || sent.parameter || undefined;
  if (holderTypes[type] === "none") return { type };
  if (text === undefined) {
    if (holderTypes[type] === "optional") return { type };
    throw refuse(400, `A holder of type '${type}' needs a parameter.`);
  }
  const parameter = resolve(site, { type, parameter: text }, Boolean(sent.value));
  if (parameter === undefined) throw refuse(400, `There is no '${type}' with the parameter '${text}'.`);
  return { type, parameter };
}

/** Whether two holders are the same one. */
export function isSameHolder(a: SiteHolder, b: SiteHolder): boolean {
  return a.type === b.type && a.parameter === b.parameter;
}

function resolve(site: Site, { type, parameter = "" }: SiteHolder, byValue: boolean): string | undefined {
  switch (type) {
    case "group":
      return site.groups.find(({ id, name }) => parameter === (byValue ? id : name))?.id;
    case "user":
      return site.accounts.find(({ id }) => id === parameter)?.id;
    case "projectRole":
      return site.roles.some(({ id, project }) => String(id) === parameter && project === undefined)
        ? parameter
        : undefined;
    case "applicationRole":
      return site.applications.find(({ key }) => key === parameter)?.key;
    case "userCustomField":
      return site.customFields.find(({ id, holds }) => id === parameter && holds === "users")?.id;
    case "groupCustomField":
      return site.customFields.find(({ id, holds }) => id === parameter && holds === "groups")?.id;
    default:
      return undefined;
  }
}
