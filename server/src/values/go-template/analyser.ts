import type { ValueProblem } from "../scalar-language.ts";
import type { EngineVariable, TemplateEngine } from "./engine.ts";
import type { TemplateFunction } from "./functions.ts";
import type { Name, Operand, Span } from "./syntax.ts";
import type { Member, Type } from "./types.ts";

/** A name in a template and what it stands for. */
export type Use = Span &
  (
    | { readonly kind: "member"; readonly name: string; readonly owner: Type; readonly member: Member }
    | { readonly kind: "function"; readonly function: TemplateFunction }
    | { readonly kind: "variable"; readonly name: string; readonly type: Type; readonly meaning: string }
  );

/** What can be used at a place of a template. */
export interface Scope {
  readonly dot: Type;
  /** Variables with their `$`, the innermost last. */
  readonly variables: readonly ScopedVariable[];
  /** Keywords of the blocks around the place, the innermost last. */
  readonly blocks: readonly string[];
}

export interface ScopedVariable extends EngineVariable {
  readonly name: string;
}

/** The name of a field as it is written and the type of the value before it. */
export interface FieldPlace extends Name {
  readonly owner: Type;
}

/** State of an analysis. */
export interface Analyser {
  readonly text: string;
  readonly engine: TemplateEngine;
  readonly problems: ValueProblem[];
  readonly uses: Use[];
  readonly owners: FieldPlace[];
  readonly templates: ReadonlySet<string>;
  /** Variables that are set a second time somewhere, so that their type is not known. */
  readonly reassigned: ReadonlySet<string>;
  readonly offset: number;
  variables: ScopedVariable[];
  blocks: readonly string[];
  dot: Type;
  scope: Scope;
}

/** A value with the place it is written at. */
export interface Argument {
  readonly type: Type;
  readonly span: Span;
  /** The operand, undefined for the value of the stage before. */
  readonly operand: Operand | undefined;
}

/** What names of the other engine are called here, where something means the same. */
const CALLED_HERE: ReadonlyMap<string, string> = new Map([
  ["$labels", ".CommonLabels"],
  [".GroupLabels", "$labels"],
  [".CommonLabels", "$labels"],
]);

/** Adds the fault that a name belongs to the other engine. The span is that of the name with what it begins with. */
export function complainAboutEngine(analyser: Analyser, { start, end }: Span, message: string): void {
  const { problems, text } = analyser;
  const instead = CALLED_HERE.get(text.slice(start, end));
  const suggestion = instead === undefined ? {} : { suggestion: text.slice(0, start) + instead + text.slice(end) };
  problems.push({ message, start, end, code: "template-wrong-engine", ...suggestion });
}

/** Adds a fault; `replacement` is what should stand there when that is certain. */
export function complain(analyser: Analyser, { start, end }: Span, message: string, replacement?: string): void {
  const { text } = analyser;
  const suggestion =
    replacement === undefined ? {} : { suggestion: text.slice(0, start) + replacement + text.slice(end) };
  analyser.problems.push({ message, start, end, ...suggestion });
}
