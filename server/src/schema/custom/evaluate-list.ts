import type { Value } from "../../yaml/value.ts";
import { itemSchemas } from "./links.ts";
import { adoptChild, childPlace, identityOf, type Judging } from "./outcome.ts";
import type { JsonSchema } from "./schema-object.ts";

/** Judges the keywords about lists. */
export function judgeList(judging: Judging, value: readonly Value[]): void {
  const { schema, place, faults } = judging;
  const { minItems, maxItems } = schema;
  if (minItems !== undefined && value.length < minItems) faults.push({ keyword: "minItems", schema, place });
  if (maxItems !== undefined && value.length > maxItems) faults.push({ keyword: "maxItems", schema, place });
  if (schema.uniqueItems === true) judgeUnique(judging, value);
  judgeItems(judging, value);
  if (schema.contains !== undefined) judgeContains(judging, schema.contains, value);
  if (schema.unevaluatedItems !== undefined) judgeUnevaluated(judging, schema.unevaluatedItems, value);
}

function judgeItems(judging: Judging, value: readonly Value[]): void {
  const { schema, run, place, scope, evaluated, faults } = judging;
  const { first, rest, restKeyword } = itemSchemas(schema);
  if (first.length === 0 && rest === undefined) return;
  if (rest === false && value.length > first.length) {
    faults.push({ keyword: restKeyword, schema, place, count: first.length });
  }
  value.forEach((item, index) => {
    const rule = first[index] ?? (index >= first.length && rest !== false ? rest : undefined);
    if (rule === undefined) return;
    adoptChild(judging, run.evaluate(run, rule, item, childPlace(place, index), scope));
    evaluated?.indexes.add(index);
  });
  if (rest !== undefined && evaluated) evaluated.allItems = true;
}

function judgeContains(judging: Judging, contains: JsonSchema, value: readonly Value[]): void {
  const { schema, run, place, scope, evaluated, faults } = judging;
  const { minContains = 1, maxContains } = schema;
  const marks = run.links.resources.get(schema)?.dialect.containsEvaluates ?? true;
  let found = 0;
  let certain = 0;
  value.forEach((item, index) => {
    const outcome = run.evaluate(run, contains, item, childPlace(place, index), scope);
    if (outcome.faults.length > 0) return;
    found++;
    if (outcome.uncertain) judging.uncertain = true;
    else certain++;
    if (marks) evaluated?.indexes.add(index);
  });
  if (found < minContains) faults.push({ keyword: "contains", schema, place, count: found });
  if (maxContains !== undefined && certain > maxContains)
    faults.push({ keyword: "maxContains", schema, place, count: certain });
}

function judgeUnique({ schema, place, faults, run }: Judging, value: readonly Value[]): void {
  const seen = new Map<string, number>();
  value.forEach((item, index) => {
    if (typeof item === "object" && item !== null && run.placeholders.has(item)) return;
    const identity = identityOf(item);
    const earlier = seen.get(identity);
    if (earlier === undefined) seen.set(identity, index);
    else faults.push({ keyword: "uniqueItems", schema, place, indexes: [earlier, index] });
  });
}

function judgeUnevaluated(judging: Judging, rule: JsonSchema, value: readonly Value[]): void {
  const { schema, run, place, scope, evaluated, faults } = judging;
  if (!evaluated || evaluated.allItems) return;
  const left = value.flatMap((_, index) => (evaluated.indexes.has(index) ? [] : [index]));
  if (rule === false && left.length > 0 && !judging.uncertain)
    faults.push({ keyword: "unevaluatedItems", schema, place, indexes: left });
  if (rule !== false) {
    for (const index of left)
      adoptChild(judging, run.evaluate(run, rule, value[index] ?? null, childPlace(place, index), scope));
  }
  evaluated.allItems = true;
}
