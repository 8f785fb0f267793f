import * as l10n from "@vscode/l10n";
import type { ErrorObject } from "ajv";
import type { Kind } from "../protocol.ts";
import type { OffsetRange } from "../text/line-index.ts";
import { findPair, sizeOf, stringValue } from "../yaml/navigate.ts";
import { dereference, type Node, type NodePath, type ScalarNode } from "../yaml/node.ts";
import { visibleRange } from "../yaml/scalar-positions.ts";
import { type ScalarReader, toValue, type Value, type ValueResult } from "../yaml/value.ts";
import { explainError } from "./explain.ts";
import { type Instance, instanceAt, pointerOf, readPointer, severityAt, typedPath } from "./instance.ts";
import { type Schemas, schemasAt } from "./match.ts";
import { missingKeysProblem } from "./missing-keys.ts";
import { type Problem, uniqueProblems } from "./problem.ts";
import { ReducedValue } from "./reduced-value.ts";
import { schemaOf } from "./registry.ts";
import { type ResolvedSpan, writtenSpan } from "./resolved-span.ts";
import { deprecatedWordsOf, validatorOf } from "./validators.ts";

/** How a scalar with placeholders is judged. */
export type PlaceholderState =
  | { readonly state: "none" }
  /** The whole value is a placeholder and nothing is known about it: it satisfies any type. */
  | { readonly state: "unresolved" }
  /** The value became this text; `from` names what it was resolved from. */
  | {
      readonly state: "resolved";
      readonly text: string;
      readonly from: string;
      /** The pieces of the text in order, literal ones and what became of placeholders. */
      readonly pieces: readonly ResolvedSpan[];
    }
  /** Literal text around unresolved placeholders. `samples` are texts it may become. */
  | { readonly state: "partial"; readonly samples: readonly string[] };

export interface ValidationContext {
  /** Text of the document. */
  readonly text: string;
  /** Judges the placeholders of a scalar. */
  readonly placeholders: (node: ScalarNode, path: NodePath) => PlaceholderState;
  /** true when a text may hold placeholders, so that its scalar has to be judged. */
  readonly isPlaceholder: (text: string) => boolean;
  /** false for a part of a file in which no scalar, as it is written, holds a placeholder. */
  readonly mayHoldPlaceholders: (text: string) => boolean;
  /** Names that count as environments beside those of the schema. */
  readonly extraEnvironments: readonly string[];
}

/** Keywords a value can violate by its text, which a partly unresolved value may still satisfy. */
const TEXT_KEYWORDS: ReadonlySet<string> = new Set([
  "pattern",
  "format",
  "enum",
  "const",
  "minLength",
  "maxLength",
  "not",
]);

/** What validation says of a document. */
export interface Validated {
  /** In document order. */
  readonly problems: readonly Problem[];
  /** false when certainly nothing in the document is deprecated. */
  readonly mayHoldDeprecated: boolean;
}

/**
 * Problems of a document against the schema of its kind. The verdict is ajv's; this explains it on the tree. The validator of the kind has
 * to be loaded (`loadValidator`).
 */
export function validate(kind: Kind, root: Node, context: ValidationContext): Validated {
  const run = new Validation(kind, root, context);
  const problems = run.problems();
  return { problems, mayHoldDeprecated: run.mayHoldDeprecated };
}

class Validation {
  mayHoldDeprecated = false;
  readonly #kind: Kind;
  readonly #root: Node;
  readonly #context: ValidationContext;
  readonly #states = new Map<ScalarNode, PlaceholderState>();
  /** Scalars whose text is read as a number or boolean: resolved placeholders and, the other way round, unquoted versions. */
  readonly #converted = new Map<ScalarNode, Value>();
  readonly #unquoted = new Map<ScalarNode, Problem>();
  /** true when a scalar was read whose value depends on something outside of the document, or that is read differently than written. */
  #readVolatile = false;

  constructor(kind: Kind, root: Node, context: ValidationContext) {
    this.#kind = kind;
    this.#root = root;
    this.#context = context;
  }

  problems(): readonly Problem[] {
    let errors = this.#errors();
    if ("code" in errors) return [errors];
    if (this.#convert(errors)) errors = this.#errors();
    if ("code" in errors) return [errors];
    const problems = [...this.#unquoted.values()];
    for (const error of mostTelling(errors)) {
      const problem = this.#explain(error);
      if (problem) problems.push(problem);
    }
    const missing = this.#missingKeys(errors, misspeltKeys(problems));
    const all = [...problems.map((problem) => this.#asMissing(problem, errors)), ...missing];
    return uniqueProblems(all).sort((a, b) => a.start - b.start || a.end - b.end);
  }

  #state(node: ScalarNode, path: NodePath = []): PlaceholderState {
    const known = this.#states.get(node);
    if (known) return known;
    const state = this.#context.placeholders(node, path);
    this.#states.set(node, state);
    return state;
  }

  readonly #readScalar: ScalarReader = (node, path) => {
    const converted = this.#converted.get(node);
    if (converted !== undefined) {
      this.#readVolatile = true;
      return converted;
    }
    const state = typeof node.value === "string" ? this.#state(node, path) : undefined;
    if (state && state.state !== "none") this.#readVolatile = true;
    return state?.state === "resolved" ? state.text : node.value;
  };

  /** Errors of ajv with pointers into the document, or why there is no value to judge. */
  #errors(): readonly ErrorObject[] | Problem {
    const reduced = new ReducedValue(this.#readScalar, {
      isVolatile: () => {
        const read = this.#readVolatile;
        this.#readVolatile = false;
        return read;
      },
      isPlaceholder: this.#context.isPlaceholder,
      mayHoldPlaceholders: this.#context.mayHoldPlaceholders,
      deprecatedWords: deprecatedWordsOf(this.#kind),
      readsAsWritten: this.#converted.size === 0,
    });
    const result = reduced.build(schemaOf(this.#kind), this.#root);
    if (reduced.mayHoldDeprecated) this.mayHoldDeprecated = true;
    if ("failure" in result) return expansionProblem(result);
    const validator = validatorOf(this.#kind);
    const raw = validator(result.value) ? [] : (validator.errors ?? []);
    const errors = raw
      .map((error) => ({ ...error, instancePath: reduced.documentPointer(error.instancePath) }))
      .filter((error) => !isMadeByOmission(error, this.#root, (path) => this.#schemas(path)));
    reduced.remember(errors.map(concernedPointer));
    return errors;
  }

  /** Reads texts as what the schema wants where that is allowed; true when another run is needed. */
  #convert(errors: readonly ErrorObject[]): boolean {
    const before = this.#converted.size;
    for (const error of errors) {
      const instance = instanceAt(this.#root, readPointer(error.instancePath));
      const node = dereference(instance?.node);
      if (node?.kind !== "scalar" || this.#converted.has(node)) continue;
      const state = this.#state(node);
      if (state.state === "resolved") this.#converted.set(node, readPlainScalar(state.text));
      else if (error.keyword === "type") this.#acceptUnquoted(node, readPointer(error.instancePath));
    }
    return this.#converted.size > before;
  }

  #acceptUnquoted(node: ScalarNode, path: NodePath): void {
    if (typeof node.value !== "number") return;
    const schema = this.#schemas(path).find((candidate) => candidate["x-unquoted"] !== undefined);
    const severity = schema?.["x-unquoted"];
    if (severity === undefined) return;
    this.#converted.set(node, String(node.value));
    const message = l10n.t`\`${node.value}\` is read as a number, so digits can get lost (\`1.10\` becomes \`1.1\`). Put it in quotes.`;
    this.#unquoted.set(node, {
      code: "unquoted-version",
      message,
      severity,
      start: node.start,
      end: node.end,
      data: { fix: "quote-value", path },
    });
  }

  #schemas(path: NodePath): Schemas {
    return schemasAt(schemaOf(this.#kind), this.#root, path);
  }

  #explain(error: ErrorObject): Problem | undefined {
    if (error.keyword === "required") return undefined;
    const path = readPointer(error.instancePath);
    const instance = instanceAt(this.#root, path);
    if (!instance || this.#isExcused(error, instance)) return undefined;
    return explainError({
      error,
      path,
      instance,
      root: this.#root,
      schema: schemaOf(this.#kind),
      resolved: this.#resolved(instance),
      resolvedFrom: this.#resolvedFrom(instance),
      placeOf: (place, start, end) => this.#placeOf(place, start, end),
    });
  }

  /** Place of a span of the text of a scalar as it was judged: decoded, with its placeholders resolved. */
  #placeOf(place: Node, start: number, end: number): OffsetRange {
    const node = dereference(place);
    if (node?.kind !== "scalar") return place;
    const state = this.#states.get(node);
    const span = state?.state === "resolved" ? writtenSpan(state.pieces, start, end) : { start, end };
    return visibleRange(this.#context.text, node, span.start, span.end);
  }

  /** The scalar with its placeholders resolved, for messages; undefined when it stands as written. */
  #resolved(instance: Instance): ScalarNode | undefined {
    const node = dereference(instance.node);
    const state = node?.kind === "scalar" ? this.#state(node) : undefined;
    if (node?.kind !== "scalar" || state?.state !== "resolved") return undefined;
    const { style, anchor, start, end } = node;
    return { kind: "scalar", style, anchor, start, end, value: readPlainScalar(state.text) };
  }

  /** Where a resolved value comes from, in words for messages; undefined when it stands as written. */
  #resolvedFrom(instance: Instance): string | undefined {
    const node = dereference(instance.node);
    const state = node?.kind === "scalar" ? this.#state(node) : undefined;
    return state?.state === "resolved" ? state.from : undefined;
  }

  #isExcused(error: ErrorObject, instance: Instance): boolean {
    // An alias without an anchor is reported by the parser; nothing is known about its value.
    if (instance.node.kind === "alias" && !dereference(instance.node)) return true;
    if (error.keyword === "discriminator") return this.#isUnresolvedTag(error, instance.node);
    const name = stringOf(error.propertyName) ?? stringOf(error.params.propertyName);
    if (name !== undefined) return this.#context.extraEnvironments.includes(name);
    const node = dereference(instance.node);
    if (node?.kind !== "scalar") return false;
    if (error.keyword === "enum" && this.#isExtraEnvironment(node, readPointer(error.instancePath))) return true;
    const state = this.#state(node);
    if (state.state === "unresolved") return true;
    return (
      state.state === "partial" && TEXT_KEYWORDS.has(error.keyword) && this.#maySatisfy(error, node, state.samples)
    );
  }

  #isUnresolvedTag(error: ErrorObject, node: Node): boolean {
    const tag = dereference(instanceAt(node, [String(error.params.tag)])?.node);
    return tag === undefined || (tag.kind === "scalar" && this.#state(tag).state !== "none");
  }

  #isExtraEnvironment(node: ScalarNode, path: NodePath): boolean {
    const name = stringValue(node);
    if (name === undefined || !this.#context.extraEnvironments.includes(name)) return false;
    return this.#schemas(path).some((schema) => schema.format === "environment-name");
  }

  /** Literal text around placeholders is only wrong when nothing the placeholders could become makes it right. */
  #maySatisfy(error: ErrorObject, node: ScalarNode, samples: readonly string[]): boolean {
    if (error.keyword === "minLength" || error.keyword === "maxLength" || error.keyword === "not") return true;
    const validator = validatorOf(this.#kind);
    return samples.some((sample) => {
      const result = toValue(this.#root, (scalar) => (scalar === node ? sample : scalar.value));
      if ("failure" in result || validator(result.value)) return true;
      return !(validator.errors ?? []).some(
        (other) => other.instancePath === error.instancePath && other.keyword === error.keyword,
      );
    });
  }

  /** An unknown key that most likely is a required one in another spelling counts as much as the missing key. */
  #asMissing(problem: Problem, errors: readonly ErrorObject[]): Problem {
    const [pointer] = misspeltKeys([problem]);
    const lacks = (error: ErrorObject): boolean =>
      error.keyword === "required" &&
      error.instancePath + pointerOf([String(error.params.missingProperty)]) === pointer;
    const error = pointer === undefined ? undefined : errors.find(lacks);
    if (!error) return problem;
    const path = typedPath(this.#root, readPointer(error.instancePath));
    return { ...problem, severity: severityAt(schemaOf(this.#kind), this.#root, path, "required") };
  }

  /** `misspelt` are pointers of keys that stand there in another spelling: one fault, and the misspelt key already says it. */
  #missingKeys(errors: readonly ErrorObject[], misspelt: ReadonlySet<string>): readonly Problem[] {
    const byInstance = new Map<string, string[]>();
    for (const error of errors) {
      if (error.keyword !== "required" || !error.schemaPath.endsWith("/required") || isBranchOfChoice(error)) continue;
      const keys = byInstance.get(error.instancePath) ?? [];
      const key = String(error.params.missingProperty);
      if (misspelt.has(error.instancePath + pointerOf([key]))) continue;
      if (!keys.includes(key)) keys.push(key);
      byInstance.set(error.instancePath, keys);
    }
    return [...byInstance].flatMap(([pointer, keys]) => {
      const path = readPointer(pointer);
      const instance = instanceAt(this.#root, path);
      return instance ? [missingKeysProblem(schemaOf(this.#kind), this.#root, path, instance, keys)] : [];
    });
  }
}

/** Keywords about one scalar, the most telling first: of several violated at one place only one is reported. */
const SCALAR_KEYWORDS: readonly string[] = ["type", "const", "enum", "format", "pattern", "minLength", "maxLength"];

function mostTelling(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const best = new Map<string, number>();
  const rank = (error: ErrorObject): number => SCALAR_KEYWORDS.indexOf(error.keyword);
  for (const error of errors) {
    if (rank(error) === -1) continue;
    best.set(error.instancePath, Math.min(best.get(error.instancePath) ?? Number.POSITIVE_INFINITY, rank(error)));
  }
  return errors.filter((error) => rank(error) === -1 || rank(error) === best.get(error.instancePath));
}

/** Pointers of the keys that unknown keys most likely stand for. */
function misspeltKeys(problems: readonly Problem[]): ReadonlySet<string> {
  const pointers = problems.flatMap(({ code, data }) => {
    if (code !== "unknown-property" || data?.fix !== "rename-key") return [];
    return data.names.map((name) => pointerOf([...data.path.slice(0, -1), name]));
  });
  return new Set(pointers);
}

/** Where an error belongs: faults of a key are reported on its mapping, but concern the entry. */
function concernedPointer(error: ErrorObject): string {
  const key: unknown = error.params.additionalProperty ?? error.params.propertyName ?? error.propertyName;
  return typeof key === "string" ? error.instancePath + pointerOf([key]) : error.instancePath;
}

/** true for an error that only stands because a valid part was left out of the value: the tree has what is missed. */
function isMadeByOmission(error: ErrorObject, root: Node, schemas: (path: NodePath) => Schemas): boolean {
  const path = readPointer(error.instancePath);
  const node = dereference(instanceAt(root, path)?.node);
  if (node?.kind === "sequence") return error.keyword === "minItems" && sizeOf(node) >= Number(error.params.limit);
  if (node?.kind !== "map") return false;
  if (error.keyword === "minProperties") return sizeOf(node) >= Number(error.params.limit);
  if (error.keyword === "required") return findPair(node, String(error.params.missingProperty)) !== undefined;
  if (error.keyword !== "anyOf") return false;
  const groups = schemas(path).flatMap((schema) => schema.anyOf ?? []);
  return groups.some((group) => (group.required ?? []).every((key) => findPair(node, key) !== undefined));
}

/** The problem of a document whose aliases can not be resolved. */
export function expansionProblem(result: Extract<ValueResult, { failure: string }>): Problem {
  const message =
    result.failure === "alias-cycle"
      ? l10n.t`This alias stands for a value that contains the alias itself; a loader would never come to an end.`
      : l10n.t`The aliases of this document expand to more than a million values. It is not checked any further.`;
  const { start, end } = result.at;
  const target = result.failure === "alias-cycle" ? dereference(result.at) : undefined;
  const related = target && [{ start: target.start, end: target.start, message: l10n.t`That value begins here.` }];
  const problem = { code: result.failure, message, severity: "error", start, end: Math.min(end, start + 80) } as const;
  return related ? { ...problem, related } : problem;
}

/** `required` inside `anyOf` or `not` speaks about a choice of keys, which the error of the whole choice explains. */
function isBranchOfChoice(error: ErrorObject): boolean {
  return /\/(anyOf|allOf|not)\b[^#]*\/required$/.test(error.schemaPath);
}

function stringOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Text of a resolved placeholder as the YAML core schema would read it unquoted. */
function readPlainScalar(text: string): string | number | boolean {
  if (text === "true" || text === "false") return text === "true";
  if (/^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(text)) return Number(text);
  return text;
}
