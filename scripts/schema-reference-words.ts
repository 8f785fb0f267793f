import { type Schema, type SchemaType, typesOf } from "../server/src/schema/json-schema.ts";
import { resolve, schemaDocuments } from "../server/src/schema/registry.ts";
import { scalarLanguage } from "../server/src/values/index.ts";

/** Finds the section a schema has on the page that is being written: its link, or undefined when it has none. */
export type FindLink = (schema: Schema) => string | undefined;

const TYPE_WORDS: Readonly<Record<SchemaType, string>> = {
  string: "text",
  integer: "whole number",
  number: "number",
  boolean: "`true` or `false`",
  object: "mapping",
  array: "list",
  null: "nothing",
};

/** Longest example that is shown; longer ones would blow up the table. */
const EXAMPLE_LENGTH = 60;

const MOST_EXAMPLES = 2;

/** Values up to this number stand in the table itself. */
const MOST_INLINE_VALUES = 5;

/** What a value has to be, as markdown: `list of [Contact](#contact)`, `whole number, 1 to 65535`. */
export function typeWords(schema: Schema, link: FindLink): string {
  const own = link(schema) ?? commonLink(schema);
  if (own !== undefined) return [own, ...bounds({ ...schema, $ref: undefined })].join(", ");
  const target = resolve(schema);
  if (target.const !== undefined) return code(target.const);
  if (target.enum) return enumWords(target.enum);
  const types = typesOf(target);
  if (types.length === 0) return "anything";
  return types.map((type) => [typeName(type, target, link), ...boundsOf(type, target)].join(", ")).join("; or ");
}

function enumWords(values: readonly unknown[]): string {
  if (values.length === 1) return code(values[0]);
  return values.length > MOST_INLINE_VALUES ? `one of the ${values.length} values below` : `one of ${codes(values)}`;
}

function typeName(type: SchemaType, schema: Schema, link: FindLink): string {
  if (type === "array") return schema.items ? `list of ${grouped(typeWords(schema.items, link))}` : "list";
  if (type === "object") return mappingWords(schema, link);
  if (type === "string" && schema.format !== undefined) return formatWords(schema.format);
  return TYPE_WORDS[type];
}

function mappingWords(schema: Schema, link: FindLink): string {
  const values = schema.additionalProperties;
  if (values === true) return "mapping, kept as it is";
  if (typeof values !== "object" || schema.properties) return TYPE_WORDS.object;
  const keys = schema.propertyNames ? `${grouped(typeWords(schema.propertyNames, link))} to ` : "";
  return `mapping of ${keys}${grouped(typeWords(values, link))}`;
}

/** Keeps `a; or b` readable inside `list of …`. */
function grouped(words: string): string {
  return words.includes("; or ") || words.includes(", ") ? `(${words})` : words;
}

/** Words for a `format`: the title of the language in the middle of a sentence. */
function formatWords(format: string): string {
  const title = scalarLanguage(format)?.title;
  if (title === undefined) return `text (\`${format}\`)`;
  return /^[A-Z][a-z]/.test(title) ? lowerFirst(title) : title;
}

/** Link to the common type that a schema refers to; undefined when it refers to none. */
function commonLink(schema: Schema): string | undefined {
  const [, name] = /^tenant-config:common#\/\$defs\/(\w+)$/.exec(schema.$ref ?? "") ?? [];
  if (name === undefined) return undefined;
  return `[${commonTitle(name)}](README.md#${slug(commonTitle(name))})`;
}

/** Titles are repeated among the common types (two kinds of duration): the name then says which one is meant. */
export function commonTitle(name: string): string {
  const common = schemaDocuments().get("tenant-config:common")?.$defs ?? {};
  const title = common[name]?.title ?? name;
  const namesakes = Object.values(common).filter((other) => other.title === title);
  if (namesakes.length === 1) return title;
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The id GitHub gives to a heading. */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");
}

const BOUNDS_BY_TYPE: Readonly<Partial<Record<SchemaType, readonly (keyof Schema)[]>>> = {
  string: ["minLength", "maxLength", "pattern"],
  integer: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "not"],
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "not"],
  array: ["minItems", "maxItems", "uniqueItems", "x-unique"],
  object: ["minProperties", "maxProperties"],
};

function boundsOf(type: SchemaType, schema: Schema): readonly string[] {
  const keywords = BOUNDS_BY_TYPE[type] ?? [];
  return bounds(Object.fromEntries(keywords.map((keyword) => [keyword, schema[keyword]])));
}

/** The limits among the keywords of a schema, in words. */
function bounds(schema: Schema): readonly string[] {
  const found = [
    range(schema.minimum, schema.maximum, ""),
    schema.exclusiveMinimum === undefined ? undefined : `above ${schema.exclusiveMinimum}`,
    schema.exclusiveMaximum === undefined ? undefined : `below ${schema.exclusiveMaximum}`,
    // "At least one character" is what everybody expects of a text.
    range(schema.minLength === 1 ? undefined : schema.minLength, schema.maxLength, "characters"),
    schema.pattern === undefined ? undefined : patternWords(schema.pattern),
    range(schema.minItems, schema.maxItems, "items"),
    schema.uniqueItems ? "no duplicates" : undefined,
    schema["x-unique"] === undefined ? undefined : `each \`${schema["x-unique"]}\` once`,
    range(schema.minProperties, schema.maxProperties, "keys"),
    schema.not?.description === undefined ? undefined : `not ${lowerFirst(schema.not.description).split(":")[0]}`,
  ];
  return found.filter((words) => words !== undefined);
}

function range(least: number | undefined, most: number | undefined, unit: string): string | undefined {
  const noun = unit === "" ? "" : ` ${(most ?? least) === 1 ? unit.slice(0, -1) : unit}`;
  if (least === undefined) return most === undefined ? undefined : `at most ${most}${noun}`;
  if (most === undefined) return `at least ${least}${noun}`;
  return least === most ? `exactly ${least}${noun}` : `${least} to ${most}${noun}`;
}

/** A pattern that nobody can take in at a glance is not printed: the description says what is meant. */
function patternWords(pattern: string): string | undefined {
  return pattern.length > EXAMPLE_LENGTH ? undefined : `matching ${code(pattern)}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The description of a key followed by what else there is to know: deprecation, spelling, names, examples. */
export function descriptionWords(schema: Schema): string {
  const target = resolve(schema);
  const notes = [
    target.deprecated ? `**Deprecated.** ${target.deprecationMessage ?? ""}` : undefined,
    target["x-alias"] === undefined ? undefined : `Another spelling of \`${target["x-alias"]}\`.`,
    target.description,
    target["x-defines"] === undefined ? undefined : `Declares ${nameOf(target["x-defines"])}.`,
    target["x-refers"] === undefined ? undefined : `Refers to ${nameOf(target["x-refers"])}.`,
    target["x-unquoted"] === undefined ? undefined : "Write it in quotes.",
    severityWords(target["x-severity"]),
    exampleWords(target),
  ];
  return notes.filter((note) => note !== undefined && note !== "").join(" ");
}

function severityWords(severity: Schema["x-severity"]): string | undefined {
  if (severity === "warning") return "A wrong value is a warning, not an error.";
  return typeof severity === "object" ? "A value beyond the limit is a warning, not an error." : undefined;
}

/** `a receiver`, `an alert`, for a class of names. */
function nameOf(nameClass: string): string {
  const words = nameClass.replaceAll("-", " ");
  return `${/^[aeiou]/.test(words) ? "an" : "a"} ${words}`;
}

function exampleWords(schema: Schema): string | undefined {
  if (schema.enum || schema.const !== undefined) return undefined;
  const short = (schema.examples ?? []).map(code).filter((text) => text.length <= EXAMPLE_LENGTH);
  if (short.length === 0) return undefined;
  const shown = short.slice(0, MOST_EXAMPLES);
  return `Example${shown.length === 1 ? "" : "s"}: ${shown.join(", ")}.`;
}

/** A value as inline code, also when it holds backticks itself. */
export function code(value: unknown): string {
  const text = typeof value === "string" && value !== "" ? value : JSON.stringify(value);
  if (!text.includes("`")) return `\`${text}\``;
  return `\`\` ${text} \`\``;
}

/** Values as a readable list of inline code. */
export function codes(values: readonly unknown[]): string {
  return joined(values.map(code), "or");
}

/** `a`, `a or b`, `a, b or c`. */
export function joined(words: readonly string[], conjunction: "and" | "or"): string {
  if (words.length <= 1) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} ${conjunction} ${words.at(-1)}`;
}

/** Markdown table; columns whose cells are all empty are left out. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = header.map((_, column) => column).filter((column) => rows.some((row) => row[column] !== ""));
  const line = (cells: readonly string[]): string =>
    `| ${columns.map((column) => escapeCell(cells[column] ?? "")).join(" | ")} |`;
  return [line(header), `|${columns.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

function escapeCell(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").replaceAll("|", "\\|");
}
