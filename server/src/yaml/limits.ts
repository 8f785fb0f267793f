/** Deepest nesting that is read. Deeper documents are refused with a message instead of exhausting the stack. */
export const MAXIMUM_DEPTH = 200;

/** Most values a document may have after its aliases are expanded. More is an alias bomb. */
export const MAXIMUM_EXPANDED_VALUES = 1_000_000;

/** Longest line that is read. Nobody edits a longer one, and readers of YAML are slow on it. */
export const MAXIMUM_LINE_LENGTH = 2_000_000;
