import { nearest } from "../../values/edit-distance.ts";

/** Most names that are compared for one fault: what a check costs must not grow with the square of the file. */
const MOST_COMPARED = 300;

/** Names as facts of a rule: looked up quickly, and compared by what they are. */
export class Names extends Set<string> {
  /** The name most like a word, or one of some other words; of very many names none. */
  nearest(word: string, others: readonly string[] = []): string | undefined {
    return nearest(word, this.size > MOST_COMPARED ? others : [...others, ...this]);
  }

  /** The first names, without a look at the others. */
  first(count: number): readonly string[] {
    const found: string[] = [];
    for (const name of this) {
      if (found.length === count) break;
      found.push(name);
    }
    return found;
  }

  toJSON(): readonly string[] {
    return [...this];
  }
}
