import type { FormatName } from "./report-format.ts";

/** Milliseconds that pass before the line is shown at all, and between two changes of it. */
const PAUSE = 100;

/** Moves to the start of the line and empties it. */
const ERASE = "\r\u001B[2K";

/** The line that says how far a run is. */
export interface Progress {
  /** So many files are done. How many there are nobody knows before the last folder was read. */
  show(done: number): void;
  /** Takes the line away, so that something else can be written; the next `show` brings it back. */
  clear(): void;
}

/** Where a run writes to and what it was told. */
export interface ProgressQuestion {
  /** Standard error is a terminal. */
  readonly errorIsTerminal: boolean;
  /** Standard output is a terminal. */
  readonly outIsTerminal: boolean;
  readonly format: FormatName;
  /** false for `--no-progress`. */
  readonly wanted: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** true when somebody watches who likes to see progress: never in CI, and never in the middle of JSON on the same terminal. */
export function showsProgress(question: ProgressQuestion): boolean {
  const { CI: ci = "", TERM: term } = question.environment;
  const isWatched = question.errorIsTerminal && ["", "0", "false"].includes(ci) && term !== "dumb";
  return question.wanted && isWatched && (question.format === "pretty" || !question.outIsTerminal);
}

/** Nobody watches. */
export const NO_PROGRESS: Progress = { show: () => undefined, clear: () => undefined };

/** A line on a terminal, changed ten times a second at most. `now` is a clock in milliseconds. */
export function progressLine(write: (text: string) => void, now: () => number): Progress {
  let changed = now();
  let isShown = false;
  return {
    show: (done) => {
      if (now() - changed < PAUSE) return;
      changed = now();
      isShown = true;
      write(`${ERASE}Checked ${done.toLocaleString("en")} files …`);
    },
    clear: () => {
      if (isShown) write(ERASE);
      isShown = false;
    },
  };
}
