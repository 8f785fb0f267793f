import type {
  PromqlAggregation,
  PromqlBinary,
  PromqlCall,
  PromqlExpression,
  PromqlLabelList,
  PromqlSelector,
} from "./promql-expression.ts";
import { withoutParentheses } from "./promql-expression.ts";
import { promqlFunctions } from "./promql-functions.ts";

/** A change of the text of an expression. */
export interface PromqlEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** Aggregations that pick some of the series and leave them as they are. */
const PICKING: ReadonlySet<string> = new Set(["topk", "bottomk", "limitk", "limit_ratio"]);

const ABSENT: ReadonlySet<string> = new Set(["absent", "absent_over_time"]);

/** true for an expression that gives a number, and no series. */
export function isNumeric(expression: PromqlExpression): boolean {
  switch (expression.kind) {
    case "number":
      return true;
    case "unary":
    case "parentheses":
      return isNumeric(expression.operand);
    case "binary":
      return isNumeric(expression.left) && isNumeric(expression.right);
    case "call":
      return expression.name === "pi" || promqlFunctions.get(expression.name)?.returns === "scalar";
    default:
      return false;
  }
}

/** false when no series that an expression gives can have a label; true as soon as that is not certain. */
export function mayHaveLabel(expression: PromqlExpression, label: string): boolean {
  if (label === "__name__") return true;
  if (isNumeric(expression)) return false;
  switch (expression.kind) {
    case "selector":
      return !expression.matchers.some(
        ({ label: name, operator, value }) => name === label && operator === "=" && value === "",
      );
    case "subquery":
    case "parentheses":
    case "unary":
      return mayHaveLabel(expression.operand, label);
    case "call":
      return callMayHave(expression, label);
    case "aggregation":
      return aggregationMayHave(expression, label);
    case "binary":
      return binaryMayHave(expression, label);
    default:
      return expression.kind === "unknown";
  }
}

function holds(list: PromqlLabelList | undefined, label: string): boolean {
  return list?.labels.some(({ name }) => name === label) ?? false;
}

function callMayHave(call: PromqlCall, label: string): boolean {
  const { name, arguments: given } = call;
  if (name === "info") return true;
  if (ABSENT.has(name)) return absentMayHave(given[0], label);
  if (WRITERS.has(name) && textOf(given[1]) === label) return true;
  const operand = seriesOf(call);
  if (!operand) return false;
  if (label === "le" && name === "histogram_quantile") return false;
  return mayHaveLabel(operand, label);
}

/** Functions whose second argument is a label that they write. */
const WRITERS: ReadonlySet<string> = new Set(["label_replace", "label_join", "histogram_quantiles"]);

function textOf(expression: PromqlExpression | undefined): string | undefined {
  return expression?.kind === "string" ? expression.value : undefined;
}

/** The argument of a function that brings the series; undefined when there is none. */
export function seriesOf({ name, arguments: given }: PromqlCall): PromqlExpression | undefined {
  const parameters = promqlFunctions.get(name)?.parameters ?? [];
  const index = parameters.findIndex(({ type }) => type === "vector" || type === "matrix");
  return index === -1 ? undefined : given[index];
}

/** `absent` makes up its labels: those that the selector compares with `=`, each once. */
function absentMayHave(operand: PromqlExpression | undefined, label: string): boolean {
  const selector = operand && withoutParentheses(operand);
  if (selector?.kind !== "selector") return false;
  const own = selector.matchers.filter((matcher) => matcher.label === label);
  return own[0]?.operator === "=" && own[0].value !== "";
}

function aggregationMayHave(aggregation: PromqlAggregation, label: string): boolean {
  const { name, by, without, operand, parameter } = aggregation;
  if (name === "count_values" && textOf(parameter) === label) return true;
  const isKept = PICKING.has(name) || (by ? holds(by, label) : without !== undefined && !holds(without, label));
  return isKept && mayHaveLabel(operand, label);
}

function binaryMayHave(binary: PromqlBinary, label: string): boolean {
  const { left, right, operator, on, ignoring, many, included } = binary;
  const [isLeft, isRight] = [mayHaveLabel(left, label), mayHaveLabel(right, label)];
  if (operator === "or") return isLeft || isRight;
  if (operator === "and" || operator === "unless") return isLeft;
  if (isNumeric(left) || isNumeric(right)) return isLeft || isRight;
  if (many) return (many === "left" ? isLeft : isRight) || (holds(included, label) && (isLeft || isRight));
  if (on) return holds(on, label) && (isLeft || isRight);
  return !holds(ignoring, label) && isLeft;
}

/**
 * What has to change so that the series of an expression keep a label; nothing when they may have it. Undefined when no change is certain
 * to leave the rest as it is meant.
 */
export function keepLabel(expression: PromqlExpression, label: string): readonly PromqlEdit[] | undefined {
  if (mayHaveLabel(expression, label)) return [];
  switch (expression.kind) {
    case "subquery":
    case "parentheses":
    case "unary":
      return keepLabel(expression.operand, label);
    case "call": {
      const operand = ABSENT.has(expression.name) || isNumeric(expression) ? undefined : seriesOf(expression);
      return operand && !mayHaveLabel(operand, label) ? keepLabel(operand, label) : undefined;
    }
    case "aggregation": {
      const inner = keepLabel(expression.operand, label);
      return inner && [...groupingEdits(expression, label), ...inner];
    }
    case "binary":
      return keepInBinary(expression, label);
    default:
      return undefined;
  }
}

function keepInBinary(binary: PromqlBinary, label: string): readonly PromqlEdit[] | undefined {
  const { left, right, operator, on, ignoring, many } = binary;
  if (operator === "or") return undefined;
  if (isNumeric(left)) return keepLabel(right, label);
  if (isNumeric(right)) return keepLabel(left, label);
  if (holds(ignoring, label)) return undefined;
  if (on && !holds(on, label)) {
    const isLeftKept = operator === "and" || operator === "unless" || many === "left";
    if (isLeftKept) return keepLabel(left, label);
    return many === "right" ? keepLabel(right, label) : undefined;
  }
  const edits = [keepLabel(left, label), keepLabel(right, label)];
  return edits.every((edit) => edit !== undefined) ? edits.flat() : undefined;
}

/** What lets an aggregation keep a label; nothing when it does. */
export function groupingEdits(aggregation: PromqlAggregation, label: string): readonly PromqlEdit[] {
  const { name, nameEnd, by, without, parameter = aggregation.operand } = aggregation;
  if (PICKING.has(name) || holds(by, label)) return [];
  if (by) {
    const last = by.labels.at(-1);
    // `le` comes first, as everybody writes it.
    if (label === "le" && last) return [inserted(by.labels[0]?.start ?? last.start, "le, ")];
    return [last ? inserted(last.end, `, ${label}`) : inserted(by.end - 1, label)];
  }
  if (without) return withoutEdits(without, label);
  const isTight = nameEnd + 1 === parameter.start;
  return [inserted(nameEnd, ` by (${label})${isTight ? " " : ""}`)];
}

function withoutEdits({ labels }: PromqlLabelList, label: string): readonly PromqlEdit[] {
  const index = labels.findIndex(({ name }) => name === label);
  const own = labels[index];
  if (!own) return [];
  const [before, next] = [labels[index - 1], labels[index + 1]];
  if (next) return [{ start: own.start, end: next.start, newText: "" }];
  return [{ start: before?.end ?? own.start, end: own.end, newText: "" }];
}

function inserted(at: number, newText: string): PromqlEdit {
  return { start: at, end: at, newText };
}

/** true when a selector compares a label in any way. */
export function matchesLabel({ matchers }: PromqlSelector, label: string): boolean {
  return matchers.some((matcher) => matcher.label === label);
}
