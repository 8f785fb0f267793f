import type { SyntaxNode } from "@lezer/common";
import { parseDuration } from "./duration.ts";
import { readGoString } from "./go-string.ts";

/** A span of the text of an expression; UTF-16 offsets, end exclusive. */
export interface PromqlSpan {
  readonly start: number;
  readonly end: number;
}

/** A name of a label in a list such as that behind `by`. */
export interface PromqlLabel extends PromqlSpan {
  readonly name: string;
}

/** Labels in brackets; the span holds the brackets. */
export interface PromqlLabelList extends PromqlSpan {
  readonly labels: readonly PromqlLabel[];
}

export interface PromqlMatcher extends PromqlSpan {
  readonly label: string;
  readonly operator: string;
  readonly value: string;
}

/** What stands in square brackets behind a selector. */
export interface PromqlRange extends PromqlSpan {
  /** The text between the brackets. */
  readonly duration: PromqlSpan;
  /** Undefined for a length that is computed. */
  readonly milliseconds: number | undefined;
}

/** A selector with its range. Its span holds `offset` and `@`, too. */
export interface PromqlSelector extends PromqlSpan {
  readonly kind: "selector";
  /** Undefined for one that selects by labels alone. */
  readonly name: string | undefined;
  /** Without those for the name. */
  readonly matchers: readonly PromqlMatcher[];
  /** The matchers with their braces. */
  readonly braces: PromqlSpan | undefined;
  /** End of the name and the matchers. */
  readonly namedEnd: number;
  readonly range: PromqlRange | undefined;
  /** true for one that also takes samples from outside of its range: `anchored` and `smoothed`. */
  readonly isExtended: boolean;
}

export interface PromqlCall extends PromqlSpan {
  readonly kind: "call";
  readonly name: string;
  readonly arguments: readonly PromqlExpression[];
}

export interface PromqlAggregation extends PromqlSpan {
  readonly kind: "aggregation";
  /** In lower case. */
  readonly name: string;
  readonly nameEnd: number;
  readonly by: PromqlLabelList | undefined;
  readonly without: PromqlLabelList | undefined;
  /** Such as the number of `topk`. */
  readonly parameter: PromqlExpression | undefined;
  readonly operand: PromqlExpression;
}

export interface PromqlBinary extends PromqlSpan {
  readonly kind: "binary";
  /** In lower case. */
  readonly operator: string;
  readonly isBool: boolean;
  readonly on: PromqlLabelList | undefined;
  readonly ignoring: PromqlLabelList | undefined;
  /** The side with many series when one series of the other may match several of them. */
  readonly many: "left" | "right" | undefined;
  /** Labels that come from the side with one series. */
  readonly included: PromqlLabelList | undefined;
  readonly left: PromqlExpression;
  readonly right: PromqlExpression;
}

/** An expression of PromQL without faults, as Prometheus groups it. */
export type PromqlExpression =
  | PromqlSelector
  | PromqlCall
  | PromqlAggregation
  | PromqlBinary
  | (PromqlSpan & { readonly kind: "subquery" | "parentheses"; readonly operand: PromqlExpression })
  | (PromqlSpan & { readonly kind: "unary"; readonly operator: string; readonly operand: PromqlExpression })
  | (PromqlSpan & { readonly kind: "number"; readonly value: number | undefined })
  | (PromqlSpan & { readonly kind: "string"; readonly value: string })
  /** What is nested too deeply to be looked at. */
  | (PromqlSpan & { readonly kind: "unknown" });

/** What stands behind an operand: ranges, `offset`, `@`. The grammar gives it to a whole operation, Prometheus to its last operand. */
type Suffixes = readonly SyntaxNode[];

const SUFFIXES: ReadonlySet<string> = new Set([
  ...["MatrixSelector", "SubqueryExpr", "OffsetExpr", "StepInvariantExpr", "SmoothedExpr", "AnchoredExpr"],
]);

const EXTENDING: ReadonlySet<string> = new Set(["SmoothedExpr", "AnchoredExpr"]);

/** Expressions that people write are ten deep at most. */
const MAXIMUM_DEPTH = 100;

/** Reads the tree of an expression without faults; `root` is its top. */
export function readExpression(text: string, root: SyntaxNode): PromqlExpression | undefined {
  const expression = root.getChild("Expr");
  return expression ? new Reader(text).read(expression, [], 0) : undefined;
}

class Reader {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  read(node: SyntaxNode, suffixes: Suffixes, depth: number): PromqlExpression {
    const operand = node.getChild("Expr");
    if (depth > MAXIMUM_DEPTH) return { kind: "unknown", ...this.#span(node) };
    if (SUFFIXES.has(node.name)) {
      return operand ? this.read(operand, [node, ...suffixes], depth + 1) : { kind: "unknown", ...this.#span(node) };
    }
    if (node.name === "BinaryExpr") return this.#binary(node, suffixes, depth);
    if (node.name === "UnaryExpr" && operand) {
      const read = this.read(operand, suffixes, depth + 1);
      return { kind: "unary", operator: this.#text.charAt(node.from), operand: read, start: node.from, end: read.end };
    }
    return this.#withSuffixes(this.#operand(node, depth), suffixes);
  }

  #span(node: SyntaxNode): PromqlSpan {
    return { start: node.from, end: node.from + this.#slice(node).length };
  }

  #slice({ from, to }: SyntaxNode): string {
    return this.#text.slice(from, to).trimEnd();
  }

  #operand(node: SyntaxNode, depth: number): PromqlExpression {
    const span = this.#span(node);
    switch (node.name) {
      case "AggregateExpr":
        return this.#aggregation(node, depth);
      case "FunctionCall":
        return {
          kind: "call",
          ...span,
          name: this.#slice(node.firstChild ?? node),
          arguments: this.#arguments(node, depth),
        };
      case "ParenExpr": {
        const inner = node.getChild("Expr");
        return inner
          ? { kind: "parentheses", ...span, operand: this.read(inner, [], depth + 1) }
          : { kind: "unknown", ...span };
      }
      case "NumberDurationLiteral":
        return { kind: "number", ...span, value: numberOf(this.#slice(node)) };
      case "StringLiteral":
        return { kind: "string", ...span, value: this.#string(node) };
      case "VectorSelector":
        return this.#selector(node);
      default:
        return { kind: "unknown", ...span };
    }
  }

  #withSuffixes(base: PromqlExpression, suffixes: Suffixes): PromqlExpression {
    let read = base;
    for (const suffix of suffixes) {
      const { end } = this.#span(suffix);
      if (suffix.name === "SubqueryExpr") read = { kind: "subquery", operand: read, start: read.start, end };
      else if (suffix.name === "MatrixSelector" && read.kind === "selector") {
        read = { ...read, range: this.#range(suffix), end };
      } else if (EXTENDING.has(suffix.name) && read.kind === "selector") read = { ...read, isExtended: true, end };
      else read = { ...read, end };
    }
    return read;
  }

  #range(suffix: SyntaxNode): PromqlRange | undefined {
    const duration = suffix.getChild("DurationExpr");
    if (!duration) return undefined;
    const span = this.#span(duration);
    const start = this.#text.lastIndexOf("[", span.start);
    const close = this.#text.indexOf("]", span.end);
    const isLiteral = duration.firstChild?.name === "NumberDurationLiteralInDurationContext";
    const milliseconds = isLiteral ? lengthOf(this.#slice(duration)) : undefined;
    return { start, end: close + 1, duration: span, milliseconds };
  }

  #selector(node: SyntaxNode): PromqlSelector {
    const span = this.#span(node);
    const identifier = node.getChild("Identifier");
    const braces = node.getChild("LabelMatchers");
    const matchers: PromqlMatcher[] = [];
    let name = identifier ? this.#slice(identifier) : undefined;
    for (let child = braces?.firstChild; child; child = child.nextSibling) {
      if (child.name === "QuotedLabelName") name ??= this.#string(child.getChild("StringLiteral") ?? child);
      const matcher = this.#matcher(child);
      if (!matcher) continue;
      if (matcher.label === "__name__" && matcher.operator === "=") name ??= matcher.value;
      else matchers.push(matcher);
    }
    return {
      kind: "selector",
      ...span,
      name,
      matchers,
      braces: braces ? this.#span(braces) : undefined,
      namedEnd: span.end,
      range: undefined,
      isExtended: false,
    };
  }

  #matcher(node: SyntaxNode): PromqlMatcher | undefined {
    if (node.name !== "UnquotedLabelMatcher" && node.name !== "QuotedLabelMatcher") return undefined;
    const quoted = node.getChild("QuotedLabelName")?.getChild("StringLiteral");
    const literal = node.getChild("StringLiteral");
    const operator = node.getChild("MatchOp");
    return {
      ...this.#span(node),
      label: quoted ? this.#string(quoted) : this.#slice(node.getChild("LabelName") ?? node),
      operator: operator ? this.#slice(operator) : "=",
      value: literal ? this.#string(literal) : "",
    };
  }

  #string(literal: SyntaxNode): string {
    const read = readGoString(this.#slice(literal));
    return "value" in read ? read.value : "";
  }

  #arguments(node: SyntaxNode, depth: number): readonly PromqlExpression[] {
    const given = node.getChild("FunctionCallBody")?.getChildren("Expr") ?? [];
    return given.map((argument) => this.read(argument, [], depth + 1));
  }

  #aggregation(node: SyntaxNode, depth: number): PromqlExpression {
    const operator = node.firstChild;
    const given = this.#arguments(node, depth);
    const operand = given.at(-1);
    const span = this.#span(node);
    if (!operator || !operand) return { kind: "unknown", ...span };
    const modifier = node.getChild("AggregateModifier");
    const labels = this.#labels(modifier?.getChild("GroupingLabels") ?? undefined);
    const isBy = modifier?.firstChild?.name === "By";
    const parameter = given.length > 1 ? given[0] : undefined;
    return {
      kind: "aggregation",
      ...span,
      name: this.#slice(operator).toLowerCase(),
      nameEnd: this.#span(operator).end,
      by: isBy ? labels : undefined,
      without: isBy ? undefined : labels,
      parameter,
      operand,
    };
  }

  #labels(list: SyntaxNode | undefined): PromqlLabelList | undefined {
    if (!list) return undefined;
    const labels: PromqlLabel[] = [];
    for (let child = list.firstChild; child; child = child.nextSibling) {
      const quoted = child.name === "QuotedLabelName" ? child.getChild("StringLiteral") : null;
      if (quoted) labels.push({ ...this.#span(child), name: this.#string(quoted) });
      else if (child.name === "LabelName") labels.push({ ...this.#span(child), name: this.#slice(child) });
    }
    return { ...this.#span(list), labels };
  }

  #binary(node: SyntaxNode, suffixes: Suffixes, depth: number): PromqlExpression {
    const [left, right] = node.getChildren("Expr");
    const operator = afterComments(left?.nextSibling);
    if (!left || !right || !operator) return { kind: "unknown", ...this.#span(node) };
    const clause = node.getChild("MatchingModifierClause");
    const [matched, included] = (clause?.getChildren("GroupingLabels") ?? []).map((list) => this.#labels(list));
    const isOn = clause?.firstChild?.name === "On";
    const many = clause?.getChild("GroupLeft") ? "left" : clause?.getChild("GroupRight") ? "right" : undefined;
    const read = this.read(right, suffixes, depth + 1);
    return {
      kind: "binary",
      start: node.from,
      end: read.end,
      operator: this.#slice(operator).toLowerCase(),
      isBool: node.getChild("BoolModifier") !== null,
      on: isOn ? matched : undefined,
      ignoring: isOn ? undefined : matched,
      many,
      included,
      left: this.read(left, [], depth + 1),
      right: read,
    };
  }
}

/** The first node that is no comment, of one and those behind it. */
function afterComments(node: SyntaxNode | null | undefined): SyntaxNode | undefined {
  let found = node;
  while (found?.name === "LineComment") found = found.nextSibling;
  return found ?? undefined;
}

function numberOf(text: string): number | undefined {
  const written = text.replaceAll("_", "").toLowerCase();
  if (written === "inf") return Number.POSITIVE_INFINITY;
  const value = Number(written);
  if (written !== "" && !Number.isNaN(value)) return value;
  const milliseconds = parseDuration(text);
  return milliseconds === undefined ? undefined : milliseconds / 1000;
}

/** Milliseconds of a range, which is a duration or a number of seconds. */
function lengthOf(text: string): number | undefined {
  const seconds = numberOf(text);
  return seconds === undefined ? undefined : Math.round(seconds * 1000);
}

/** Expressions directly below one. */
export function operandsOf(expression: PromqlExpression): readonly PromqlExpression[] {
  switch (expression.kind) {
    case "call":
      return expression.arguments;
    case "aggregation":
      return expression.parameter ? [expression.parameter, expression.operand] : [expression.operand];
    case "binary":
      return [expression.left, expression.right];
    case "subquery":
    case "parentheses":
    case "unary":
      return [expression.operand];
    default:
      return [];
  }
}

/** An expression and all below it, outermost first. */
export function expressionsIn(expression: PromqlExpression): readonly PromqlExpression[] {
  return [expression, ...operandsOf(expression).flatMap(expressionsIn)];
}

/** The expression in some pairs of parentheses. */
export function withoutParentheses(expression: PromqlExpression): PromqlExpression {
  return expression.kind === "parentheses" ? withoutParentheses(expression.operand) : expression;
}
