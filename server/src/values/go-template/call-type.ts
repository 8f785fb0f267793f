import * as l10n from "@vscode/l10n";
import { nearest } from "../edit-distance.ts";
import { type Analyser, type Argument, complain } from "./analyser.ts";
import type { TemplateFunction } from "./functions.ts";
import type { Span } from "./syntax.ts";
import { ANY, isAssignable, type Parameter, type Type } from "./types.ts";

/** Type of the result of a function. Faults of its name and arguments go to the analyser. */
export function callType(analyser: Analyser, name: string, span: Span, given: readonly Argument[]): Type {
  const called = analyser.engine.functions.get(name);
  if (!called) {
    complainAboutName(analyser, name, span, given.length === 0);
    return ANY;
  }
  analyser.uses.push({ kind: "function", function: called, ...span });
  if (!hasRightCount(analyser, called, span, given.length)) return called.result;
  const { parameters, rest } = called;
  const expected = given.map((_, index) => parameters[index] ?? rest).filter((parameter) => parameter !== undefined);
  checkTypes(analyser, name, expected, given);
  if (COMPARISONS.has(name)) checkComparison(analyser, name, given);
  if (name === "len") checkLength(analyser, given);
  if (name === "index") checkIndex(analyser, given);
  const callee = name === "call" ? given[0] : undefined;
  if (callee && callee.type.kind !== "any") {
    complain(analyser, callee.span, l10n.t`\`call\` needs a function, found ${callee.type.words}`);
  }
  return called.resultOf?.(given.map(({ type }) => type)) ?? called.result;
}

function complainAboutName(analyser: Analyser, name: string, span: Span, standsAlone: boolean): void {
  const { engine } = analyser;
  const instead = engine.elsewhere.get(name);
  if (instead !== undefined) {
    complain(analyser, span, l10n.t`${engine.name} has no function \`${name}\`; ${instead}`);
    return;
  }
  const field = nearest(name, engine.dot.members.keys(), 0.5);
  const meant = field === undefined ? nearest(name, engine.functions.keys()) : `.${field}`;
  const label = engine.variables.has("$labels") ? "$labels" : ".CommonLabels";
  complain(analyser, span, nameMessage(engine.name, name, meant, standsAlone ? label : undefined), meant);
}

function nameMessage(engine: string, name: string, meant: string | undefined, label: string | undefined): string {
  if (meant !== undefined) return l10n.t`${engine} has no function \`${name}\`. Did you mean \`${meant}\`?`;
  if (label === undefined) return l10n.t`${engine} has no function \`${name}\``;
  return l10n.t`${engine} has no function \`${name}\`; a label is written \`${label}.${name}\``;
}

function hasRightCount(analyser: Analyser, called: TemplateFunction, span: Span, count: number): boolean {
  const { name, parameters, rest } = called;
  const least = parameters.length;
  if (count === least || (rest !== undefined && count > least)) return true;
  complain(analyser, span, countMessage(name, least, rest !== undefined, count));
  return false;
}

/** What is said of a call with a wrong number of arguments: `expected` of them, or more where the last can be repeated. */
export function countMessage(name: string, expected: number, orMore: boolean, found: number): string {
  if (orMore) {
    return expected === 1
      ? l10n.t`\`${name}\` takes at least ${expected} argument, found ${found}`
      : l10n.t`\`${name}\` takes at least ${expected} arguments, found ${found}`;
  }
  if (expected === 0) return l10n.t`\`${name}\` takes no arguments, found ${found}`;
  return expected === 1
    ? l10n.t`\`${name}\` takes ${expected} argument, found ${found}`
    : l10n.t`\`${name}\` takes ${expected} arguments, found ${found}`;
}

/** Compares arguments with the parameters of the same place. */
export function checkTypes(
  analyser: Analyser,
  name: string,
  parameters: readonly Parameter[],
  given: readonly Argument[],
): void {
  for (const [index, argument] of given.entries()) {
    const parameter = parameters[index];
    if (!parameter || isAssignable(argument.type, parameter.type)) continue;
    const message = typeMessage(
      name,
      given.length === 1 ? undefined : index,
      parameter.type.words,
      argument.type.words,
    );
    complain(analyser, argument.span, message);
  }
}

/** `index` is that of the argument among several. */
function typeMessage(name: string, index: number | undefined, expected: string, found: string): string {
  switch (index) {
    case undefined:
      return l10n.t`\`${name}\` expects ${expected}, found ${found}`;
    case 0:
      return l10n.t`\`${name}\` expects ${expected} as first argument, found ${found}`;
    case 1:
      return l10n.t`\`${name}\` expects ${expected} as second argument, found ${found}`;
    case 2:
      return l10n.t`\`${name}\` expects ${expected} as third argument, found ${found}`;
    case 3:
      return l10n.t`\`${name}\` expects ${expected} as fourth argument, found ${found}`;
    default:
      return l10n.t`\`${name}\` expects ${expected} as this argument, found ${found}`;
  }
}

const COMPARISONS: ReadonlySet<string> = new Set(["eq", "ne", "lt", "le", "gt", "ge"]);

function checkComparison(analyser: Analyser, name: string, given: readonly Argument[]): void {
  const [first, ...others] = given;
  if (!first) return;
  for (const argument of given) {
    const isUncomparable = argument.type.kind === "list" || argument.type.kind === "map";
    if (isUncomparable && given.every(({ type }) => type.kind !== "nil")) {
      complain(analyser, argument.span, l10n.t`\`${name}\` can not compare ${argument.type.words}`);
      return;
    }
  }
  for (const other of others) {
    if (areComparable(name, first.type, other.type)) continue;
    const mended = [other, first].map((argument) => mendNumber(argument, argument === first ? other : first));
    const [span, number] = mended[0] ? [other.span, mended[0]] : [first.span, mended[1]];
    if (number === undefined) {
      complain(analyser, other.span, l10n.t`\`${name}\` can not compare ${first.type.words} with ${other.type.words}`);
    } else {
      const message = l10n.t`Whole numbers can not be compared with floating-point numbers; write \`${number}\``;
      complain(analyser, span, message, number);
    }
    return;
  }
}

/** A literal number in the form in which it can be compared with the other argument, undefined when it is not one. */
function mendNumber({ operand }: Argument, partner: Argument): string | undefined {
  const source = operand?.kind === "literal" && operand.type === "number" ? operand.source : "";
  const isFloat = partner.type.kind === "float" || partner.type.kind === "sample";
  if (isFloat) return /^[+-]?\d+$/.test(source) ? `${source}.0` : undefined;
  return partner.type.kind === "integer" && /^[+-]?\d+\.0*$/.test(source) ? source.replace(/\..*/, "") : undefined;
}

const COMPARED_KINDS: readonly string[] = ["text", "boolean", "integer", "float", "sample"];

/** Go compares values of the same basic kind only. What is not basic is not judged. */
function areComparable(name: string, first: Type, other: Type): boolean {
  if (!COMPARED_KINDS.includes(first.kind) || !COMPARED_KINDS.includes(other.kind)) return true;
  const kinds = [first.kind, other.kind];
  if (kinds.includes("sample")) return !kinds.includes("integer") && !kinds.includes("boolean");
  const isOrdered = name !== "eq" && name !== "ne";
  return first.kind === other.kind && !(isOrdered && first.kind === "boolean");
}

function checkLength(analyser: Analyser, [argument]: readonly Argument[]): void {
  if (!argument || ["any", "text", "list", "map"].includes(argument.type.kind)) return;
  complain(analyser, argument.span, l10n.t`\`len\` needs a list, a map or a text, found ${argument.type.words}`);
}

function checkIndex(analyser: Analyser, [container, key]: readonly Argument[]): void {
  if (!container || container.type.kind === "any") return;
  if (!["list", "map", "text"].includes(container.type.kind)) {
    complain(analyser, container.span, l10n.t`\`index\` needs a list or a map, found ${container.type.words}`);
  } else if (key && container.type.kind === "map" && key.type.kind === "integer") {
    complain(analyser, key.span, l10n.t("The keys of a map are texts; write the name in quotes"));
  } else if (key && container.type.kind !== "map" && ["text", "float", "boolean"].includes(key.type.kind)) {
    complain(
      analyser,
      key.span,
      l10n.t`The place in ${container.type.words} is a whole number, found ${key.type.words}`,
    );
  }
}
