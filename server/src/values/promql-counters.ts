import type { PromqlBinary, PromqlCall, PromqlExpression, PromqlSelector } from "./promql-expression.ts";
import { expressionsIn } from "./promql-expression.ts";
import { isNumeric, seriesOf } from "./promql-labels.ts";

/** A counter whose value since the start of its process goes into the value of an expression. */
export interface RawCounter {
  readonly selector: PromqlSelector;
  /** true when it is added up or divided on the way, after which nothing can tell its restarts any more. */
  readonly isMixed: boolean;
}

/** Finds counters that are taken as they are. */
export class RawCounters {
  readonly #gauges: ReadonlySet<string>;
  /** Names of the metrics in the expression. */
  readonly #names: ReadonlySet<string>;

  /** `gauges` are metrics that are none, whatever their names. */
  constructor(tree: PromqlExpression, gauges: readonly string[]) {
    this.#gauges = new Set(gauges);
    const selectors = expressionsIn(tree).filter((expression) => expression.kind === "selector");
    this.#names = new Set(selectors.map(({ name }) => name ?? ""));
  }

  /** The counters whose values go into that of an expression, from left to right. */
  in(expression: PromqlExpression, isMixed = false): readonly RawCounter[] {
    switch (expression.kind) {
      case "selector":
        return !expression.range && this.#isCounter(expression.name ?? "") ? [{ selector: expression, isMixed }] : [];
      case "parentheses":
      case "unary":
        return this.in(expression.operand, isMixed);
      case "call":
        return this.#inCall(expression, isMixed);
      case "aggregation":
        return PASSING_AGGREGATIONS.has(expression.name)
          ? this.in(expression.operand, isMixed || MIXING.has(expression.name))
          : [];
      case "binary":
        return this.#inBinary(expression, isMixed);
      default:
        return [];
    }
  }

  #inCall(call: PromqlCall, isMixed: boolean): readonly RawCounter[] {
    const operand = PASSING_FUNCTIONS.has(call.name) ? seriesOf(call) : undefined;
    return operand ? this.in(operand, isMixed) : [];
  }

  #inBinary({ operator, left, right }: PromqlBinary, isMixed: boolean): readonly RawCounter[] {
    if (operator === "and" || operator === "unless") return this.in(left, isMixed);
    if (operator === "or") return [...this.in(left, isMixed), ...this.in(right, isMixed)];
    if (!ARITHMETIC.has(operator)) return [];
    if (isNumeric(left)) return isConstant(left) ? this.in(right, isMixed) : [];
    if (isNumeric(right)) return isConstant(right) ? this.in(left, isMixed) : [];
    // The difference of two counters is what is there now, and one counter in relation to a gauge may be a gauge itself.
    if (operator === "-") return [];
    const sides = [left, right].map((side) => this.in(side, isMixed || operator !== "*"));
    return operator !== "*" && sides.some((counters) => counters.length === 0) ? [] : sides.flat();
  }

  #isCounter(name: string): boolean {
    if (name.includes(":") || name.startsWith("aws_") || this.#gauges.has(name)) return false;
    const [, base, suffix] = /^(.+)_(total|bucket|count|sum)$/.exec(name) ?? [];
    if (base === undefined) return false;
    if (suffix === "total") return !CAPACITY.test(base) && !STATE.test(base);
    const isSibling = ["bucket", "count", "sum"].some(
      (other) => other !== suffix && this.#names.has(`${base}_${other}`),
    );
    return isSibling || MEASURED.test(base);
  }
}

/** What a total may be of without growing: as many as there are. */
const CAPACITY =
  /(?:^|_)(?:memory|mem|ram|swap|disk|storage|space|capacity|quota|limit|size|budget|cores?|v?cpus?|gpus?|slots|workers|threads|nodes|hosts|instances|replicas|pods|containers|partitions|shards|seats|licen[cs]es|users|accounts|tenants|customers|subscribers)$/;

/** What there is at the moment. */
const STATE =
  /(?:^|_)(?:ready|pending|queued|waiting|unacked|unacknowledged|active|open|current|available|free|running|idle|connected|online|offline|todo|remaining|inflight|in_flight)(?:_|$)/;

/** What histograms and summaries measure. Other metrics with such an end often are gauges: `pg_stat_activity_count`, `objects_in_bucket`. */
const MEASURED = /_(?:seconds|milliseconds|microseconds|nanoseconds|ms|minutes|bytes|duration|latency|ratio)$/;

const PASSING_FUNCTIONS: ReadonlySet<string> = new Set([
  ...["abs", "ceil", "floor", "round", "clamp", "clamp_min", "clamp_max", "label_replace", "label_join"],
  ...["sort", "sort_desc", "sort_by_label", "sort_by_label_desc"],
]);

const PASSING_AGGREGATIONS: ReadonlySet<string> = new Set([
  ...["sum", "avg", "min", "max", "quantile", "topk", "bottomk"],
]);

const MIXING: ReadonlySet<string> = new Set(["sum", "avg"]);

const ARITHMETIC: ReadonlySet<string> = new Set(["+", "-", "*", "/"]);

/** true for a number that does not depend on time or on series. */
export function isConstant(expression: PromqlExpression): boolean {
  return isNumeric(expression) && expressionsIn(expression).every(({ kind }) => kind !== "call");
}

/** The number that an expression without calls and series stands for; undefined when it has to be computed. */
export function constantOf(expression: PromqlExpression): number | undefined {
  if (expression.kind === "number") return expression.value;
  if (expression.kind === "parentheses") return constantOf(expression.operand);
  if (expression.kind !== "unary") return undefined;
  const value = constantOf(expression.operand);
  return value === undefined || expression.operator === "+" ? value : -value;
}
