import * as l10n from "@vscode/l10n";
import { type Schema, type SchemaType, typesOf } from "./json-schema.ts";

/** Most values that are listed in one message. */
const LISTED_VALUES = 12;

/** Words for what a schema expects, to stand alone or behind "Expected": `a whole number (seconds) or text`. */
export function expectedWords(schema: Schema): string {
  const words = typesOf(schema).map((type) => typeWords(type, schema["x-unit"]));
  return words.length === 0 ? l10n.t`a value` : joinWords(words, "or");
}

function typeWords(type: SchemaType, unit: string | undefined): string {
  switch (type) {
    case "string":
      return l10n.t`text`;
    case "integer":
      return unit === undefined ? l10n.t`a whole number` : l10n.t`a whole number (${unit})`;
    case "number":
      return unit === undefined ? l10n.t`a number` : l10n.t`a number (${unit})`;
    case "boolean":
      return l10n.t`\`true\` or \`false\``;
    case "object":
      return l10n.t`a mapping (\`key: value\` lines)`;
    case "array":
      return l10n.t`a list`;
    case "null":
      return l10n.t`nothing`;
  }
}

/** A value as inline code, on one line and cut to a readable length. */
export function code(value: unknown): string {
  const text = (typeof value === "string" ? value : JSON.stringify(value)).replace(/\s+/g, " ");
  const cut = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  return text.includes("`") ? `"${cut}"` : `\`${cut}\``;
}

/** Values as a readable list of inline code; undefined when there are too many to list. */
export function valueList(values: readonly unknown[]): string | undefined {
  return values.length > LISTED_VALUES ? undefined : joinWords(values.map(code), "or");
}

/** `a`, `a or b`, `a, b or c`. */
export function joinWords(words: readonly string[], conjunction: "and" | "or"): string {
  const last = words.at(-1) ?? "";
  if (words.length <= 1) return last;
  const list = listWords(words.slice(0, -1));
  return conjunction === "and" ? l10n.t`${list} and ${last}` : l10n.t`${list} or ${last}`;
}

/** `a`, `a, b`, `a, b, c`. */
export function listWords(words: readonly string[]): string {
  return words.length <= 1 ? (words[0] ?? "") : words.join(l10n.t`, `);
}

/** Keys as a readable list of inline code: `` `a`, `b` and `c` ``. */
export function keyList(keys: readonly string[], conjunction: "and" | "or" = "and"): string {
  return joinWords(
    keys.map((key) => `\`${key}\``),
    conjunction,
  );
}

/** `1 key`, `3 keys`. */
export function keyCount(amount: number): string {
  return amount === 1 ? l10n.t`${amount} key` : l10n.t`${amount} keys`;
}

/** A mapping by its size: `a mapping with 1 key`, `a mapping with 3 keys`. */
export function mappingWords(keys: number): string {
  return keys === 1 ? l10n.t`a mapping with ${keys} key` : l10n.t`a mapping with ${keys} keys`;
}

/** `1 item`, `3 items`. */
export function itemCount(amount: number): string {
  return amount === 1 ? l10n.t`${amount} item` : l10n.t`${amount} items`;
}
