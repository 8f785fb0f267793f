/** A fault in a scalar; offsets are UTF-16 units in the decoded scalar text, end exclusive. */
export interface ValueProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** A whole replacement text for the scalar that would be right, when one is certain. */
  readonly suggestion?: string;
  /** true when the value works but is not what people should write (reported as information). */
  readonly advice?: boolean;
}

/** A value worth offering at the cursor. */
export interface ValueCompletion {
  readonly label: string;
  readonly detail?: string;
  readonly documentation?: string;
}

/** A completion that replaces a span of the decoded scalar text. */
export interface EmbeddedCompletion extends ValueCompletion {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
  readonly kind: "function" | "keyword" | "variable" | "field" | "value" | "operator";
}

/** What a hover says about a span of the decoded scalar text. */
export interface EmbeddedHover {
  readonly start: number;
  readonly end: number;
  readonly markdown: string;
}

/** A span of the decoded scalar text with its type among LSP's semantic token types. */
export interface EmbeddedToken {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

/** What an embedded language can know about its surroundings. */
export interface EmbeddedContext {
  readonly names: (nameClass: string) => readonly string[];
  readonly metrics: () => readonly string[];
  readonly labels: () => readonly string[];
}

/** One language a scalar may be written in, named by the `format` of the schema. */
export interface ScalarLanguage {
  readonly format: string;
  readonly title: string;
  /** First fault of the text, or undefined when it is well-formed. Never throws. */
  check(text: string): ValueProblem | undefined;
  /** Values worth offering, best first; may be absent. */
  completions?(): readonly ValueCompletion[];
  /** What the value means in words (`90 minutes`, `German (Germany)`), undefined when not well-formed or nothing to say. */
  describe?(text: string): string | undefined;
  /** What can be written at an offset of the text, with the span each choice replaces. */
  completionsAt?(text: string, offset: number, context: EmbeddedContext): readonly EmbeddedCompletion[];
  /** What stands at an offset of the text, undefined when there is nothing to say. */
  hoverAt?(text: string, offset: number, context: EmbeddedContext): EmbeddedHover | undefined;
  /** Spans to colour, in order and not overlapping. */
  tokens?(text: string): readonly EmbeddedToken[];
}
