import { isEmail } from "../../model/account.js";
import { readDescription } from "../../model/ownership.js";
import { quote } from "../quote.js";

/** What is wrong with a text, or undefined when nothing is. */
export type TextRule = (text: string) => string | undefined;

/** Names of schemes, roles and groups: not empty, at most 255 characters, no spaces around, nothing unprintable. */
export const nameFault: TextRule = (text) => {
  if (text.trim() === "") return "expected a name, found an empty text";
  if (text !== text.trim()) return `${quote(text)} has spaces around it; did you mean ${quote(text.trim())}?`;
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) return `${quote(text)} holds control characters`;
  return text.length > 255 ? `${quote(text)} is longer than 255 characters` : undefined;
};

/** Accounts: an e-mail, or an accountId as Atlassian makes them. */
export const accountFault: TextRule = (text) => {
  if (isEmail(text) ? /^[^\s@]+@[^\s@]+$/.test(text) : /^(?=.*\d)[\w:-]{20,128}$/.test(text)) return undefined;
  return `${quote(text)} is neither an e-mail nor an accountId`;
};

/** Project keys: a capital letter, then capital letters, digits or underscores, two characters at least. */
export const projectKeyFault: TextRule = (text) => {
  const form = /^[A-Z][A-Z0-9_]+$/;
  if (form.test(text)) return undefined;
  const upper = text.toUpperCase();
  const suggestion = form.test(upper) && upper.length <= 10 ? `; did you mean ${upper}?` : "";
  return `${quote(text)} is no project key (a capital letter, then capitals, digits or underscores)${suggestion}`;
};

/** Custom fields: the id that Jira gives them. */
export const customFieldFault: TextRule = (text) =>
  /^customfield_\d+$/.test(text)
    ? undefined
    : `${quote(text)} is no custom field's id; expected one like customfield_10010`;

/** Descriptions: at most 1,000 characters, and not marked by hand as made by a stack. */
export const descriptionFault: TextRule = (text) => {
  if (text.length > 1000) return "longer than 1000 characters";
  return readDescription(text).owner === undefined ? undefined : "the ownership mark is added by itself; leave it out";
};

/** Reasons: not empty, so that whoever reads the file learns why. */
export const reasonFault: TextRule = (text) =>
  text.trim() === "" ? "expected a reason, found an empty text" : undefined;
