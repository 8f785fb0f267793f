import type { Value } from "../../yaml/value.ts";
import type { PlaceholderState } from "../validate.ts";
import { judgeList } from "./evaluate-list.ts";
import { judgeObject } from "./evaluate-object.ts";
import { judgeScalar, judgeType } from "./evaluate-scalar.ts";
import { enterScope, isReferenceOnly, referenced, type SchemaLinks, type Scope } from "./links.ts";
import { authoredMessages } from "./messages.ts";
import {
  adopt,
  type Evaluated,
  type Fault,
  isSame,
  type Judging,
  merge,
  type Outcome,
  type Place,
  type Run,
  rootPlace,
} from "./outcome.ts";
import type { JsonSchema, SchemaObject } from "./schema-object.ts";

/** Schemas within each other beyond which nothing is judged any more. */
const MAXIMUM_DEPTH = 512;

/** Schemas that are asked about the values of one document; a large one asks for a fifth of it. */
const MAXIMUM_QUESTIONS = 3_000_000;

const NO_FAULTS: readonly Fault[] = [];

/** Judges a whole document. `placeholders` are the states of the values that stand for placeholders. */
export function judge(
  root: JsonSchema,
  links: SchemaLinks,
  value: Value,
  placeholders: Run["placeholders"] = new WeakMap(),
): Outcome {
  return evaluate(
    { links, placeholders, evaluate, depth: 0, left: MAXIMUM_QUESTIONS },
    root,
    value,
    rootPlace(),
    undefined,
  );
}

/** Judges a value at a place by a schema. Never throws; what is not known of a value counts as right. */
export function evaluate(run: Run, schema: JsonSchema, value: Value, place: Place, scope: Scope | undefined): Outcome {
  const evaluated = run.links.asksUnevaluated ? noneEvaluated() : undefined;
  if (schema === true) return { faults: NO_FAULTS, uncertain: false, evaluated };
  if (schema === false) return { faults: [{ keyword: "false", schema: {}, place }], uncertain: false, evaluated };
  const state = typeof value === "object" && value !== null ? run.placeholders.get(value) : undefined;
  if (state) return uncertainOutcome(run, schema, state, place, scope);
  if (run.depth >= MAXIMUM_DEPTH || run.left-- <= 0) return { faults: NO_FAULTS, uncertain: true, evaluated };
  const inner = enterScope(run.links, schema, scope);
  const judging: Judging = { run, schema, place, scope: inner, faults: [], evaluated, uncertain: false };
  run.depth++;
  judgeReferences(judging, value);
  if (!isReferenceOnly(run.links, schema)) judgeKeywords(judging, value);
  run.depth--;
  return { faults: authoredMessages(schema, judging.faults, place), uncertain: judging.uncertain, evaluated };
}

function judgeReferences(judging: Judging, value: Value): void {
  const { run, schema, place, scope } = judging;
  for (const target of referenced(run.links, schema, scope)) {
    if (place.open.includes(target)) continue;
    place.open.push(target);
    adopt(judging, evaluate(run, target, value, place, scope));
    place.open.pop();
  }
}

function judgeKeywords(judging: Judging, value: Value): void {
  judgeType(judging, value);
  judgeListed(judging, value);
  judgeCombined(judging, value);
  judgeUnions(judging, value);
  if (typeof value !== "object" || value === null) judgeScalar(judging, value);
  else if (Array.isArray(value)) judgeList(judging, value);
  else judgeObject(judging, value);
}

function judgeListed(judging: Judging, value: Value): void {
  const { schema, place, faults, run } = judging;
  const isOne = (other: Value): boolean => isSame(value, other) || holdsUnknown(run, value);
  if (schema.const !== undefined && !isOne(schema.const)) faults.push({ keyword: "const", schema, place });
  else if (schema.enum !== undefined && !schema.enum.some(isOne)) faults.push({ keyword: "enum", schema, place });
}

/** true for a collection with something in it that is not known, which makes every comparison a guess. */
function holdsUnknown(run: Run, value: Value): boolean {
  if (typeof value !== "object" || value === null) return false;
  return run.placeholders.has(value) || Object.values(value).some((child) => holdsUnknown(run, child));
}

function judgeCombined(judging: Judging, value: Value): void {
  const { schema, run, place, scope, faults } = judging;
  for (const part of schema.allOf ?? []) adopt(judging, evaluate(run, part, value, place, scope));
  if (schema.if !== undefined) {
    const condition = evaluate(run, schema.if, value, place, scope);
    const holds = condition.faults.length === 0;
    if (holds && !condition.uncertain) merge(judging.evaluated, condition.evaluated);
    const taken = holds ? schema.then : schema.else;
    // Whether the condition holds is not known: neither side is asked for.
    if (condition.uncertain) judging.uncertain = true;
    else if (taken !== undefined) adopt(judging, evaluate(run, taken, value, place, scope));
  }
  if (schema.not !== undefined) {
    const forbidden = evaluate(run, schema.not, value, place, scope);
    if (forbidden.uncertain) judging.uncertain = true;
    else if (forbidden.faults.length === 0) faults.push({ keyword: "not", schema, place });
  }
}

function judgeUnions(judging: Judging, value: Value): void {
  const { schema, run, place, scope, faults } = judging;
  for (const keyword of ["anyOf", "oneOf"] as const) {
    const parts = schema[keyword];
    if (parts === undefined) continue;
    const outcomes = parts.map((part) => evaluate(run, part, value, place, scope));
    const fitting = outcomes.filter((outcome) => outcome.faults.length === 0);
    const uncertain = outcomes.some((outcome) => outcome.uncertain);
    if (uncertain) judging.uncertain = true;
    const branches = outcomes.map((outcome, index) => ({ schema: parts[index] ?? true, faults: outcome.faults }));
    const isAmbiguous = keyword === "oneOf" && fitting.length > 1 && !fitting.some((outcome) => outcome.uncertain);
    if (fitting.length === 0) faults.push({ keyword, schema, place, branches });
    else if (isAmbiguous) faults.push({ keyword, schema, place, branches, count: fitting.length });
    else for (const outcome of fitting) merge(judging.evaluated, outcome.evaluated);
  }
}

function noneEvaluated(): Evaluated {
  return { keys: new Set(), indexes: new Set(), allKeys: false, allItems: false };
}

/** A text with placeholders is wrong only when nothing that they can stand for makes it right. */
function uncertainOutcome(
  run: Run,
  schema: SchemaObject,
  state: PlaceholderState,
  place: Place,
  scope: Scope | undefined,
): Outcome {
  const faultsOf = (value: Value): readonly Fault[] => evaluate(run, schema, value, place, scope).faults;
  const uncertain = (faults: readonly Fault[]): Outcome => ({
    faults,
    uncertain: true,
    evaluated: run.links.asksUnevaluated ? noneEvaluated() : undefined,
  });
  if (state.state === "resolved") {
    const asText = faultsOf(state.text);
    const asPlain = asText.length === 0 ? asText : faultsOf(readPlainScalar(state.text));
    const isBetter = asPlain.length === 0 || (asText.some(isTypeFault) && !asPlain.some(isTypeFault));
    return { ...uncertain(isBetter ? asPlain : asText), uncertain: false };
  }
  if (state.state === "partial") {
    const tries = state.samples.map(faultsOf);
    const isHopeless = tries.every((faults) => faults.length > 0);
    return uncertain(isHopeless ? (tries[0] ?? []).filter((fault) => !isAboutLength(fault)) : NO_FAULTS);
  }
  const tries = ["", 1, true].map((value) => faultsOf(value).filter(isTypeFault));
  return uncertain(tries.every((faults) => faults.length > 0) ? (tries[0] ?? []) : NO_FAULTS);
}

function isAboutLength({ keyword }: Fault): boolean {
  return keyword === "minLength" || keyword === "maxLength" || keyword === "not";
}

/** true for a fault that no value of the same type could help. */
export function isTypeFault(fault: Fault): boolean {
  if (fault.keyword === "type" || fault.keyword === "false") return true;
  return fault.branches?.every((branch) => branch.faults.some(isTypeFault)) ?? false;
}

/** Text of a resolved placeholder as the YAML core schema would read it unquoted. */
export function readPlainScalar(text: string): string | number | boolean {
  if (text === "true" || text === "false") return text === "true";
  if (/^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(text)) return Number(text);
  return text;
}
