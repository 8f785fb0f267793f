/** Slots for hashes; a power of two. */
const SLOTS = 4_096;

/** Slots that are looked at for one hash before it is given up. */
const PROBES = 32;

/** A small set of hashes that is emptied very often: several times faster than a `Set` for that. */
export class HashMarks {
  readonly #hashes = new Int32Array(SLOTS);
  readonly #rounds = new Int32Array(SLOTS);
  #round = 0;

  clear(): void {
    this.#round++;
  }

  /** Adds a hash; false when it is there already, or when there is no room for it. */
  add(hash: number): boolean {
    for (let probe = 0; probe < PROBES; probe++) {
      const slot = (hash + probe) & (SLOTS - 1);
      if (this.#rounds[slot] !== this.#round) {
        this.#rounds[slot] = this.#round;
        this.#hashes[slot] = hash;
        return true;
      }
      if (this.#hashes[slot] === hash) return false;
    }
    return false;
  }
}
