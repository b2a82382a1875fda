import { startSite, type TestSite } from "../emulator/site.js";
import { describeState, takeRequests, takeWrites } from "../helpers/describe-state.js";
import { startStack } from "../helpers/stack-engine.js";
import { type Declared, urnOf } from "../helpers/stack-step.js";
import { type Break, countStrikable } from "./breaks.js";
import type { Life } from "./lives.js";
import { moreIn, toLines } from "./site-lines.js";

/** What was seen of a life. */
export interface Record {
  /** What the site held when the life began and after each of its parts, a line each. */
  readonly sites: readonly (readonly string[])[];
  /** As `METHOD path`. */
  readonly requests: readonly string[];
  /** What was left to do after a part went through: steps of a preview, and writes that it sent. */
  readonly leftToDo: readonly string[];
}

/** What came of a life in which one request went wrong, beside one in which none did. */
export interface Outcome extends Pick<Record, "requests" | "leftToDo"> {
  /** Lines of the site that nobody ever declared, or that were there twice. */
  readonly tooMuch: readonly string[];
  /** Lines that should have been there. */
  readonly lost: readonly string[];
  /** Lines in which the site differed at the end from what it was: each was declared, or taken away by a list, before. */
  readonly stays: readonly string[];
}

const mostRuns = 3;

/** Lives a life: declares first, then second, then nothing; one request goes wrong after so many that go well. */
export async function liveThrough(life: Life, fault?: Break, skip = 0): Promise<Record> {
  const site = await startSite();
  await life.prepare?.(site);
  await takeRequests(site);
  const stack = startStack(site);
  const dies = fault?.kills === true;
  if (fault !== undefined) await site.control("POST /faults", fault.order(skip));
  const sites = [toLines(await describeState(site))];
  const requests: string[] = [];
  const leftToDo: string[] = [];
  for (const declared of [declare(life, "first"), declare(life, "second"), []]) {
    await persist(site, () => stack.up(declared, { dies }), dies);
    requests.push(...(await takeRequests(site)));
    sites.push(toLines(await describeState(site)));
    if (fault === undefined || countStrikable(fault, requests) <= skip) continue;
    leftToDo.push(...(await stack.preview(declared)), ...(await takeWrites(site)));
  }
  await site.close();
  return { sites, requests, leftToDo };
}

function declare({ kind, upon, ...inputs }: Life, part: "first" | "second"): readonly Declared[] {
  const base = upon && { kind: upon.kind, name: "base", inputs: { ...upon[part] }, dependsOn: [] };
  const it = { kind, name: "it", inputs: { ...inputs[part] }, dependsOn: base ? [urnOf(base)] : [] };
  return base ? [base, it] : [it];
}

/** What a troubled life came to, seen beside the untroubled one. */
export function judge({ sites, requests, leftToDo }: Record, { sites: wanted }: Record): Outcome {
  const [before = []] = wanted;
  const parts = sites.map((now, part) => {
    const should = wanted[part] ?? [];
    // What an earlier part declared may stay; what an earlier list took away may stay away when all is over.
    const earlier = wanted.slice(1, part);
    const isOver = part === wanted.length - 1;
    const declared = earlier.flatMap((site) => moreIn(site, before));
    const replaced = isOver ? earlier.flatMap((site) => moreIn(before, site)) : [];
    const [more, less] = [moreIn(now, should), moreIn(should, now)];
    return {
      tooMuch: more.filter((line) => !declared.includes(line)),
      lost: less.filter((line) => !replaced.includes(line)),
      stays: [...more.filter((line) => declared.includes(line)), ...less.filter((line) => replaced.includes(line))],
    };
  });
  return {
    requests,
    leftToDo,
    tooMuch: parts.flatMap(({ tooMuch }) => tooMuch),
    lost: parts.flatMap(({ lost }) => lost),
    stays: parts.at(-1)?.stays ?? [],
  };
}

/** Gives a command until it goes through; of a process that is killed nothing more comes, of the next one it does. */
async function persist(site: TestSite, command: () => Promise<void>, dies: boolean): Promise<void> {
  for (let runs = 1; ; runs++) {
    try {
      return await command();
    } catch (error) {
      if (runs === mostRuns) throw error;
      if (dies) await site.control("DELETE /faults");
    }
  }
}
