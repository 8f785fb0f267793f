import * as l10n from "@vscode/l10n";
import { problem, shown } from "./define-language.ts";
import { nearest } from "./edit-distance.ts";
import type { ValueProblem } from "./scalar-language.ts";

/** What one of the five fields of a cron expression may hold. */
export interface CronField {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Names accepted instead of numbers; the first one means `min`. */
  readonly names: readonly string[];
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/** The five fields in their order. Sunday is 0 or 7. */
export const CRON_FIELDS: readonly CronField[] = [
  { name: l10n.t("minute"), min: 0, max: 59, names: [] },
  { name: l10n.t("hour"), min: 0, max: 23, names: [] },
  { name: l10n.t("day of month"), min: 1, max: 31, names: [] },
  { name: l10n.t("month"), min: 1, max: 12, names: MONTHS },
  { name: l10n.t("day of week"), min: 0, max: 7, names: WEEKDAYS },
];

/** The values a field selects, and what is advised about its spelling. */
export interface CronFieldValue {
  /** Ascending, without repetition; Sunday is 0. */
  readonly values: readonly number[];
  /** Whether the field restricts nothing (`*`). */
  readonly every: boolean;
  /** `5/15`: some programs take it as `5-59/15`, others refuse it. */
  readonly openStep?: ValueProblem;
}

/** Reads one field, which starts at `offset` of the expression; the answer is its values or its first fault. */
export function readCronField(text: string, offset: number, field: CronField): CronFieldValue | ValueProblem {
  const values = new Set<number>();
  let openStep: ValueProblem | undefined;
  let start = offset;
  for (const item of text.split(",")) {
    const found = readItem(item, start, field);
    if ("message" in found) return found;
    for (let value = found.from; value <= found.to; value += found.step)
      values.add(field.max === 7 ? value % 7 : value);
    openStep ??= found.openStep;
    start += item.length + 1;
  }
  const sorted = [...values].sort((a, b) => a - b);
  return { values: sorted, every: text === "*" || text === "*/1", ...(openStep && { openStep }) };
}

interface Item {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly openStep?: ValueProblem;
}

function readItem(item: string, start: number, field: CronField): Item | ValueProblem {
  if (item === "")
    return problem(Math.max(0, start - 1), start, l10n.t`A value is missing beside \`,\` in the ${field.name}`);
  const slash = item.indexOf("/");
  const base = slash < 0 ? item : item.slice(0, slash);
  const step = slash < 0 ? 1 : readStep(item.slice(slash + 1), start + slash + 1, field);
  if (typeof step !== "number") return step;
  if (base === "*") return { from: field.min, to: field.max === 7 ? 6 : field.max, step };
  const dash = base.indexOf("-");
  if (dash === 0) return problem(start, start + base.length, l10n.t`${shown(base)} is negative: ${bounds(field)}`);
  const from = readValue(dash < 0 ? base : base.slice(0, dash), start, field);
  if (typeof from !== "number") return from;
  if (dash < 0) {
    if (slash < 0) return { from, to: from, step };
    const message = l10n.t`${shown(item)} is not understood everywhere: write \`${from}-${field.max}/${step}\``;
    return {
      from,
      to: field.max,
      step,
      openStep: problem(start, start + item.length, message, `${from}-${field.max}/${step}`),
    };
  }
  const to = readValue(base.slice(dash + 1), start + dash + 1, field);
  if (typeof to !== "number") return to;
  if (to >= from) return { from, to, step };
  const message =
    field.max === 7
      ? l10n.t`The range ${shown(base)} runs backwards: write the smaller value first (the week begins with Sunday, 0; Sunday at the end is 7)`
      : l10n.t`The range ${shown(base)} runs backwards: write the smaller value first`;
  return problem(start, start + base.length, message);
}

function readStep(text: string, start: number, field: CronField): number | ValueProblem {
  if (/^\d{1,3}$/.test(text) && Number(text) > 0) return Number(text);
  const message =
    text === ""
      ? l10n.t`A step above zero is expected after \`/\` in the ${field.name}, found nothing`
      : l10n.t`A step above zero is expected after \`/\` in the ${field.name}, found ${shown(text)}`;
  return problem(text === "" ? start - 1 : start, start + text.length, message);
}

function readValue(text: string, start: number, field: CronField): number | ValueProblem {
  const end = start + text.length;
  if (/^\d{1,4}$/.test(text)) {
    const value = Number(text);
    if (value >= field.min && value <= field.max) return value;
    return problem(start, end, l10n.t`${shown(text)} is outside the ${field.name}: ${bounds(field)}`);
  }
  const named = field.names.indexOf(text.toUpperCase());
  if (named >= 0) return named + field.min;
  if (text === "")
    return problem(Math.max(0, start - 1), start, l10n.t`A value is missing beside \`-\` in the ${field.name}`);
  if (text === "?") return problem(start, end, l10n.t("`?` belongs to Quartz schedules: write `*`"));
  if (/^(?:L|LW|\d+[LW]|\d+#\d+)$/i.test(text)) {
    return problem(
      start,
      end,
      l10n.t`${shown(text)} belongs to Quartz schedules and can not be used here: ${bounds(field)}`,
    );
  }
  const near = text.length > 12 ? undefined : nearest(text.toUpperCase(), field.names, 1);
  const hint = near === undefined ? bounds(field) : l10n.t`did you mean \`${near}\`?`;
  return problem(start, end, l10n.t`${shown(text)} is not a ${field.name}: ${hint}`);
}

function bounds(field: CronField): string {
  const { names, min, max } = field;
  const [first, last] = [names[0], names[names.length - 1]];
  if (first === undefined || last === undefined) return l10n.t`use a number from ${min} to ${max}`;
  return l10n.t`use a number from ${min} to ${max}, or a name from ${first} to ${last}`;
}
