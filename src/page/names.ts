import { shortened } from "../model/words.js";
import type { Survey, SurveyedAccount } from "./survey.js";

/** What an account is called: first what people know it by, then what else helps to tell it from others. */
export function nameAccount({ account, user }: SurveyedAccount): readonly [name: string, more: string] {
  const { id, email, displayName } = account;
  const name = user?.user ?? (displayName === "" ? (email ?? id) : displayName);
  const state = account.active ? "" : "deactivated";
  return [name, [email === name ? "" : (email ?? ""), state].filter((part) => part !== "").join(", ")];
}

/** Some projects by their keys; where all of many are meant, it says so. */
export function nameProjects({ projects }: Survey, keys: readonly string[]): string {
  return keys.length === projects.length && keys.length > 3 ? `all ${keys.length} projects` : shortened(keys, 12);
}

/** A permission as people read it: `Delete all comments` for DELETE_ALL_COMMENTS. */
export function sayPermission(key: string): string {
  const words = key
    .replace(/_PERMISSION$/, "")
    .toLowerCase()
    .replaceAll("_", " ")
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
