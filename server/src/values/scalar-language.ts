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

/** What sort of thing a language writes, for features that treat several languages alike. */
export type ScalarCategory = "duration" | "size" | "schedule" | "address";

/** One language a scalar may be written in, named by the `format` of the schema. */
export interface ScalarLanguage {
  readonly format: string;
  readonly title: string;
  /** Absent when the language stands for itself. */
  readonly category?: ScalarCategory;
  /** First fault of the text, or undefined when it is well-formed. Never throws. */
  check(text: string): ValueProblem | undefined;
  /** Values worth offering, best first; may be absent. */
  completions?(): readonly ValueCompletion[];
  /** What the value means in words (`90 minutes`, `German (Germany)`), undefined when not well-formed or nothing to say. */
  describe?(text: string): string | undefined;
}
