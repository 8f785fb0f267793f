/** Token types that are used, all of them standard, in the order of their numbers. */
export const TOKEN_TYPES = [
  "property",
  "class",
  "enumMember",
  "number",
  "variable",
  "string",
  "macro",
  "label",
  "keyword",
  "function",
  "method",
  "operator",
  "parameter",
  "comment",
  "regexp",
] as const;

/**
 * What a token is. Names that people declare and refer to are classes, anchors and aliases labels, secret references macros. In
 * languages inside scalars labels are parameters and fields properties.
 */
export type TokenType = (typeof TOKEN_TYPES)[number];

/**
 * Modifiers that are used, in the order of their bits. `required` and `embedded` are our own: a key that has to be there, which colours nothing
 * unless a theme asks for it, and a word of a language inside a value, which gets the colours that the grammar gives it.
 */
export const TOKEN_MODIFIERS = ["declaration", "deprecated", "readonly", "required", "embedded"] as const;

export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];
