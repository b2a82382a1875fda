import type { AccountId, ProjectId } from "./ids.js";

/** A project as a site shows it. Team-managed projects have access rules of their own and use no permission scheme. */
export interface Project {
  readonly id: ProjectId;
  readonly key: string;
  readonly name: string;
  readonly management: "company" | "team";
  /** The account that leads it. */
  readonly lead?: AccountId;
  /** The name of the category that it is put in. */
  readonly category?: string;
}
