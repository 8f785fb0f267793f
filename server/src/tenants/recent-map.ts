/** A map of at most so many entries: a new one pushes out the one that was not asked for the longest. */
export class RecentMap<K, V> {
  readonly #entries = new Map<K, V>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The value of a key, made and kept when there is none. */
  getOrMake(key: K, make: () => V): V {
    const value = this.#entries.get(key) ?? make();
    // A map is in the order of insertion, so what is inserted anew is the last to go.
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.#limit) this.#dropOldest();
    return value;
  }

  /** The value of a key; to look at it does not count as asking for it. */
  peek(key: K): V | undefined {
    return this.#entries.get(key);
  }

  clear(): void {
    this.#entries.clear();
  }

  #dropOldest(): void {
    for (const key of this.#entries.keys()) {
      this.#entries.delete(key);
      return;
    }
  }
}
