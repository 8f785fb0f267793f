import { isBlock } from "../../yaml/block.ts";
import { itemAt, ownPair } from "../../yaml/navigate.ts";
import type { Node } from "../../yaml/node.ts";
import type { Place } from "../place.ts";

/**
 * true for a value that stands in the file where its path says, false for one that an alias or a merge brings in. A rule about how something
 * is written speaks of it once, where it is written.
 */
export function isWrittenHere({ model, path, written }: Place): boolean {
  // Without an anchor there is nothing that an alias could bring in, and the walk from the root can be saved.
  if (!model.source.text.includes("&")) return true;
  let node: Node | undefined = model.root;
  for (const step of path) {
    if (node?.kind === "map") node = ownPair(node, String(step))?.value;
    else if (node?.kind === "sequence") node = itemAt(node, Number(step));
    else return false;
  }
  return node === written || (node !== undefined && isBlock(node) && node.start === written.start);
}
