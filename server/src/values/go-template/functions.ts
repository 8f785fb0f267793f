import * as l10n from "@vscode/l10n";
import { ANY, BOOLEAN, INTEGER, type Parameter, TEXT, type Type } from "./types.ts";

/** A function that a template can call. */
export interface TemplateFunction {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Type of further arguments, undefined when there are none. */
  readonly rest?: Parameter;
  readonly result: Type;
  /** Own sentence about what it does. */
  readonly meaning: string;
  /** What the result is for these arguments, where that depends on them. */
  readonly resultOf?: (types: readonly Type[]) => Type;
}

/** A function with fixed parameters. */
export function fixed(
  name: string,
  parameters: Readonly<Record<string, Type>>,
  result: Type,
  meaning: string,
): TemplateFunction {
  return { name, parameters: parametersOf(parameters), result, meaning };
}

/** A function whose last parameter may come any number of times. */
export function variadic(
  name: string,
  parameters: Readonly<Record<string, Type>>,
  rest: Parameter,
  result: Type,
  meaning: string,
): TemplateFunction {
  return { name, parameters: parametersOf(parameters), rest, result, meaning };
}

function parametersOf(parameters: Readonly<Record<string, Type>>): readonly Parameter[] {
  return Object.entries(parameters).map(([name, type]) => ({ name, type }));
}

/** The name with its parameters and result, as hovers and completions show it. */
export function signatureOf({ name, parameters, rest, result }: TemplateFunction): string {
  const words = [...parameters.map((parameter) => parameter.name), ...(rest === undefined ? [] : [`${rest.name}…`])];
  return `${[name, ...words].join(" ")} → ${result.words}`;
}

const VALUE = { name: "value", type: ANY };

function comparison(name: string, meaning: string): TemplateFunction {
  return fixed(name, { left: ANY, right: ANY }, BOOLEAN, meaning);
}

/** The functions of Go's text/template, which every engine has. */
export const BUILT_IN_FUNCTIONS: readonly TemplateFunction[] = [
  {
    ...variadic(
      "and",
      { first: ANY },
      VALUE,
      ANY,
      l10n.t("The first empty argument, or the last one when none is empty."),
    ),
    resultOf: common,
  },
  {
    ...variadic("or", { first: ANY }, VALUE, ANY, l10n.t("The first argument that is not empty, or the last one.")),
    resultOf: common,
  },
  fixed("not", { value: ANY }, BOOLEAN, l10n.t("True when the argument is empty.")),
  fixed("len", { value: ANY }, INTEGER, l10n.t("The number of elements of a list or map, or of bytes of a text.")),
  {
    ...variadic(
      "index",
      { value: ANY },
      { name: "key", type: ANY },
      ANY,
      l10n.t("The element of a list or map at a place."),
    ),
    resultOf: (types) => types.slice(1).reduce<Type>((type) => type.element ?? ANY, types[0] ?? ANY),
  },
  {
    ...variadic(
      "slice",
      { value: ANY },
      { name: "place", type: INTEGER },
      ANY,
      l10n.t("A part of a list or text, from one place to another."),
    ),
    resultOf: ([type]) => type ?? ANY,
  },
  variadic("print", {}, VALUE, TEXT, l10n.t("The arguments as text.")),
  variadic(
    "printf",
    { format: TEXT },
    VALUE,
    TEXT,
    l10n.t("The arguments in a format with verbs such as `%s`, `%d` and `%.2f`."),
  ),
  variadic("println", {}, VALUE, TEXT, l10n.t("The arguments as text with a line break at the end.")),
  variadic("html", {}, VALUE, TEXT, l10n.t("The arguments as text in which HTML's special characters are escaped.")),
  variadic("js", {}, VALUE, TEXT, l10n.t("The arguments as text that is safe inside a JavaScript string.")),
  variadic("urlquery", {}, VALUE, TEXT, l10n.t("The arguments as text that is safe inside the query of an address.")),
  variadic("call", { function: ANY }, VALUE, ANY, l10n.t("The result of a value that is a function.")),
  variadic(
    "eq",
    { value: ANY, other: ANY },
    { name: "other", type: ANY },
    BOOLEAN,
    l10n.t("True when the first argument equals one of the others."),
  ),
  comparison("ne", l10n.t("True when both arguments differ.")),
  comparison("lt", l10n.t("True when the first argument is less than the second.")),
  comparison("le", l10n.t("True when the first argument is less than or equal to the second.")),
  comparison("gt", l10n.t("True when the first argument is greater than the second.")),
  comparison("ge", l10n.t("True when the first argument is greater than or equal to the second.")),
];

/** The type all arguments share, else unknown: which of them comes back depends on their values. */
function common(types: readonly Type[]): Type {
  const [first] = types;
  return first && types.every((type) => type === first) ? first : ANY;
}
