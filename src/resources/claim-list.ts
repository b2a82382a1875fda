import * as pulumi from "@pulumi/pulumi";

/** What a resource holds of a list of the site, and no other resource of the program may hold too. */
export interface Claim {
  /** What is listed, for messages: `permission scheme`. */
  readonly list: string;
  /** The names that tell the list from others of its kind. */
  readonly names: readonly pulumi.Input<string>[];
  /** The way to the part of the list that is held; empty for all of it. */
  readonly part: readonly pulumi.Input<string>[];
}

interface Taken {
  readonly resource: string;
  readonly part: readonly string[];
}

/** What was claimed of each list, by the engine's end of the run: one process may run several programs. */
type Claims = WeakMap<object, Map<string, Taken[]>>;

/** All copies of this package that a program loads share the claims, whatever their versions; so their form is frozen. */
const shared = globalThis as { [key: symbol]: Claims | undefined };
const key = Symbol.for("pulumi-jira-access/claims");
shared[key] ??= new WeakMap();
const takenIn = shared[key];

/**
 * Claims a list, or a part of it, for a resource of the program that is being run; names that are not known yet are
 * claimed once they are.
 * @param resource how messages name it: `HolderGrants "robots"`.
 * @throws pulumi.RunError when another resource holds the same, or more, or a part: they would undo each other.
 */
export function claimList(resource: string, { list, names, part }: Claim): void {
  const run = pulumi.runtime.getMonitor();
  if (run === undefined) return;
  const taken = takenIn.get(run) ?? new Map<string, Taken[]>();
  takenIn.set(run, taken);
  const claim = (texts: readonly string[]) => {
    const which = `the ${list} ${texts.slice(0, names.length).map(quote).join(" in ")}`;
    take(taken, which, { resource, part: texts.slice(names.length) });
  };
  const texts = [...names, ...part];
  if (texts.every((text) => typeof text === "string")) claim(texts);
  else pulumi.all(texts).apply(claim);
}

function take(taken: Map<string, Taken[]>, which: string, claim: Taken): void {
  const others = taken.get(which) ?? [];
  const rival = others.find(({ part }) => holds(part, claim.part) || holds(claim.part, part));
  if (rival !== undefined) {
    const error = new pulumi.RunError(
      `${which} is held by ${rival.resource} and by ${claim.resource}, which would undo each other in every run; declare what they hold in one of the two`,
    );
    // The engine shows the stack of what is thrown once names are known, and it leads to nothing of the program's.
    error.stack = "";
    throw error;
  }
  taken.set(which, [...others, claim]);
}

/** Whether a part of a list has another in it, or is the same. */
function holds(part: readonly string[], other: readonly string[]): boolean {
  return part.every((step, index) => step === other[index]);
}

function quote(name: string): string {
  return JSON.stringify(name);
}
