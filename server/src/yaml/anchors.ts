import type { Node } from "./node.ts";

/** A node with an anchor. */
export interface Anchored {
  readonly name: string;
  /** Offset of the node in the document as it is now. */
  readonly start: () => number;
  readonly node: () => Node;
  /** true when neither the node nor what was parsed together with it holds aliases. It then is the same as long as this object is. */
  readonly standsAlone: boolean;
}

/** The anchored nodes of a document. One index serves all versions of a document: its content is replaced with each. */
export class AnchorIndex {
  #byName: ReadonlyMap<string, readonly Anchored[]> = new Map();

  /** Takes the anchors of a new version, in document order. */
  replace(anchors: readonly Anchored[]): void {
    if (anchors.length === 0 && this.#byName.size === 0) return;
    this.#byName = Map.groupBy(anchors, ({ name }) => name);
  }

  /** The anchor that an alias at an offset stands for: the nearest one of the name before it (YAML 1.2.2, 7.1); undefined when there is none. */
  find(name: string, before: number): Anchored | undefined {
    const candidates = this.#byName.get(name) ?? [];
    let low = 0;
    let high = candidates.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((candidates[middle]?.start() ?? 0) < before) low = middle + 1;
      else high = middle;
    }
    return candidates[low - 1];
  }
}
