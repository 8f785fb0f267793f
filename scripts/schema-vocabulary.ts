/** Keywords of our schemas that JSON Schema does not define; ajv in strict mode has to be told. */
export const VOCABULARY = [
  "deprecationMessage",
  "enumDescriptions",
  "x-alias",
  "x-defines",
  "x-deprecated-values",
  "x-enum-aliases",
  "x-file",
  "x-label",
  "x-refers",
  "x-secret",
  "x-severity",
  "x-unique",
  "x-unit",
  "x-unquoted",
] as const;
