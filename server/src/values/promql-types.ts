import type { SyntaxNode } from "@lezer/common";
import * as l10n from "@vscode/l10n";
import { problem, shown } from "./define-language.ts";
import { checkDuration } from "./duration.ts";
import { readGoString } from "./go-string.ts";
import {
  PROMQL_TYPE_WORDS,
  type PromqlFunction,
  type PromqlParameter,
  type PromqlType,
  promqlAggregations,
  promqlFunctions,
} from "./promql-functions.ts";
import { SelectorCheck } from "./promql-selector.ts";
import type { ValueProblem } from "./scalar-language.ts";

/** What stands behind an operand: ranges, `offset`, `@`. The grammar gives it to a whole operation, Prometheus to its last operand. */
type Suffixes = readonly SyntaxNode[];

/** One side of an operator. */
interface Operand {
  readonly node: SyntaxNode;
  readonly type: PromqlType;
  /** Where it ends, with what stands behind it. */
  readonly end: number;
}

const SUFFIXES: ReadonlySet<string> = new Set([
  ...["MatrixSelector", "SubqueryExpr", "OffsetExpr", "StepInvariantExpr", "SmoothedExpr", "AnchoredExpr"],
]);

const COMPARISONS: ReadonlySet<string> = new Set(["Eql", "Neq", "Lte", "Lss", "Gte", "Gtr"]);
const SET_OPERATORS: ReadonlySet<string> = new Set(["And", "Or", "Unless"]);
const TRIMS: ReadonlySet<string> = new Set(["TrimUpper", "TrimLower"]);

/** Functions whose range may be `smoothed` or `anchored`. */
const SMOOTHED_IN: ReadonlySet<string> = new Set(["rate", "increase", "delta"]);
const ANCHORED_IN: ReadonlySet<string> = new Set([...SMOOTHED_IN, "resets", "changes"]);

/** First fault of the types of an expression that parses; `root` is the top of its tree. */
export function checkTypes(text: string, root: SyntaxNode): ValueProblem | undefined {
  const check = new TypeCheck(text);
  const expression = root.getChild("Expr");
  if (!expression) return problem(0, text.length, l10n.t("The expression holds nothing but comments"));
  const type = check.typeOf(expression, []);
  if (check.fault) return check.fault;
  const { start, end } = check.rangeOf(expression);
  if (type === "matrix")
    return problem(
      start,
      end,
      l10n.t`An expression has to give an instant vector or a number, found a range vector: ${RANGE_HINT}`,
    );
  if (type === "string")
    return problem(start, end, l10n.t("An expression has to give an instant vector or a number, found a string"));
  return undefined;
}

const RANGE_HINT = l10n.t("apply a function such as `rate(…)` to it, or leave out the range");

class TypeCheck {
  fault: ValueProblem | undefined;
  readonly #text: string;
  readonly #selectors: SelectorCheck;

  constructor(text: string) {
    this.#text = text;
    this.#selectors = new SelectorCheck(text);
  }

  rangeOf({ from, to }: SyntaxNode): { start: number; end: number } {
    return { start: from, end: from + this.#text.slice(from, to).trimEnd().length };
  }

  /** End of an operand with what stands behind it. */
  #endOf(node: SyntaxNode, suffixes: Suffixes): number {
    return this.rangeOf(suffixes.at(-1) ?? node).end;
  }

  #slice(node: SyntaxNode): string {
    return this.#text.slice(node.from, node.to).trimEnd();
  }

  #report(node: SyntaxNode, message: string, suggestion?: string): void {
    const { start, end } = this.rangeOf(node);
    this.fault ??= problem(start, end, message, suggestion);
  }

  #insert(at: number, words: string): string {
    return this.#text.slice(0, at) + words + this.#text.slice(at);
  }

  /** Type of an expression with what stands behind it; the first fault is kept in `fault`. */
  typeOf(node: SyntaxNode, suffixes: Suffixes): PromqlType {
    if (SUFFIXES.has(node.name)) {
      const operand = node.getChild("Expr");
      return operand ? this.typeOf(operand, [node, ...suffixes]) : "vector";
    }
    switch (node.name) {
      case "BinaryExpr":
        return this.#binary(node, suffixes);
      case "UnaryExpr":
        return this.#unary(node, suffixes);
      default:
        return this.#withSuffixes(node, this.#operand(node), suffixes);
    }
  }

  #operand(node: SyntaxNode): PromqlType {
    switch (node.name) {
      case "AggregateExpr":
        return this.#aggregation(node);
      case "FunctionCall":
        return this.#call(node);
      case "ParenExpr": {
        const inner = node.getChild("Expr");
        return inner ? this.typeOf(inner, []) : "vector";
      }
      case "NumberDurationLiteral":
        return "scalar";
      case "StringLiteral":
        this.fault ??= this.#selectors.stringFault(node);
        return "string";
      default:
        this.fault ??= this.#selectors.check(node);
        return "vector";
    }
  }

  #unary(node: SyntaxNode, suffixes: Suffixes): PromqlType {
    const operand = node.getChild("Expr");
    const type = operand ? this.typeOf(operand, suffixes) : "vector";
    if (type !== "matrix" && type !== "string") return type;
    const sign = this.#text.charAt(node.from);
    const message = l10n.t`${shown(sign)} takes an instant vector or a number, found ${PROMQL_TYPE_WORDS[type]}`;
    this.fault ??= problem(node.from, this.#endOf(node, suffixes), message);
    return "vector";
  }

  #withSuffixes(node: SyntaxNode, base: PromqlType, suffixes: Suffixes): PromqlType {
    let type = base;
    const isSelector = node.name === "VectorSelector";
    let isRanged = false;
    const set = new Set<string>();
    for (const suffix of suffixes) {
      const span = this.#suffixSpan(suffix);
      const report = (message: string): void => {
        this.fault ??= problem(span.start, span.end, message);
      };
      if (suffix.name === "MatrixSelector") {
        if (!isSelector || isRanged)
          report(isRanged ? l10n.t("A range can not have another range; `[1h:5m]` is a subquery") : RANGE_OF_OTHERS);
        else if (set.size > 0)
          report(l10n.t`The range stands right behind the selector, before ${shown([...set][0] ?? "")}`);
        this.#checkDurations(suffix);
        isRanged = true;
        type = "matrix";
      } else if (suffix.name === "SubqueryExpr") {
        if (type !== "vector") report(l10n.t`A subquery takes an instant vector, found ${PROMQL_TYPE_WORDS[type]}`);
        this.#checkDurations(suffix);
        isRanged = true;
        set.clear();
        type = "matrix";
      } else if (suffix.name === "OffsetExpr" || suffix.name === "StepInvariantExpr") {
        const word = suffix.name === "OffsetExpr" ? "offset" : "@";
        if (!isSelector && !isRanged)
          report(
            l10n.t`${shown(word)} stands behind a selector such as \`x\`, \`x[5m]\` or a subquery, not behind ${this.#what(node)}`,
          );
        else if (set.has(word)) report(l10n.t`${shown(word)} stands here twice`);
        set.add(word);
      } else {
        this.#smoothed(suffix, type, report);
      }
    }
    return type;
  }

  /** The part of a suffix behind its operand. */
  #suffixSpan(suffix: SyntaxNode): { start: number; end: number } {
    const { end } = this.rangeOf(suffix);
    const behind = suffix.getChild("Expr")?.to ?? suffix.from;
    const [space = ""] = /^(?:\s|#[^\n]*)*/.exec(this.#text.slice(behind, end)) ?? [];
    return { start: behind + space.length, end };
  }

  #what(node: SyntaxNode): string {
    if (node.name === "AggregateExpr" || node.name === "FunctionCall")
      return l10n.t`the result of ${shown(this.#slice(node.firstChild ?? node))}`;
    return node.name === "NumberDurationLiteral" ? l10n.t("a number") : shown(this.#slice(node));
  }

  #smoothed(suffix: SyntaxNode, type: PromqlType, report: (message: string) => void): void {
    const [word, allowed] =
      suffix.name === "SmoothedExpr" ? (["smoothed", SMOOTHED_IN] as const) : (["anchored", ANCHORED_IN] as const);
    if (type !== "vector" && type !== "matrix") {
      report(l10n.t`${shown(word)} takes a selector, found ${PROMQL_TYPE_WORDS[type]}`);
      return;
    }
    const call = suffix.parent?.parent;
    if (call?.name !== "FunctionCall") return;
    const name = this.#slice(call.firstChild ?? call);
    const names = [...allowed].map((entry) => `\`${entry}\``).join(", ");
    if (!allowed.has(name)) report(l10n.t`${shown(word)} can stand in ${names}, found ${shown(name)}`);
  }

  /** Ranges and steps have to be longer than zero. Durations that are computed are left alone. */
  #checkDurations(suffix: SyntaxNode): void {
    for (const duration of suffix.getChildren("DurationExpr")) {
      const written = this.#slice(duration);
      if (/^-/.test(written))
        this.#report(duration, l10n.t`A range has to be longer than zero, found ${shown(written)}`);
      if (duration.firstChild?.name !== "NumberDurationLiteralInDurationContext") continue;
      const isNumber = /^[\d_.eE+-]+$|^0x/.test(written);
      const length = isNumber ? Number(written.replaceAll("_", "")) : undefined;
      if (length === 0 || /^(?:0+[a-z]+)+$/.test(written)) {
        this.#report(duration, l10n.t`A range has to be longer than zero, found ${shown(written)}`);
      } else if (!isNumber) {
        const fault = checkDuration(written);
        if (fault) this.#report(duration, fault.message);
      }
    }
  }

  #aggregation(node: SyntaxNode): PromqlType {
    const operator = node.firstChild;
    const aggregation = operator && promqlAggregations.get(this.#slice(operator).toLowerCase());
    if (operator && aggregation) this.#arguments(node, operator, aggregation);
    for (const list of node.getChild("AggregateModifier")?.getChildren("GroupingLabels") ?? []) this.#labels(list);
    return "vector";
  }

  #labels(list: SyntaxNode): void {
    for (const label of list.getChildren("QuotedLabelName")) {
      const literal = label.getChild("StringLiteral");
      if (literal) this.fault ??= this.#selectors.stringFault(literal);
    }
  }

  #call(node: SyntaxNode): PromqlType {
    const identifier = node.firstChild;
    const called = identifier && promqlFunctions.get(this.#slice(identifier));
    if (!identifier || !called) return "vector";
    const given = this.#arguments(node, identifier, called);
    if (called.name === "info" && given[1]?.getChild("Identifier")) {
      this.#report(
        given[1],
        l10n.t`The second argument of \`info\` takes label matchers in braces, found ${shown(this.#slice(given[1]))}`,
      );
    }
    if (called.name === "label_replace" && given[4]?.name === "StringLiteral") {
      this.fault ??= this.#selectors.regexFault(given[4]);
    }
    return called.returns;
  }

  #arguments(node: SyntaxNode, name: SyntaxNode, called: PromqlFunction): readonly SyntaxNode[] {
    const given = node.getChild("FunctionCallBody")?.getChildren("Expr") ?? [];
    if (given.length < called.minimum || given.length > called.maximum) {
      this.#report(name, argumentCountMessage(called, given.length));
    }
    for (const [index, argument] of given.entries()) {
      const parameter = called.parameters[Math.min(index, called.parameters.length - 1)];
      const type = this.typeOf(argument, []);
      if (!parameter || type === parameter.type || index >= called.maximum) continue;
      const hint = typeHint(parameter.type, type, this.#slice(argument));
      this.#report(argument, argumentMessage(called, index, parameter, PROMQL_TYPE_WORDS[type]) + hint);
    }
    return given;
  }

  #binary(node: SyntaxNode, suffixes: Suffixes): PromqlType {
    const [left, right] = node.getChildren("Expr");
    const operator = left?.nextSibling;
    if (!left || !right || !operator) return "vector";
    const leftType = this.typeOf(left, []);
    const rightType = this.typeOf(right, suffixes);
    const sign = this.#slice(operator);
    const operands: readonly Operand[] = [
      { node: left, type: leftType, end: this.rangeOf(left).end },
      { node: right, type: rightType, end: this.#endOf(right, suffixes) },
    ];
    for (const { node: operand, type, end } of operands) {
      if (type !== "matrix" && type !== "string") continue;
      const hint = type === "matrix" ? `: ${RANGE_HINT}` : "";
      const message = l10n.t`${shown(sign)} takes instant vectors and numbers, found ${PROMQL_TYPE_WORDS[type]}`;
      this.fault ??= problem(operand.from, end, message + hint);
    }
    const areNumbers = leftType === "scalar" && rightType === "scalar";
    this.#operator(node, operator, areNumbers);
    if (SET_OPERATORS.has(operator.name)) this.#setOperator(node, operator, operands);
    this.#matching(node, leftType === "vector" && rightType === "vector");
    return areNumbers ? "scalar" : "vector";
  }

  #operator(node: SyntaxNode, operator: SyntaxNode, areNumbers: boolean): void {
    const sign = this.#slice(operator);
    const bool = node.getChild("BoolModifier");
    if (bool && !COMPARISONS.has(operator.name)) {
      this.#report(bool, l10n.t`\`bool\` stands behind a comparison, found it behind ${shown(sign)}`);
    } else if (areNumbers && !bool && COMPARISONS.has(operator.name)) {
      const { start, end } = this.rangeOf(operator);
      const message = l10n.t`A comparison of two numbers needs \`bool\`: write \`${sign} bool\``;
      this.fault ??= problem(start, end, message, this.#insert(end, " bool"));
    } else if (areNumbers && TRIMS.has(operator.name)) {
      this.#report(operator, l10n.t`${shown(sign)} trims histograms and can not stand between two numbers`);
    }
  }

  #setOperator(node: SyntaxNode, operator: SyntaxNode, operands: readonly Operand[]): void {
    const sign = this.#slice(operator);
    for (const { node: operand, type } of operands) {
      if (type === "scalar")
        this.#report(
          operand,
          l10n.t`${shown(sign)} takes instant vectors, found a number; \`vector(…)\` makes one of it`,
        );
    }
    const clause = node.getChild("MatchingModifierClause");
    const group = clause?.getChild("GroupLeft") ?? clause?.getChild("GroupRight");
    if (group)
      this.#report(
        group,
        l10n.t`${shown(this.#slice(group))} can not stand with ${shown(sign)}, which matches many series with many`,
      );
  }

  #matching(node: SyntaxNode, areVectors: boolean): void {
    const clause = node.getChild("MatchingModifierClause");
    if (!clause) return;
    const keyword = clause.firstChild ?? clause;
    const [labels, include] = clause.getChildren("GroupingLabels");
    for (const list of [labels, include]) if (list) this.#labels(list);
    const matched = labels ? this.#labelNames(labels) : [];
    if (!areVectors && matched.length > 0) {
      this.#report(
        keyword,
        l10n.t`${shown(this.#slice(keyword))} matches two instant vectors, but one side is a number`,
      );
    }
    if (keyword.name !== "On" || !include) return;
    const names = new Set(matched.map(({ name }) => name));
    for (const { name, node: label } of this.#labelNames(include)) {
      if (names.has(name))
        this.#report(label, l10n.t`The label ${shown(name)} stands in \`on\` already, so it is on both sides anyway`);
    }
  }

  #labelNames(list: SyntaxNode): readonly { readonly name: string; readonly node: SyntaxNode }[] {
    const quoted = list.getChildren("QuotedLabelName").map((node) => {
      const read = readGoString(this.#slice(node));
      return { name: "value" in read ? read.value : "", node };
    });
    return [...list.getChildren("LabelName").map((node) => ({ name: this.#slice(node), node })), ...quoted];
  }
}

const RANGE_OF_OTHERS = l10n.t("A range stands behind a selector; of anything else take a subquery, as in `[5m:]`");

function argumentMessage(called: PromqlFunction, index: number, parameter: PromqlParameter, found: string): string {
  const [name, expected] = [shown(called.name), PROMQL_TYPE_WORDS[parameter.type]];
  return called.parameters.length === 1
    ? l10n.t`${name} takes ${expected}, found ${found}`
    : l10n.t`Argument ${index + 1} (\`${parameter.name}\`) of ${name} has to be ${expected}, found ${found}`;
}

function argumentCountMessage({ name, minimum, maximum, parameters }: PromqlFunction, given: number): string {
  const list = parameters.map((parameter) => `\`${parameter.name}\``).join(", ");
  const called = shown(name);
  const found = given === 0 ? l10n.t("none") : given;
  if (list === "") return l10n.t`${called} takes no arguments, found ${found}`;
  if (minimum === maximum) {
    return minimum === 1
      ? l10n.t`${called} takes ${minimum} argument (${list}), found ${found}`
      : l10n.t`${called} takes ${minimum} arguments (${list}), found ${found}`;
  }
  if (maximum !== Number.POSITIVE_INFINITY) {
    return l10n.t`${called} takes ${minimum} to ${maximum} arguments (${list}), found ${found}`;
  }
  return minimum === 1
    ? l10n.t`${called} takes at least ${minimum} argument (${list}), found ${found}`
    : l10n.t`${called} takes at least ${minimum} arguments (${list}), found ${found}`;
}

/** What follows a message about a type: how to come to the right one; empty when nothing is known. */
function typeHint(expected: PromqlType, found: PromqlType, written: string): string {
  if (expected === "matrix" && found === "vector") {
    const example = /^[\w:]{1,40}(?:\{[^{}]{0,40}\})?$/.test(written) ? `${written}[5m]` : "x[5m]";
    return `: ${l10n.t`a range such as ${shown(example)} is missing`}`;
  }
  if (expected === "vector" && found === "matrix") return `: ${RANGE_HINT}`;
  if (expected === "vector" && found === "scalar") return `; ${l10n.t("`vector(…)` makes one of it")}`;
  if (expected === "scalar" && found === "vector")
    return `; ${l10n.t("`scalar(…)` makes one of a vector with one series")}`;
  return "";
}
