/** Starts a delayed call and returns how to cancel it. Injected, so that tests need no clock. */
export type Timer = (callback: () => void, milliseconds: number) => () => void;

/** Longest wait before a changed document is checked. */
const MAXIMUM_DELAY = 200;

interface Entry {
  cancel: (() => void) | undefined;
  running: boolean;
  /** Changed while it was being checked. */
  dirty: boolean;
  lastDuration: number;
}

/**
 * Decides when documents are checked: at once while checking is fast, otherwise after a pause as long as the last check took.
 * One document is never checked twice at a time; what changed during a check is checked again behind it.
 */
export class Scheduler {
  readonly #entries = new Map<string, Entry>();
  readonly #check: (uri: string) => Promise<void>;
  readonly #timer: Timer;
  readonly #now: () => number;

  constructor(check: (uri: string) => Promise<void>, timer: Timer, now: () => number) {
    this.#check = check;
    this.#timer = timer;
    this.#now = now;
  }

  /** The document changed: it will be checked soon, in its newest version. */
  schedule(uri: string): void {
    const entry = this.#entries.get(uri) ?? { cancel: undefined, running: false, dirty: false, lastDuration: 0 };
    this.#entries.set(uri, entry);
    if (entry.running) {
      entry.dirty = true;
      return;
    }
    entry.cancel?.();
    entry.cancel = this.#timer(() => void this.#run(uri, entry), Math.min(entry.lastDuration, MAXIMUM_DELAY));
  }

  /** The document was closed: a waiting check is dropped. */
  forget(uri: string): void {
    this.#entries.get(uri)?.cancel?.();
    this.#entries.delete(uri);
  }

  dispose(): void {
    for (const uri of [...this.#entries.keys()]) this.forget(uri);
  }

  async #run(uri: string, entry: Entry): Promise<void> {
    entry.cancel = undefined;
    entry.running = true;
    const start = this.#now();
    await this.#check(uri);
    entry.lastDuration = this.#now() - start;
    entry.running = false;
    if (!entry.dirty || this.#entries.get(uri) !== entry) return;
    entry.dirty = false;
    this.schedule(uri);
  }
}
