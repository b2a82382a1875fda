import type { Tally } from "../tally.js";

/** What a cell of the matrix shows, and what it is read as. */
export interface Cell {
  readonly text: string;
  /** What would change, as `+2 −1`. */
  readonly change: string;
  readonly label: string;
  readonly state: "held" | "some" | "unknown" | "none";
}

/** The cell of a tally: a sign where there is one place, else the number of places. */
export function toCell(permission: string, tally: Tally): Cell {
  const { places, held, some, unknown, gains, losses } = tally;
  const state = held > 0 ? "held" : some > 0 ? "some" : unknown > 0 ? "unknown" : "none";
  const count = { held, some, unknown, none: 0 }[state];
  const sign = { held: "●", some: "◐", unknown: "?", none: "" }[state];
  const signed = places === 1 ? "" : state === "held" ? String(count) : state === "none" ? "" : `${sign}${count}`;
  const text = places === 1 ? sign : signed;
  const change = [signChange("+", gains, places), signChange("−", losses, places)].join("");
  const label = [`${text}${change}`, `${permission}: ${describeTally(tally)}`].filter((part) => part !== "");
  return { state, text, change, label: label.join(", ") };
}

function signChange(sign: string, count: number, places: number): string {
  if (count === 0) return "";
  return places === 1 ? sign : `${sign}${count}`;
}

function describeTally({ places, held, some, unknown, gains, losses }: Tally): string {
  const where = (count: number) => (places === 1 ? "" : ` in ${count} of ${places}`);
  const parts = [
    held > 0 ? `yes${where(held)}` : "",
    some > 0 ? `on some issues${where(some)}` : "",
    unknown > 0 ? `unknown${where(unknown)}` : "",
    gains > 0 ? `would be gained${where(gains)}` : "",
    losses > 0 ? `would be lost${where(losses)}` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "no" : parts.join(", ");
}
