import type { SequenceIndentation } from "../../settings.ts";
import type { Level, Structure } from "./structure.ts";

/** How a file is laid out. */
export interface LayoutStyle {
  /** Columns from a key to the keys below it. */
  readonly step: number;
  /** Columns from a key to the dashes below it; 0 when they stand in its column. */
  readonly listStep: number;
  /** Spaces behind a dash. */
  readonly dashGap: number;
}

/** Wider indentation than this is a slip, not a style. */
const WIDEST_STEP = 8;

/**
 * The style most of a file has. What the file does not show is taken from `fallbackStep`, the indentation of the editor.
 * A list is never indented further than its file's mappings.
 */
export function styleOf(structure: Structure, sequences: SequenceIndentation, fallbackStep: number): LayoutStyle {
  const steps = new Tally();
  const listSteps = new Tally();
  const gaps = new Tally();
  for (const level of structure.levels) {
    if (!level.parent) continue;
    if (level.inline) gaps.add(level.column - level.parent.column - 1);
    else if (level.parent.kind === "map") {
      (level.kind === "map" ? steps : listSteps).add(level.column - level.parent.column);
    }
  }
  const step = steps.most((width) => width > 0) ?? clamp(fallbackStep);
  const indented = listSteps.most((width) => width > 0) ?? step;
  const isFlush = sequences === "keep" ? listSteps.most(() => true) === 0 : sequences === "flush";
  return { step, listStep: isFlush ? 0 : Math.min(indented, step), dashGap: gaps.most((width) => width > 0) ?? 1 };
}

/** New column of every collection. Collections for which `isFixed` holds stay where they are. */
export function newColumns(
  structure: Structure,
  style: LayoutStyle,
  isFixed: (level: Level) => boolean,
): ReadonlyMap<Level, number> {
  const columns = new Map<Level, number>();
  for (const level of structure.levels) {
    columns.set(level, isFixed(level) ? level.column : wantedColumn(level, columns, style));
  }
  return columns;
}

function wantedColumn(level: Level, columns: ReadonlyMap<Level, number>, style: LayoutStyle): number {
  const { parent } = level;
  if (!parent) return 0;
  const base = columns.get(parent) ?? parent.column;
  if (parent.kind === "sequence") return base + 1 + style.dashGap;
  return base + (level.kind === "map" ? style.step : style.listStep);
}

function clamp(step: number): number {
  return Number.isInteger(step) && step > 0 && step <= WIDEST_STEP ? step : 2;
}

/** Counts widths. */
class Tally {
  readonly #counts = new Map<number, number>();

  add(width: number): void {
    if (width <= WIDEST_STEP) this.#counts.set(width, (this.#counts.get(width) ?? 0) + 1);
  }

  /** The width that was counted most, the smaller one of two; undefined when none fits. */
  most(fits: (width: number) => boolean): number | undefined {
    const candidates = [...this.#counts].filter(([width]) => fits(width));
    return candidates.sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
  }
}
