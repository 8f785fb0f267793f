import { applicable, childSchemas, isPlainBlock, type Schemas } from "../schema/match.ts";
import { type Problem, uniqueProblems } from "../schema/problem.ts";
import { withOrigin } from "../schema/sentences.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { TENANT_VARIABLES } from "../tenants/placeholders.ts";
import { placeholderValues } from "../tenants/tenant-context.ts";
import { type Block, isBlock, itemsOf, keysOf, pairsOf, type Segment, sizeOfSegment } from "../yaml/block.ts";
import { MAXIMUM_DEPTH } from "../yaml/limits.ts";
import { effectivePairs, MERGE_KEY } from "../yaml/navigate.ts";
import { dereference, keyText, type Node, type NodePath, type PairNode } from "../yaml/node.ts";
import type { Part } from "../yaml/part.ts";
import { keepFindings, keptFindings, type PartState } from "./part-findings.ts";
import { Place } from "./place.ts";
import type { Finding, Rule } from "./rule.ts";
import { ruleContext } from "./rule-context.ts";
import type { PathState, Selection } from "./selection.ts";

/** What the rules of a selection say about a file, in no particular order. Parts that did not change since the last check are not looked at. */
export function checkRules(model: FileModel, selection: Selection): readonly Problem[] {
  if (!model.root || selection.rules.length === 0) return [];
  return new RuleRun(model, selection).problems(model.root);
}

/** A rule that looks at every value, and where the text holds what it looks for: offsets in the file, in order. */
interface Held {
  readonly rule: Rule;
  /** Undefined where it looks at everything. */
  readonly places: readonly number[] | undefined;
}

/** Where a walk stands. */
interface Position {
  readonly written: Node;
  readonly path: NodePath;
  readonly pair: PairNode | undefined;
  /** What rules look at below. */
  readonly state: PathState;
  /** Empty where no rule looks at formats. */
  readonly schemas: Schemas;
  /** Rules that look at every value, with the lines that hold what they look for. */
  readonly everywhere: readonly Held[];
  readonly isDisabled: boolean;
}

/** Most findings of a rule in a file: nobody reads more, and each has a sentence. */
const MOST_FINDINGS = 1_000;

class RuleRun {
  readonly #model: FileModel;
  readonly #selection: Selection;
  readonly #facts = new Map<Rule, unknown>();
  /** All facts and what placeholders stand for: as long as it is the same, what was found in a part is still true. */
  readonly #key: string;
  #problems: Problem[] = [];
  /** Findings so far by the id of their rule. */
  readonly #counts = new Map<string, number>();
  /** States in which anchored nodes were looked at. */
  readonly #seen = new Map<Node, Set<PathState>>();
  /** Nodes that are being walked: a mapping can merge one that it stands in. */
  readonly #open = new Set<Node>();

  constructor(model: FileModel, selection: Selection) {
    this.#model = model;
    this.#selection = selection;
    const context = ruleContext(model);
    for (const rule of selection.rules) if (rule.facts) this.#facts.set(rule, rule.facts(context));
    this.#key = JSON.stringify([...this.#facts.values(), surroundingsOf(model)]);
  }

  problems(root: Node): readonly Problem[] {
    const { paths, everywhere, reachesFormat } = this.#selection;
    const schemas = reachesFormat(this.#model.schema) ? applicable(this.#model.schema, root) : [];
    const { text } = this.#model.source;
    const held = isBlock(root)
      ? everywhere.map((rule) => ({ rule, places: undefined }))
      : heldRules(everywhere, text, 0);
    this.#enter({
      written: root,
      path: [],
      pair: undefined,
      state: paths,
      schemas,
      everywhere: held,
      isDisabled: false,
    });
    // What an alias or a merge brings in is looked at where it is used, and reported where it stands.
    return firstOfEach(uniqueProblems(this.#problems));
  }

  #enter(position: Position): void {
    const { written, path, pair, state, schemas, everywhere } = position;
    const formats = schemas.length > 0 ? this.#formatRules(schemas) : NO_RULES;
    const isDone = state.rules.length === 0 && state.isEnd && formats.length === 0 && everywhere.length === 0;
    const about = schemas.filter(this.#selection.reachesFormat);
    if ((isDone && about.length === 0) || path.length > MAXIMUM_DEPTH) return;
    const node = dereference(written);
    if (!node || node.kind === "alias" || this.#open.has(node) || this.#wasSeen(node, state)) return;
    const place = new Place(this.#model, written, path, pair, false);
    const isDisabled = position.isDisabled || place.isDisabled;
    for (const rule of state.rules) this.#check(rule, place, isDisabled);
    if (node.kind === "scalar") for (const rule of formats) this.#check(rule, place, isDisabled);
    for (const { rule } of everywhere) this.#check(rule, place, isDisabled);
    const goesOn = !state.isEnd || about.length > 0 || everywhere.length > 0;
    if (node.kind === "scalar" || !goesOn) return;
    this.#open.add(node);
    const inside = { ...position, schemas: about, isDisabled };
    if (isBlock(node) && isPlainBlock(node)) this.#segments(node, inside);
    else this.#children(node, inside);
    this.#open.delete(node);
  }

  #formatRules(schemas: Schemas): readonly Rule[] {
    const { formats } = this.#selection;
    return [...new Set(schemas.flatMap(({ format }) => (format === undefined ? [] : (formats.get(format) ?? []))))];
  }

  #children(node: Node, position: Position): void {
    if (node.kind === "sequence") {
      for (const [index, item] of node.items.entries()) this.#child(position, item, index, undefined);
    } else if (node.kind === "map") {
      for (const [key, pair] of effectivePairs(node))
        if (key !== MERGE_KEY) this.#child(position, pair.value, key, pair);
    }
  }

  #child(position: Position, written: Node, step: string | number, pair: PairNode | undefined): void {
    const { path } = position;
    const state = position.state.next(step);
    const schemas = position.schemas.length === 0 ? NO_SCHEMAS : childSchemas(position.schemas, step, written);
    const everywhere = this.#heldWithin(position.everywhere, written, pair);
    // Most entries are of no interest to any rule.
    if (state.isEnd && state.rules.length === 0 && schemas.length === 0 && everywhere.length === 0) return;
    this.#enter({
      ...position,
      everywhere,
      written,
      path: [...path, step],
      pair,
      state,
      schemas,
    });
  }

  /**
   * The rules for every value that find something on the lines of an entry. Where that is the line of its key, they look at everything
   * below.
   */
  #heldWithin(held: readonly Held[], written: Node, pair: PairNode | undefined): readonly Held[] {
    if (held.length === 0 || held.every(({ places }) => places === undefined)) return held;
    const { lines } = this.#model.source;
    const line = lines.lineOf((pair?.key ?? written).start);
    // The dash of an item stands before the item.
    const start = pair?.key.start ?? lines.lineStart(line);
    const firstEnd = lines.lineEnd(line);
    const lastEnd = written.end <= firstEnd ? firstEnd : lines.lineEnd(lines.lineOf(written.end));
    const kept: Held[] = [];
    for (const one of held) {
      const first = one.places && firstFrom(one.places, start);
      if (one.places && first === undefined) continue;
      if (first === undefined || first <= firstEnd) kept.push({ rule: one.rule, places: undefined });
      else if (first <= lastEnd) kept.push(one);
    }
    return kept;
  }

  #segments(block: Block, position: Position): void {
    let index = 0;
    for (const segment of block.segments) {
      if (segment.kind === "nested") this.#entries(block, segment, index, position);
      else this.#part(block, segment, index, position);
      index += sizeOfSegment(segment);
    }
  }

  /** The entries of a part: what was found in them before, when nothing changed. */
  #part(block: Block, segment: Extract<Segment, { kind: "run" }>, index: number, position: Position): void {
    const { part } = segment;
    const { state, isDisabled, path } = position;
    // What aliases bring in, and what anchors are used for, stands elsewhere.
    if (part.firstAliases.length > 0 || part.anchors.length > 0) {
      this.#entries(block, segment, index, heldIn(position, part));
      return;
    }
    const now: PartState = { state, isDisabled, key: this.#key, index, depth: path.length };
    const kept = keptFindings(part, now);
    if (kept) {
      for (const problem of kept) this.#add(problem);
      return;
    }
    const before = this.#problems;
    this.#problems = [];
    this.#entries(block, segment, index, heldIn(position, part));
    // A rule that had enough to say was not asked about all of it.
    if (!this.#problems.some(({ code }) => this.#hasEnough(code))) keepFindings(part, now, this.#problems);
    for (const problem of this.#problems) before.push(problem);
    this.#problems = before;
  }

  #entries(block: Block, segment: Segment, index: number, position: Position): void {
    if (block.kind === "sequence") {
      for (const [offset, item] of itemsOf(segment).entries()) this.#child(position, item, index + offset, undefined);
    } else if (this.#leadsSomewhere(segment, position)) {
      for (const pair of pairsOf(segment)) this.#child(position, pair.value, keyText(pair.key) ?? "", pair);
    }
  }

  /** false for entries of a mapping that no rule looks at; known by their keys, so that their nodes need not be made. */
  #leadsSomewhere(segment: Segment, { state, schemas, everywhere }: Position): boolean {
    if (segment.kind === "nested" || everywhere.length > 0) return true;
    const { reachesFormat } = this.#selection;
    return keysOf(segment).some((key) => {
      const next = state.next(key);
      if (!next.isEnd || next.rules.length > 0) return true;
      return schemas.length > 0 && childSchemas(schemas, key, undefined).some(reachesFormat);
    });
  }

  #add(problem: Problem): void {
    this.#problems.push(problem);
    this.#counts.set(problem.code, (this.#counts.get(problem.code) ?? 0) + 1);
  }

  #hasEnough(id: string): boolean {
    return (this.#counts.get(id) ?? 0) >= MOST_FINDINGS;
  }

  #wasSeen(node: Node, state: PathState): boolean {
    if (node.anchor === undefined) return false;
    const known = this.#seen.get(node) ?? new Set();
    this.#seen.set(node, known);
    const { size } = known;
    return known.add(state).size === size;
  }

  #check(rule: Rule, place: Place, isDisabled: boolean): void {
    if ((isDisabled && !rule.seesDisabled) || this.#hasEnough(rule.id)) return;
    const { model, written, path, pair } = place;
    const seen = rule.seesDisabled ? new Place(model, written, path, pair, true) : place;
    rule.check(seen, (at, finding) => this.#add(toProblem(rule, at, finding)), this.#facts.get(rule));
  }
}

/** The problems without those of a code beyond the first ones. */
function firstOfEach(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= MOST_FINDINGS) return problems;
  const counts = new Map<string, number>();
  return problems.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= MOST_FINDINGS;
  });
}

const NO_SCHEMAS: Schemas = [];
const NO_RULES: readonly Rule[] = [];

/** The position with those of the rules for every value that can find something in a part. */
function heldIn(position: Position, part: Part): Position {
  if (position.everywhere.length === 0) return position;
  const rules = position.everywhere.map(({ rule }) => rule);
  return { ...position, everywhere: heldRules(rules, part.text, part.origin.offset) };
}

function heldRules(rules: readonly Rule[], text: string, offset: number): readonly Held[] {
  const held: Held[] = [];
  for (const rule of rules) {
    if (rule.holds === undefined) held.push({ rule, places: undefined });
    else if (rule.holds.test(text)) held.push({ rule, places: placesOf(rule.holds, text, offset) });
  }
  return held;
}

const everyMatch = new WeakMap<RegExp, RegExp>();

function placesOf(holds: RegExp, text: string, offset: number): readonly number[] {
  const every = everyMatch.get(holds) ?? new RegExp(holds.source, `${holds.flags}g`);
  everyMatch.set(holds, every);
  return Array.from(text.matchAll(every), ({ index, 0: found }) => offset + index + found.search(/\S|$/));
}

/** The first of some sorted offsets that is not before another one; undefined when all are. */
function firstFrom(offsets: readonly number[], from: number): number | undefined {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return offsets[low];
}

/** What the values of placeholders depend on beside the text of the part: variables, and what files say that define them. */
function surroundingsOf(model: FileModel): unknown {
  const { uri, context, settings } = model;
  const others = context.files.filter((file) => file.uri !== uri).map(({ source }) => stampOf(source));
  const values = placeholderValues(context, model, []);
  const own = TENANT_VARIABLES.map((name) => values.variable(name)?.value ?? null);
  return [stampOf(context.variables), stampOf(settings), others, own];
}

const stamps = new WeakMap<object, number>();
let lastStamp = 0;

/** A number that stands for an object: the same object has the same number. */
function stampOf(object: object): number {
  const known = stamps.get(object);
  if (known !== undefined) return known;
  stamps.set(object, ++lastStamp);
  return lastStamp;
}

function toProblem(rule: Rule, place: Place, finding: Finding): Problem {
  const { message, severity = rule.severity, range = place.rangeOn(finding.on), related, tags, fix } = finding;
  const state = finding.on === "key" ? undefined : place.placeholders;
  return {
    code: rule.id,
    message: withOrigin(message, state?.state === "resolved" ? state.from : undefined),
    severity,
    start: range.start,
    end: range.end,
    ...(related && {
      related: related.map(({ place: other, on, message: words }) => {
        const { start, end } = other.rangeOn(on);
        const elsewhere = other.model.uri === place.model.uri ? {} : { file: other.model };
        return { message: words, start, end, ...elsewhere };
      }),
    }),
    ...(tags && { tags }),
    ...(fix && { data: fix }),
  };
}
