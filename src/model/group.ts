import type { GroupId } from "./ids.js";

/** A group as a site shows it; the id survives a rename. */
export interface Group {
  readonly id: GroupId;
  readonly name: string;
}
