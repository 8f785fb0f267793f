/** Starts a delayed call and returns how to cancel it. Injected, so that tests need no clock. */
export type Timer = (callback: () => void, milliseconds: number) => () => void;

/** A check that is at most this long (milliseconds) is no burden while somebody types: it follows every keystroke at once. */
const QUICK_CHECK = 40;

/** Longest wait before a changed document is checked. */
const MAXIMUM_DELAY = 200;

interface Entry {
  cancel: (() => void) | undefined;
  running: boolean;
  /** Changed while it was being checked. */
  dirty: boolean;
  /** Closed while it was being checked. */
  forgotten: boolean;
  /** Of a check that followed a change. The first one of a document says nothing about those: it has everything to do. */
  lastDuration: number;
  isFirst: boolean;
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

  /** `check` says itself what went wrong in it; a throw only ends that check. */
  constructor(check: (uri: string) => Promise<void>, timer: Timer, now: () => number) {
    this.#check = check;
    this.#timer = timer;
    this.#now = now;
  }

  /** The document changed: it will be checked soon, in its newest version. */
  schedule(uri: string): void {
    const entry = this.#entries.get(uri) ?? newEntry();
    this.#entries.set(uri, entry);
    if (entry.running) {
      entry.dirty = true;
      entry.forgotten = false;
      return;
    }
    entry.cancel?.();
    // Even without a delay the timer lets messages that have arrived go first, so that a storm of edits is one check.
    const delay = entry.lastDuration <= QUICK_CHECK ? 0 : Math.min(entry.lastDuration, MAXIMUM_DELAY);
    entry.cancel = this.#timer(() => void this.#run(uri, entry), delay);
  }

  /** The document was closed: a waiting check is dropped. */
  forget(uri: string): void {
    const entry = this.#entries.get(uri);
    if (!entry) return;
    entry.cancel?.();
    // What runs can not be stopped. It stays known, so that a document that is opened again waits for it.
    if (!entry.running) this.#entries.delete(uri);
    entry.dirty = false;
    entry.forgotten = true;
  }

  /** Drops every waiting check. */
  dispose(): void {
    for (const uri of [...this.#entries.keys()]) this.forget(uri);
  }

  async #run(uri: string, entry: Entry): Promise<void> {
    entry.cancel = undefined;
    entry.running = true;
    const start = this.#now();
    try {
      await this.#check(uri);
    } catch {
      // The queue has to go on; the check has told what went wrong.
    }
    entry.lastDuration = entry.isFirst ? 0 : this.#now() - start;
    entry.isFirst = false;
    entry.running = false;
    if (entry.forgotten) this.#entries.delete(uri);
    if (!entry.dirty) return;
    entry.dirty = false;
    this.schedule(uri);
  }
}

function newEntry(): Entry {
  return { cancel: undefined, running: false, dirty: false, forgotten: false, lastDuration: 0, isFirst: true };
}
