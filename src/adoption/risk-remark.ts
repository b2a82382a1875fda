import { describePermission } from "../catalogue/permissions.js";
import type { Risk } from "../catalogue/risk.js";
import type { Origin } from "../model/desired-access.js";
import type { WrittenHolder } from "../stack/write-stack.js";
import type { Remark } from "./remark.js";

const words: Partial<Record<Risk, string>> = {
  "takes-over": "takes over",
  destroys: "destroys",
  impersonates: "speaks for others",
};

/** A remark on a permission that leads far. */
export function permissionRemark(origin: Origin, permission: string): Remark[] {
  const risk = describePermission(permission)?.risk;
  const text = risk === undefined ? undefined : words[risk];
  return text === undefined ? [] : [{ origin, text }];
}

/** A remark on a holder who may be anybody. */
export function holderRemark(origin: Origin, holder: WrittenHolder): Remark[] {
  if (holder === "anyone") return [{ origin, text: "the whole internet" }];
  return holder === "applicationRole" ? [{ origin, text: "everybody who is logged in" }] : [];
}
