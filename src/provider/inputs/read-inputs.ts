import type { Allowance } from "../../model/desired-access.js";
import { formatHolder, type Holder, holderTypes, isHolderType, parseHolder } from "../../model/holder.js";
import type { Checked, CheckFailure } from "../handler.js";
import { readAllowance } from "./read-allowance.js";
import { unknownValue } from "./unknown-value.js";

type Raw = Readonly<Record<string, unknown>>;

/** Reads raw inputs one by one and gathers what is wrong with them, each under its property. */
export interface InputReader {
  readonly failures: readonly CheckFailure[];
  text(property: string): string;
  /** A text that may be empty or absent, without spaces around it: Jira's own marks would blur them. */
  optionalText(property: string, fallback: string): string;
  /** The property where it is true, and nothing where it is not, to be spread into the inputs. */
  flag<Name extends string>(property: Name): { readonly [property in Name]?: true };
  /** The brakes that may be passed, under `allow`, to be spread into the inputs. */
  allowance(): { readonly allow?: Allowance };
  /** The one of some properties that is given, to be spread into the inputs; no other may be. */
  oneOf<Name extends string>(...properties: readonly Name[]): { readonly [property in Name]?: string };
  /** A holder in its one-line form, from that form or from an object of one key. */
  holder(property: string): string;
  /** A list as a map of `true`, so that a difference shows as one line for each entry; unknown where one entry is. */
  textSet(property: string): Readonly<Record<string, true>>;
  /** A map from names to texts, in alphabetical order; empty where absent. */
  textMap(property: string): Readonly<Record<string, string>>;
  /** Grants as a nested map; a permission with an unknown holder is unknown as a whole. Undefined where absent. */
  grants(property: string): Readonly<Record<string, Readonly<Record<string, true>> | string>> | string | undefined;
}

/** A reader of one resource's raw inputs. */
export function readInputs(raw: Raw): InputReader {
  const failures: CheckFailure[] = [];
  const fail = (property: string, reason: string): string => {
    failures.push({ property, reason });
    return "";
  };
  const text = (property: string): string => {
    const value = raw[property];
    if (typeof value !== "string" || value === "") return fail(property, "must be a text that is not empty");
    return value === value.trim() ? value : fail(property, "must not begin or end with a space");
  };
  const list = (property: string, value: unknown): readonly unknown[] => {
    if (value === undefined) return [];
    if (value === unknownValue) return [value];
    if (Array.isArray(value)) return value;
    if (isRecord(value)) return Object.keys(value);
    fail(property, "must be a list");
    return [];
  };
  const holderIn = (property: string, value: unknown): string => {
    const holder = toHolder(value);
    return typeof holder === "string" ? fail(property, holder) : formatHolder(holder);
  };
  return {
    failures,
    text,
    optionalText(property, fallback) {
      const value = raw[property] ?? fallback;
      return typeof value === "string" ? value.trim() : fail(property, "must be a text");
    },
    flag(property) {
      const value = raw[property] ?? false;
      if (typeof value !== "boolean" && value !== unknownValue) fail(property, "must be true or false");
      return value === true ? ({ [property]: true } as Record<typeof property, true>) : {};
    },
    allowance() {
      if (raw.allow === undefined) return {};
      const allow = readAllowance(raw.allow);
      if (typeof allow !== "string") return { allow };
      fail("allow", allow);
      return {};
    },
    oneOf<Name extends string>(...properties: readonly Name[]) {
      const given = properties.filter((property) => raw[property] !== undefined);
      if (given.length !== 1) fail(properties[0] ?? "", `exactly one of ${properties.join(" and ")} must be given`);
      return Object.fromEntries(given.map((property) => [property, text(property)])) as { [property in Name]?: string };
    },
    holder: (property) => (holdsUnknown(raw[property]) ? unknownValue : holderIn(property, raw[property])),
    textSet(property) {
      if (holdsUnknown(raw[property])) return unknownSet;
      const entries = list(property, raw[property]).map((entry) => {
        if (typeof entry !== "string" || entry === "") return [fail(property, "must hold texts only"), true] as const;
        return [entry, true] as const;
      });
      return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
    },
    textMap(property) {
      const value = raw[property] ?? {};
      if (value === unknownValue) return unknownMap;
      if (!isRecord(value)) fail(property, "must be a map from names to texts");
      const entries = Object.entries(isRecord(value) ? value : {}).map(([name, entry]) => {
        if (typeof entry !== "string") return [name, fail(property, "must hold texts only")] as const;
        return [name, entry] as const;
      });
      return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
    },
    grants(property) {
      const value = raw[property];
      if (value === undefined || value === unknownValue) return value;
      if (!isRecord(value)) {
        fail(property, "must be a map from permission to holders");
        return undefined;
      }
      const entries = Object.entries(value).map(([permission, holders]) => {
        if (holdsUnknown(holders)) return [permission, unknownValue] as const;
        const items = list(`${property}.${permission}`, holders);
        const texts = items.map((item) => holderIn(`${property}.${permission}`, item)).sort();
        return [permission, Object.fromEntries(texts.map((holder) => [holder, true as const]))] as const;
      });
      const granted = entries.filter(([, holders]) => Object.keys(holders).length > 0);
      return Object.fromEntries(granted.sort(([a], [b]) => (a < b ? -1 : 1)));
    },
  };
}

/** The check of a kind of resource whose inputs are read one by one. */
export function checkedBy<Inputs>(read: (input: InputReader, raw: Raw) => Inputs): (raw: Raw) => Checked<Inputs> {
  return (raw) => {
    const input = readInputs(raw);
    return { inputs: read(input, raw), failures: input.failures };
  };
}

function toHolder(value: unknown): Holder | string {
  if (typeof value === "string") {
    const type = value.split(":", 1)[0] ?? "";
    return isHolderType(type) ? requireName(parseHolder(value)) : `unknown holder type ${JSON.stringify(type)}`;
  }
  const [entry, ...more] = isRecord(value) ? Object.entries(value) : [];
  if (entry === undefined || more.length > 0) return "must be a holder type or an object of one holder type and a name";
  const [type, name] = entry;
  if (!isHolderType(type)) return `unknown holder type ${JSON.stringify(type)}`;
  return typeof name === "string" && name !== ""
    ? requireName({ type, name })
    : `${type} must name something by a text that is not empty`;
}

function requireName(holder: Holder): Holder | string {
  const takes = holderTypes[holder.type];
  if (takes === "required" && !holder.name) return `${holder.type} must name something`;
  return takes === "none" && holder.name !== undefined ? `${holder.type} takes no name` : holder;
}

/** Whether a value, or anything in it, cannot be known yet. */
function holdsUnknown(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).some(holdsUnknown);
  return value === unknownValue;
}

/** Stand for a set and a map only in previews, where no handler but diff sees them. */
const unknownSet = unknownValue as unknown as Readonly<Record<string, true>>;
const unknownMap = unknownValue as unknown as Readonly<Record<string, string>>;

/** Whether a value is a map. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
