/** How two issues can belong together, said from either side. */
export interface LinkType {
  readonly id: string;
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
}

/** The types of links that every site has. */
export const linkTypes: readonly LinkType[] = [
  { id: "10000", name: "Blocks", inward: "is blocked by", outward: "blocks" },
  { id: "10001", name: "Duplicate", inward: "is duplicated by", outward: "duplicates" },
  { id: "10002", name: "Relates", inward: "relates to", outward: "relates to" },
];
