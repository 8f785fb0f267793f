import { addAll } from "../text/add-all.ts";
import { type Anchored, AnchorIndex } from "./anchors.ts";
import { duplicateKeys } from "./duplicate-keys.ts";
import type { Node, ParseProblem } from "./node.ts";
import { type NodeTable, ROW } from "./node-table.ts";
import { Origin } from "./origin.ts";
import { isRefused, parseEvents } from "./parse-events.ts";
import { parseLines } from "./parse-lines.ts";
import { parseYaml } from "./parse-yaml.ts";
import { type PositionedAlias, positioned } from "./positioned.ts";
import { shifted } from "./shifted-problem.ts";
import { keyTexts, nodeOfRow, tableNode } from "./table-nodes.ts";
import { unresolvedAlias } from "./unresolved-alias.ts";

/** What only the whole document can be judged by: further documents, directives, explicit keys, conflict markers, byte order marks. */
const WHOLE_ONLY = /^(?:%|---|\.\.\.|<<<<<<<|>>>>>>>|\uFEFF|[ ]*(?:-[ ]+)*\?(?:[ \t]|$))|\r(?!\n)/m;

/** An alias; offsets count from the origin of its part. */
interface AliasUse {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A part of a text that was parsed by itself. It stays the same object until its text changes. */
export interface Part {
  readonly text: string;
  readonly origin: Origin;
  /** Nodes of a valid part; undefined for one that only the recovering parser could read. */
  readonly table: NodeTable | undefined;
  /** Undefined when the part holds nothing but comments, or nothing that could be read. */
  readonly root: Node | undefined;
  /** Faults, counted from the origin. Unresolved aliases are not among them: only the document can tell. */
  readonly problems: readonly ParseProblem[];
  readonly anchors: readonly Anchored[];
  /** The first alias of each name, in order. */
  readonly firstAliases: readonly AliasUse[];
  readonly aliases: () => readonly AliasUse[];
  /** true when the part can only be understood together with the rest of the document. */
  readonly needsWhole: boolean;
}

/** How a part is read. */
export interface PartOptions {
  /** Offset of the first character of the part. */
  readonly offset: number;
  readonly anchors: AnchorIndex;
  /** true for entries of a larger mapping, which looks for duplicates among all its keys itself. */
  readonly isEntries: boolean;
}

/** Reads a valid part; undefined when only the recovering parser can. */
export function readPart(text: string, options: PartOptions): Part | undefined {
  const origin = new Origin(options.offset, options.anchors);
  const fromLines = parseLines(text, origin);
  if (fromLines) return new TablePart(fromLines, []);
  const table = parseEvents(text, origin);
  return table && new TablePart(table, duplicatesIn(table, options.isEntries));
}

/** true for text that is not valid YAML. False does not mean that it is. Much faster than finding out what is wrong. */
export function isBroken(text: string): boolean {
  return !parseLines(text, new Origin(0, NO_ANCHORS)) && isRefused(text);
}

/** Reads a part that may be broken. */
export function recoverPart(text: string, { offset, anchors }: PartOptions): Part {
  const origin = new Origin(offset, anchors);
  const recovered = parseYaml(text);
  const references = { aliases: [] as PositionedAlias[], anchored: [] as Node[] };
  const [document] = recovered.documents;
  const root = document.root && positioned(document.root, origin, references);
  // An alias without a name is a fault of its own.
  const aliases = references.aliases
    .filter(({ name }) => name !== "")
    .map(({ name, start, end }) => ({ name, start: start - offset, end: end - offset }));
  return {
    text,
    origin,
    table: undefined,
    root,
    problems: recovered.problems.filter((problem) => problem.code !== "unresolved-alias"),
    anchors: references.anchored.map((node) => ({
      name: node.anchor ?? "",
      start: () => node.start,
      node: () => node,
      standsAlone: aliases.length === 0,
    })),
    firstAliases: firstOfName(aliases),
    aliases: () => aliases,
    needsWhole: WHOLE_ONLY.test(text) || recovered.problems.some(({ code }) => code === "nesting-too-deep"),
  };
}

/**
 * The anchored nodes that the aliases of a part stand for, one for each name. Undefined when they do not tell everything that the part
 * depends on: the part has anchors of its own, an alias has no target, or a target holds aliases itself.
 */
export function anchorsUsed(part: Part): readonly Anchored[] | undefined {
  if (part.firstAliases.length === 0) return NOTHING;
  if (part.anchors.length > 0) return undefined;
  const { offset, anchors } = part.origin;
  const used: Anchored[] = [];
  for (const { name, start } of part.firstAliases) {
    const anchored = anchors.find(name, offset + start);
    if (!anchored?.standsAlone) return undefined;
    used.push(anchored);
  }
  return used;
}

/** A problem for each alias of a part that has no anchored node before it, counted from the start of the document. */
export function unresolvedAliases(part: Part): readonly ParseProblem[] {
  const { offset, anchors } = part.origin;
  const isUnresolved = ({ name, start }: AliasUse): boolean => !anchors.find(name, offset + start);
  if (!part.firstAliases.some(isUnresolved)) return [];
  return part
    .aliases()
    .filter(isUnresolved)
    .map(({ name, start, end }) => unresolvedAlias(name, { start: offset + start, end: offset + end }));
}

class TablePart implements Part {
  readonly table: NodeTable;
  readonly problems: readonly ParseProblem[];
  readonly anchors: readonly Anchored[];
  readonly firstAliases: readonly AliasUse[];
  #root: Node | undefined;

  constructor(table: NodeTable, problems: readonly ParseProblem[]) {
    this.table = table;
    this.problems = problems;
    this.anchors =
      table.anchors.size === 0 ? NOTHING : [...table.anchors].map(([row, name]) => this.#anchored(row, name));
    this.firstAliases = table.aliases.length === 0 ? NOTHING : firstOfName(this.aliases());
  }

  get text(): string {
    return this.table.text;
  }

  get origin(): Origin {
    return this.table.origin;
  }

  get root(): Node {
    this.#root ??= tableNode(this.table, 0);
    return this.#root;
  }

  get needsWhole(): boolean {
    return false;
  }

  readonly aliases = (): readonly AliasUse[] =>
    this.table.aliases.map((row) => ({
      name: this.table.aliasName(row),
      start: this.table.start(row),
      end: this.table.end(row),
    }));

  #anchored(row: number, name: string): Anchored {
    const { table } = this;
    return {
      name,
      start: () => table.origin.offset + table.start(row),
      node: () => nodeOfRow(this.root, row) ?? this.root,
      standsAlone: table.aliases.length === 0,
    };
  }
}

const NOTHING: readonly never[] = [];
const NO_ANCHORS = new AnchorIndex();

function firstOfName(aliases: readonly AliasUse[]): readonly AliasUse[] {
  const seen = new Set<string>();
  return aliases.filter(({ name }) => seen.size < seen.add(name).size);
}

function duplicatesIn(table: NodeTable, exceptRoot: boolean): readonly ParseProblem[] {
  const problems: ParseProblem[] = [];
  for (let row = exceptRoot ? 1 : 0; row < table.rowCount; row++) {
    if (table.kind(row) !== ROW.map || !hasDuplicates(table, row)) continue;
    const map = tableNode(table, row);
    const found = map.kind === "map" ? duplicateKeys(map.pairs) : [];
    addAll(
      problems,
      found.map((problem) => shifted(problem, -table.origin.offset)),
    );
  }
  return problems;
}

function hasDuplicates(table: NodeTable, row: number): boolean {
  const texts = keyTexts(table, row);
  return new Set(texts).size < texts.length;
}
