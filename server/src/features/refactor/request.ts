import type { Range } from "vscode-languageserver-types";
import { canonical } from "../../tenants/uri-path.ts";
import type { VariableList } from "./extract-variable.ts";

/** Where refactorings are asked for. */
export interface AskedPlace {
  readonly range: Range;
  /** true when somebody asks for refactorings; false for the light bulb, which shows what belongs to the place alone. */
  readonly isAsked: boolean;
}

/** What refactorings need to know beyond the model of the file. */
export interface RefactorRequest extends AskedPlace {
  /** Path of the file in its workspace. */
  readonly path: string;
  /** `.env.example` of its workspace folder; undefined for a file in none. */
  readonly variables: VariableList | undefined;
  /** true when the editor can create files as a part of an edit. */
  readonly createsFiles: boolean;
  /** true when the editor can delete files as a part of an edit. */
  readonly deletesFiles: boolean;
  /** Other files that matter here, by URI; the text is undefined for those that do not exist. */
  readonly files: ReadonlyMap<string, string | undefined>;
}

/** true when a file was looked for and is not there. */
export function isMissing({ files }: RefactorRequest, uri: string): boolean {
  return files.has(uri) && files.get(uri) === undefined;
}

/** true for two URIs of one file. */
export function isSameFile(uri: string, other: string): boolean {
  return canonical(uri) === canonical(other);
}
