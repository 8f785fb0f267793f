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
] as const;

/** What a token is. Names that people declare and refer to are classes, anchors and aliases labels, secret references macros. */
export type TokenType = (typeof TOKEN_TYPES)[number];

/** Modifiers that are used, in the order of their bits. `required` is our own and colours nothing unless a theme asks for it. */
export const TOKEN_MODIFIERS = ["declaration", "deprecated", "readonly", "required"] as const;

export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];
