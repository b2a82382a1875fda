import { z } from "zod";
import { type Holder, type HolderType, holderTypes, isHolderType } from "../../model/holder.js";
import { nearest } from "../../model/nearest.js";
import { didYouMean, oneOf } from "../flaw.js";
import { describeValue, quote } from "../quote.js";
import { accountFault, customFieldFault, nameFault } from "./text-rules.js";

const types = Object.keys(holderTypes).filter(isHolderType);
const bareTypes = types.filter((type) => holderTypes[type] !== "required");
const namedTypes = types.filter((type) => holderTypes[type] !== "none");

/** Who a permission is granted to, as the file writes it: a bare type, or a map of one type to a name. */
export const holderSchema = z
  .unknown()
  .transform((written, context): Holder => {
    const read = readHolder(written);
    if ("type" in read) return read;
    context.addIssue({
      code: "custom",
      message: read.message,
      path: read.key === undefined ? [] : [read.key],
      params: { at: read.at },
    });
    return z.NEVER;
  })
  .meta({
    id: "holder",
    description:
      "Who is granted the permission: a word for holders without a name (reporter), { projectRole: NAME } and the like for the others.",
    anyOf: [
      { type: "string", enum: bareTypes },
      ...namedTypes.map((type) => ({
        type: "object",
        properties: { [type]: { type: "string" } },
        required: [type],
        additionalProperties: false,
      })),
    ],
  });

interface Refusal {
  readonly message: string;
  readonly key?: string;
  readonly at?: "key" | "value";
}

function readHolder(written: unknown): Holder | Refusal {
  if (typeof written === "string") return readBareHolder(written);
  if (typeof written !== "object" || written === null || Array.isArray(written)) {
    return { message: `expected a holder like assignee or { projectRole: NAME }, found ${describeValue(written)}` };
  }
  const [first, second] = Object.entries(written);
  if (first === undefined) return { message: "expected a holder like { projectRole: NAME }, found an empty map" };
  if (second !== undefined) {
    const message = `a second type in one holder, after ${quote(first[0])}; write one list entry for each`;
    return { message, key: second[0], at: "key" };
  }
  return readNamedHolder(...first);
}

function readBareHolder(text: string): Holder | Refusal {
  if (!isHolderType(text)) return { message: unknownType(text) };
  return holderTypes[text] === "required"
    ? { message: `the holder type ${text} needs a name: { ${text}: ${example(text)} }` }
    : { type: text };
}

function readNamedHolder(type: string, name: unknown): Holder | Refusal {
  if (!isHolderType(type)) return { message: unknownType(type), key: type, at: "key" };
  if (holderTypes[type] === "none") {
    return { message: `the holder type ${type} takes no name; write the bare word ${type}`, key: type, at: "key" };
  }
  if (typeof name !== "string") {
    return { message: `expected ${example(type)} as text, found ${describeValue(name)}`, key: type, at: "value" };
  }
  const message = nameRule(type)(name);
  return message === undefined ? { type, name } : { message, key: type, at: "value" };
}

function unknownType(text: string): string {
  const [type = "", ...name] = text.split(":");
  const spelled = isHolderType(type) && name.length > 0 ? `{ ${type}: ${quote(name.join(":").trim())} }` : undefined;
  if (spelled !== undefined) return `unknown holder ${quote(text)}; did you mean ${spelled}?`;
  const near = nearest(text, types);
  const all = near === undefined ? `; expected ${oneOf(types)}` : "";
  return `unknown holder type ${quote(text)}${didYouMean(near)}${all}`;
}

function nameRule(type: HolderType): (text: string) => string | undefined {
  if (type === "user") return accountFault;
  return type === "userCustomField" || type === "groupCustomField" ? customFieldFault : nameFault;
}

function example(type: HolderType): string {
  if (type === "user") return "EMAIL_OR_ACCOUNT_ID";
  if (type === "applicationRole") return "jira-software";
  return nameRule(type) === customFieldFault ? "customfield_10010" : "NAME";
}
