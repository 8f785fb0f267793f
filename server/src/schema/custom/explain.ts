import type { ErrorObject } from "ajv";
import { dereference, type Node, type ScalarNode } from "../../yaml/node.ts";
import type { Explained, KeywordContext } from "../explained.ts";
import { type Instance, instanceAt, pointerOf } from "../instance.ts";
import type { Schema } from "../json-schema.ts";
import { type Problem, uniqueProblems } from "../problem.ts";
import { explainKeyword } from "./explain-keyword.ts";
import { explainUnion, isUnion } from "./explain-union.ts";
import type { SchemaLinks } from "./links.ts";
import { type Fault, pathOf } from "./outcome.ts";
import type { SchemaObject } from "./schema-object.ts";

/** What the explanation of faults needs. */
export interface ExplainOptions {
  readonly root: Node;
  readonly links: SchemaLinks;
  /** What a scalar's placeholders resolved to, and how a message says so; undefined for a scalar that stands as written. */
  readonly resolved?: (node: ScalarNode) => { readonly value: ScalarNode["value"]; readonly from: string } | undefined;
}

/** Problems for the faults of a document, one for each fault, in document order. */
export function explainFaults(faults: readonly Fault[], options: ExplainOptions): readonly Problem[] {
  const problems = faultsToTell(faults, options).flatMap((fault) => explainFault(fault, options) ?? []);
  return uniqueProblems(withoutMisspelt(problems)).sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Faults as they are told: unions by the branch that is meant, required keys of one mapping together, one fault for a scalar. */
function faultsToTell(faults: readonly Fault[], options: ExplainOptions): readonly Fault[] {
  const plain = faults.flatMap((fault) => openUnion(fault, options));
  const required = new Map<string, Fault>();
  const told: Fault[] = [];
  for (const fault of plain) {
    if (fault.keyword !== "required" || fault.message !== undefined) {
      told.push(fault);
      continue;
    }
    const pointer = pointerOf(pathOf(fault.place));
    const earlier = required.get(pointer);
    required.set(pointer, { ...fault, keys: [...new Set([...(earlier?.keys ?? []), ...(fault.keys ?? [])])] });
  }
  return mostTelling([...told, ...required.values()]);
}

function openUnion(fault: Fault, options: ExplainOptions): readonly Fault[] {
  if (!isUnion(fault) || fault.message !== undefined) return [fault];
  const meant = explainUnion(fault);
  return meant === undefined ? [fault] : meant.flatMap((inner) => openUnion(inner, options));
}

/** Keywords about one value, the most telling first: of several violated at one place only one is told. */
const VALUE_KEYWORDS: readonly string[] = [
  "false",
  "type",
  "const",
  "enum",
  "format",
  "pattern",
  "minLength",
  "maxLength",
];

function mostTelling(faults: readonly Fault[]): readonly Fault[] {
  const best = new Map<string, { readonly rank: number; readonly fault: Fault }>();
  for (const fault of faults) {
    const rank = VALUE_KEYWORDS.indexOf(fault.keyword);
    const pointer = pointerOf(pathOf(fault.place));
    const known = best.get(pointer);
    if (rank !== -1 && (known === undefined || rank < known.rank)) best.set(pointer, { rank, fault });
  }
  return faults.filter(
    (fault) => !VALUE_KEYWORDS.includes(fault.keyword) || best.get(pointerOf(pathOf(fault.place)))?.fault === fault,
  );
}

function explainFault(fault: Fault, options: ExplainOptions): Problem | undefined {
  const path = pathOf(fault.place);
  const instance = instanceAt(options.root, path);
  // An alias without an anchor is reported by the parser; nothing is known about its value.
  const node = instance && dereference(instance.node);
  if (!instance || !node) return undefined;
  const context = keywordContext(fault, instance, node, options);
  const explained = explainKeyword(fault, context, options.links);
  return explained && problemOf(explained, fault.message, context.resolved !== undefined);
}

/** The context that the explanations of our own schemas take. */
export function keywordContext(
  fault: Fault,
  instance: Instance,
  node: Node,
  { root, resolved }: Pick<ExplainOptions, "root" | "resolved">,
): KeywordContext {
  const found = node.kind === "scalar" ? resolved?.(node) : undefined;
  const shown = found && node.kind === "scalar" ? { ...scalarCopy(node), value: found.value } : undefined;
  const error: ErrorObject = { keyword: fault.keyword, instancePath: "", schemaPath: "", params: {} };
  return {
    error,
    path: pathOf(fault.place),
    instance,
    root,
    schema: {},
    resolved: shown,
    resolvedFrom: found?.from,
    node: shown ?? node,
    // Formats are not explained here, so no part of a value is asked for.
    placeOf: (place) => place,
    current: currentOf(fault.schema),
  };
}

function scalarCopy({ style, anchor, start, end }: ScalarNode): Omit<ScalarNode, "value"> {
  return { kind: "scalar", style, anchor, start, end };
}

/** The part of a schema that the explanations read. `format` is left out: the names mean something else in our schemas. */
function currentOf({ type, enum: values, const: constant, examples, title, pattern }: SchemaObject): Schema {
  return {
    ...(type !== undefined && { type: type as Schema["type"] }),
    ...(values && { enum: values }),
    ...(constant !== undefined && { const: constant }),
    ...(examples && { examples }),
    ...(title !== undefined && { title }),
    ...(pattern !== undefined && { pattern }),
  };
}

function problemOf(explained: Explained, message: string | undefined, isResolved: boolean): Problem {
  return {
    code: explained.code,
    message: message ?? explained.message,
    severity: "error",
    start: explained.range.start,
    end: explained.range.end,
    // A fix would write over the placeholder, and its value is somewhere else.
    ...(explained.data && !isResolved && { data: explained.data }),
    ...(explained.related && { related: explained.related }),
  };
}

/** A missing key that most likely stands there in another spelling is one fault, and the unknown key tells it. */
function withoutMisspelt(problems: readonly Problem[]): readonly Problem[] {
  const misspelt = new Set(
    problems.flatMap(({ code, data }) =>
      code === "unknown-property" && data?.fix === "rename-key"
        ? data.names.map((name) => pointerOf([...data.path.slice(0, -1), name]))
        : [],
    ),
  );
  return problems.filter((problem) => {
    if (problem.code !== "missing-property" || problem.data?.fix !== "add-required") return true;
    const { path, keys } = problem.data;
    return !keys.every((key) => misspelt.has(pointerOf([...path, key])));
  });
}
