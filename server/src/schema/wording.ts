import type { Node } from "../yaml/node.ts";
import { type Schema, type SchemaType, typesOf } from "./json-schema.ts";

const TYPE_WORDS: Readonly<Record<SchemaType, string>> = {
  string: "text",
  integer: "a whole number",
  number: "a number",
  boolean: "`true` or `false`",
  object: "a mapping (`key: value` lines)",
  array: "a list",
  null: "nothing",
};

/** Most values that are listed in one message; beyond it only the number is said. */
const LISTED_VALUES = 12;

/** Words for what a schema expects: `a whole number (seconds) or text`. */
export function expectedWords(schema: Schema): string {
  const unit = schema["x-unit"];
  const words = typesOf(schema).map((type) => {
    const isNumber = type === "integer" || type === "number";
    return isNumber && unit !== undefined ? `${TYPE_WORDS[type]} (${unit})` : TYPE_WORDS[type];
  });
  return words.length === 0 ? "a value" : joinWords(words, "or");
}

/** Words for what stands in the file: `the text \`abc\``, `a list`. Long text is cut. */
export function foundWords(node: Node): string {
  if (node.kind === "map") return "a mapping";
  if (node.kind === "sequence") return "a list";
  if (node.kind === "alias") return `the alias \`*${node.name}\``;
  if (node.value === null) return "nothing";
  if (typeof node.value === "string") return `the text ${code(node.value)}`;
  return typeof node.value === "number" ? `the number ${code(node.value)}` : code(node.value);
}

/** A value as inline code, on one line and cut to a readable length. */
export function code(value: unknown): string {
  const text = (typeof value === "string" ? value : JSON.stringify(value)).replace(/\s+/g, " ");
  const cut = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  return text.includes("`") ? `"${cut}"` : `\`${cut}\``;
}

/** Values as a readable list of inline code, or their number when there are many. */
export function valueList(values: readonly unknown[]): string {
  if (values.length > LISTED_VALUES) return `one of ${values.length} known values`;
  return joinWords(values.map(code), "or");
}

/** `a`, `a or b`, `a, b or c`. */
export function joinWords(words: readonly string[], conjunction: "and" | "or"): string {
  if (words.length <= 1) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} ${conjunction} ${words.at(-1)}`;
}

/** `1 item`, `3 items`. */
export function count(amount: number, singular: string): string {
  return `${amount} ${singular}${amount === 1 ? "" : "s"}`;
}
