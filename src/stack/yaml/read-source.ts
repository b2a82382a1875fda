import { StackError, type StackFault } from "../../errors.js";
import type { OffsetFault } from "../flaw.js";
import { describeValue, quote } from "../quote.js";
import { mergeTrees } from "./merge-trees.js";
import { partFile, partPathFault } from "./part-path.js";
import { type ReadTree, readTree } from "./read-tree.js";
import { takeIncludes } from "./take-includes.js";
import { shiftTree, type TreeNode, toData } from "./tree.js";

const deepest = 5;
const mostFiles = 50;

/** A place in one of a stack's files; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A stack file with all that it includes, as one tree; offsets go on from one file to the next. */
export interface Source {
  /** Absent where the stack file itself could not be read as YAML. */
  readonly root?: TreeNode;
  /** The files in the order in which they were read. */
  readonly files: readonly string[];
  /** Whether every file is in the tree; where one is not, names that it declares would look unknown. */
  readonly isWhole: boolean;
  readonly faults: readonly StackFault[];
  readonly placeOf: (offset: number) => Place;
}

/**
 * Gives the text of an included file.
 * @throws StackError when there is none to give.
 */
export type ReadPart = (file: string) => string;

interface Part {
  readonly file: string;
  readonly base: number;
  readonly end: number;
  readonly placeOf: ReadTree["placeOf"];
  /** Where the file is included; absent for the stack file. */
  readonly at?: number;
}

interface Gathering {
  readonly read: ReadPart | undefined;
  readonly parts: Part[];
  readonly trees: TreeNode[];
  readonly faults: OffsetFault[];
  /** Faults whose place the reader of a file already told. */
  readonly located: StackFault[];
  isWhole: boolean;
}

/**
 * Puts together a stack file's text and everything that it includes, up to five levels deep; without `read` it may
 * include nothing.
 */
export function readSource(file: string, text: string, read?: ReadPart): Source {
  const gathering: Gathering = { read, parts: [], trees: [], faults: [], located: [], isWhole: true };
  gather(gathering, { file, text, chain: [] });
  const { root, faults } = mergeTrees(gathering.trees);
  const placeOf = (offset: number): Place => {
    const part = gathering.parts.find(({ end }) => offset <= end);
    const { line, column } = part?.placeOf(offset - part.base) ?? { line: 1, column: 1 };
    return { file: part?.file ?? file, line, column };
  };
  const isSplit = gathering.parts.length > 1;
  const locate = ({ offset, message, first }: OffsetFault): StackFault => {
    const earlier = first === undefined ? undefined : placeOf(first);
    const again =
      earlier === undefined ? "" : `, already at line ${earlier.line}${isSplit ? ` of ${earlier.file}` : ""}`;
    return { ...placeOf(offset), message: `${message}${again}` };
  };
  return {
    ...(root === undefined ? {} : { root }),
    files: gathering.parts.map(({ file }) => file),
    isWhole: gathering.isWhole,
    faults: [...[...gathering.faults, ...faults].map(locate), ...gathering.located],
    placeOf,
  };
}

interface Visit {
  readonly file: string;
  readonly text: string;
  /** The files that lead to this one, the stack file first. */
  readonly chain: readonly string[];
  readonly at?: number;
}

function gather(gathering: Gathering, { file, text, chain, at }: Visit): void {
  const base = (gathering.parts.at(-1)?.end ?? -1) + 1;
  const { root, faults, placeOf } = readTree(text.replace(/^\uFEFF/, ""));
  gathering.parts.push({ file, base, end: base + text.length, placeOf, ...(at === undefined ? {} : { at }) });
  for (const { offset, first, message } of faults) {
    gathering.faults.push({ offset: offset + base, message, ...(first === undefined ? {} : { first: first + base }) });
  }
  if (root?.content.kind !== "map") {
    if (root !== undefined) gathering.faults.push({ offset: root.offset + base, message: noMap(root) });
    gathering.isWhole = false;
    return;
  }
  const tree = shiftTree(root, base);
  gathering.trees.push(tree);
  for (const { path, offset, message } of takeIncludes(tree)) {
    const fault =
      message === undefined ? follow(gathering, { path, offset, chain: [...chain, file] }) : { offset, message };
    if (fault === undefined) continue;
    gathering.faults.push(fault);
    gathering.isWhole = false;
  }
}

function noMap(root: TreeNode): string {
  const sections = "integrationUsers, permissionSchemes, projects, projectRoles, groups or assert";
  return `expected a map with ${sections}, found ${describeValue(toData(root))}`;
}

interface Step {
  readonly path: string;
  readonly offset: number;
  readonly chain: readonly string[];
}

/** Reads an included file too; gives what is wrong when it cannot. */
function follow(gathering: Gathering, { path, offset, chain }: Step): OffsetFault | undefined {
  const { read, parts } = gathering;
  const [rootFile = "", includingFile = ""] = [chain[0], chain.at(-1)];
  const file = partFile(path, includingFile);
  const refuse = (message: string) => ({ offset, message: `include: ${message}` });
  if (read === undefined) return refuse("only a file on the disk can include others");
  if (chain.includes(file))
    return refuse(`a circle: ${[...chain.slice(chain.indexOf(file)), file].join(" → ")}; leave one out`);
  if (chain.length > deepest)
    return refuse(`${quote(path)} is more than ${deepest} levels deep; include it further up`);
  if (parts.length === mostFiles) return refuse(`more than ${mostFiles} files; put some together`);
  const known = parts.find((part) => part.file === file);
  if (known?.at !== undefined) return { ...refuse(`${quote(path)} is included twice`), first: known.at };
  const fault = partPathFault(path, includingFile, rootFile);
  if (fault !== undefined) return refuse(fault);
  try {
    gather(gathering, { file, text: read(file), chain, at: offset });
  } catch (error) {
    if (!(error instanceof StackError)) throw error;
    gathering.located.push(...error.faults);
    gathering.isWhole = false;
  }
  return undefined;
}
