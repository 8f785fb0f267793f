/** A fault in a scalar; offsets are UTF-16 units in the decoded scalar text, end exclusive. */
export interface ValueProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** A whole replacement text for the scalar that would be right, when one is certain. */
  readonly suggestion?: string;
  /** Id of the rule that the fault belongs to; that of the language when undefined. */
  readonly code?: string;
  /** true when the value works but is not what people should write (reported as information). */
  readonly advice?: boolean;
}

/** A value worth offering at the cursor. */
export interface ValueCompletion {
  readonly label: string;
  readonly detail?: string;
  readonly documentation?: string;
}

/** What sort of thing a language writes, for features that treat several languages alike. */
export type ScalarCategory = "duration" | "size" | "schedule" | "address";
/** A completion that replaces a span of the decoded scalar text. */
export interface EmbeddedCompletion extends ValueCompletion {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
  readonly kind: "function" | "keyword" | "variable" | "field" | "value" | "operator";
  /** What to insert with tab stops, for editors that know them. */
  readonly snippet?: string;
}

/** Documentation of a span of the decoded scalar text. */
export interface EmbeddedHover {
  readonly start: number;
  readonly end: number;
  readonly markdown: string;
}

/** The function call around the cursor. */
export interface EmbeddedSignature {
  readonly label: string;
  readonly documentation: string;
  /** Parts of the label. */
  readonly parameters: readonly string[];
  /** Index of the parameter that the cursor stands in. */
  readonly active: number;
}

/** What a word of an embedded language is: one of the semantic token types of the LSP. */
export type EmbeddedTokenType =
  | "comment"
  | "enumMember"
  | "function"
  | "keyword"
  | "macro"
  | "method"
  | "number"
  | "operator"
  | "parameter"
  | "property"
  | "regexp"
  | "string"
  | "variable";

/** A span of the decoded scalar text and what it is. */
export interface EmbeddedToken {
  readonly start: number;
  readonly end: number;
  readonly type: EmbeddedTokenType;
}

/** What the file around a message says about it. */
export interface MessageContext {
  /** Locale that the message is written in. */
  readonly locale: string;
  /** Syntax of the variables: `auto` when each text shows it, `none` when there are no variables or nobody knows how they are written. */
  readonly syntax: "auto" | "icu" | "i18next" | "printf" | "python" | "none";
  /** The same message in other languages. */
  readonly others: readonly { readonly locale: string; readonly text: string }[];
}

/** What an embedded language can know about its surroundings. Each list is made when it is asked for. */
export interface EmbeddedContext {
  /** Names of a class that the tenant's files declare (`receiver`, `message-key`). */
  readonly names: (nameClass: string) => readonly string[];
  /** Metrics that the tenant's files record or read. */
  readonly metrics: () => readonly string[];
  /** Labels that the tenant's files write or select by. */
  readonly labels: () => readonly string[];
  /** Values of a label that the tenant's files write or select by. */
  readonly labelValues?: (label: string) => readonly string[];
  /** The expression that records a metric; undefined when no rule does. */
  readonly recordingRule?: (metric: string) => string | undefined;
  /** What is known about the text when it is a message; undefined for other texts. */
  readonly message?: () => MessageContext | undefined;
}

/** A name that a text uses: a metric, a label, or a value of a label. */
export interface EmbeddedMention {
  readonly kind: "metric" | "label" | "label-value";
  readonly name: string;
  /** The label of a value. */
  readonly label?: string;
}

/** One language a scalar may be written in, named by the `format` of the schema. */
export interface ScalarLanguage {
  readonly format: string;
  readonly title: string;
  /** Id of the rule that faults of the language belong to; absent where they are a malformed value like any other. */
  readonly code?: string;
  /** Absent when the language stands for itself. */
  readonly category?: ScalarCategory;
  /**
   * Loads a parser that is too large to be there from the start. Until then `check` finds no fault and the other methods have no answer.
   * With a file as it is written, only what values in it can need. Absent when there is nothing to load.
   */
  load?(file?: string): Promise<void>;
  /** true for texts that are well-formed at a glance, so that nobody need remember what `check` would say. Absent when there are none. */
  isPlain?(text: string): boolean;
  /** true when what `load` brings is there, as far as a value needs it; for any value without one. Absent when there is nothing to load. */
  isLoaded?(text?: string): boolean;
  /** First fault of the text, or undefined when it is well-formed. Never throws. */
  check(text: string): ValueProblem | undefined;
  /** Values worth offering, best first; may be absent. */
  completions?(): readonly ValueCompletion[];
  /** What the value means in words (`90 minutes`, `German (Germany)`), undefined when not well-formed or nothing to say. */
  describe?(text: string): string | undefined;
  /** What can be written at an offset of the decoded text, best first. */
  completionsAt?(text: string, offset: number, context: EmbeddedContext): readonly EmbeddedCompletion[];
  /** What stands at an offset of the decoded text; undefined when there is nothing to say. */
  hoverAt?(text: string, offset: number, context: EmbeddedContext): EmbeddedHover | undefined;
  /** The call around an offset of the decoded text; undefined outside of calls. */
  signatureAt?(text: string, offset: number): EmbeddedSignature | undefined;
  /** Names that the text uses, in order; for completion elsewhere. */
  mentions?(text: string): readonly EmbeddedMention[];
  /** Words of the text to colour, in order and without overlaps. Any text is read, also a broken one. */
  tokens?(text: string): readonly EmbeddedToken[];
}
