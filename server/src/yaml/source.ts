import { LineIndex } from "../text/line-index.ts";
import type { Node, ParsedFile } from "./node.ts";
import { parseJson } from "./parse-json.ts";
import { parseYaml } from "./parse-yaml.ts";

/** The two notations of a tenant file. */
export type Notation = "yaml" | "json";

/** The text of a file with everything that was read from it. Immutable: a new version of the text is a new source. */
export interface Source {
  readonly text: string;
  readonly notation: Notation;
  readonly lines: LineIndex;
  readonly file: ParsedFile;
}

/** Parses text. Never throws; faults are in `file.problems`. */
export function parseSource(text: string, notation: Notation): Source {
  const file = notation === "json" ? parseJson(text) : parseYaml(text);
  return { text, notation, lines: new LineIndex(text), file };
}

/** Root node of the configuration: that of the first document. Undefined when it holds nothing. */
export function rootOf(source: Source): Node | undefined {
  return source.file.documents[0].root;
}
