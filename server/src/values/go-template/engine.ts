import * as l10n from "@vscode/l10n";
import { BUILT_IN_FUNCTIONS, type TemplateFunction } from "./functions.ts";
import type { Type } from "./types.ts";

/** Who reads a template: the data and functions that it sees. */
export interface TemplateEngine {
  /** Its name in messages. */
  readonly name: string;
  /** What the dot is outside of all blocks. */
  readonly dot: Type;
  /** Variables that are declared before the template, with their `$`. */
  readonly variables: ReadonlyMap<string, EngineVariable>;
  readonly functions: ReadonlyMap<string, TemplateFunction>;
  /** Templates that are certainly defined elsewhere, for completion. */
  readonly templates: readonly string[];
  /** true when no other templates than those in the text can be called. */
  readonly knowsAllTemplates: boolean;
  /** What to say of a name that belongs to another engine: variables with `$`, fields with `.`, functions as they are. */
  readonly elsewhere: ReadonlyMap<string, string>;
}

export interface EngineVariable {
  readonly type: Type;
  readonly meaning: string;
}

/** Functions by name, with those of text/template. */
export function functionTable(functions: readonly TemplateFunction[]): ReadonlyMap<string, TemplateFunction> {
  return new Map([...functions, ...BUILT_IN_FUNCTIONS].map((entry) => [entry.name, entry]));
}

/** Entries of `elsewhere` for functions that only the other engine has. */
export function foreignFunctions(owner: string, names: string): readonly (readonly [string, string])[] {
  return names.split(" ").map((name) => [name, l10n.t`only ${owner} has it`]);
}
