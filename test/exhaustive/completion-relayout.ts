import { isMap, parseDocument } from "yaml";

/** How a document is laid out. */
export interface Layout {
  readonly indent: 2 | 4;
  /** true when list items are indented below their key. */
  readonly indentedLists: boolean;
  readonly lineBreak: "\n" | "\r\n";
}

/** Every combination of the three choices. */
export const LAYOUTS: readonly Layout[] = ([2, 4] as const).flatMap((indent) =>
  [true, false].flatMap((indentedLists) =>
    (["\n", "\r\n"] as const).map((lineBreak) => ({ indent, indentedLists, lineBreak })),
  ),
);

/** Names of the top-level keys of a document, those of shared parts (`x-…`) excepted. */
export function sectionsOf(text: string): readonly string[] {
  const { contents } = parseDocument(text);
  if (!isMap(contents)) return [];
  return contents.items.map((pair) => String(pair.key)).filter((name) => !name.startsWith("x-"));
}

/** The document with only one of its top-level keys and the shared parts, comments included, in another layout. */
export function relayout(text: string, section: string, layout: Layout): string {
  const document = parseDocument(text);
  if (isMap(document.contents)) {
    document.contents.items = document.contents.items.filter((pair) => {
      const name = String(pair.key);
      return name === section || name.startsWith("x-");
    });
  }
  const written = document.toString({ indent: layout.indent, indentSeq: layout.indentedLists, lineWidth: 0 });
  return written.replace(/\n/g, layout.lineBreak);
}

/** A generator of numbers from 0 up to 1 that gives the same numbers for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
