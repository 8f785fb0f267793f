/**
 * A map of what was asked for last: at least so many entries as its limit, at most twice as many. Entries move between two maps that are
 * dropped as a whole. A single map from which old entries are deleted would be rehashed all the time, and V8 lets each table it gives up
 * point to the next one: once one of them is old, whatever the later ones held stays in memory until the next full collection.
 */
export class RecentMap<K, V> {
  #recent = new Map<K, V>();
  #older: ReadonlyMap<K, V> = new Map();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The value of a key, made and kept when there is none. */
  getOrMake(key: K, make: () => V): V {
    const known = this.get(key);
    if (known !== undefined) return known;
    const value = make();
    this.set(key, value);
    return value;
  }

  /** The value of a key, which is asked for by that; undefined when there is none. */
  get(key: K): V | undefined {
    const recent = this.#recent.get(key);
    if (recent !== undefined) return recent;
    const older = this.#older.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  /** Keeps a value. */
  set(key: K, value: V): void {
    if (this.#recent.size === this.#limit && !this.#recent.has(key)) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(key, value);
  }

  /** The value of a key; to look at it does not count as asking for it. */
  peek(key: K): V | undefined {
    return this.#recent.get(key) ?? this.#older.get(key);
  }

  clear(): void {
    this.#recent = new Map();
    this.#older = new Map();
  }
}
