import type { AnchorIndex } from "./anchors.ts";

/**
 * Where a separately parsed part of a text begins. Its nodes count from here, so when text before the part changes, moving the origin
 * moves all of them and nothing else has to be touched.
 */
export class Origin {
  offset: number;
  /** Anchors of the document that the part stands in. */
  readonly anchors: AnchorIndex;

  constructor(offset: number, anchors: AnchorIndex) {
    this.offset = offset;
    this.anchors = anchors;
  }
}
