import { PLURAL_CATEGORIES } from "../values/plural-categories.ts";
import type { MessageContext } from "../values/scalar-language.ts";
import { effectivePairs, nodeAt, stringValue } from "../yaml/navigate.ts";
import { dereference, type Node, type NodePath } from "../yaml/node.ts";
import { rootOf } from "../yaml/source.ts";
import type { TenantFile } from "./tenant-context.ts";

type InterpolationSyntax = MessageContext["syntax"];

const SYNTAXES: readonly InterpolationSyntax[] = ["auto", "icu", "i18next", "printf", "python"];

/**
 * The syntax that a file names for the variables of its messages: `auto` when it names none, `none` when its messages have no variables or
 * the name says nothing. Undefined for files of kinds without messages.
 */
export function interpolationSyntax(file: TenantFile): InterpolationSyntax | undefined {
  if (file.kind !== "localization") return undefined;
  const interpolation = nodeAt(rootOf(file.source), ["features", "interpolation"]);
  const enabled = dereference(nodeAt(interpolation, ["enabled"]));
  if (enabled?.kind === "scalar" && enabled.value === false) return "none";
  const syntax = nodeAt(interpolation, ["syntax"]);
  const written = stringValue(syntax);
  if (written === undefined) return syntax === undefined ? "auto" : "none";
  return SYNTAXES.find((candidate) => candidate === written) ?? "none";
}

/** true for the path of a message, or of a part of one, in a localization file. */
export function isMessagePath(path: NodePath): boolean {
  return path[0] === "translations" && path[2] === "messages" && path.length > 3;
}

/** What a localization file says about the message at a path; undefined for other places. */
export function messageContext(file: TenantFile, path: NodePath): MessageContext | undefined {
  const [, locale] = path;
  const syntax = interpolationSyntax(file);
  if (syntax === undefined || !isMessagePath(path) || typeof locale !== "string") return undefined;
  return { locale, syntax, others: textsElsewhere(file, locale, path.slice(2)) };
}

/** The texts of the message in the other languages; of one with plural forms all of them. */
function textsElsewhere(file: TenantFile, locale: string, path: NodePath): MessageContext["others"] {
  const translations = dereference(nodeAt(rootOf(file.source), ["translations"]));
  if (translations?.kind !== "map") return [];
  const isForm = PLURAL_CATEGORIES.some((category) => category === path.at(-1));
  return [...effectivePairs(translations)].flatMap(([other, { value }]) => {
    if (other === locale) return [];
    const message = nodeAt(value, isForm ? path.slice(0, -1) : path);
    return textsOf(message).map((text) => ({ locale: other, text }));
  });
}

function textsOf(node: Node | undefined): readonly string[] {
  const target = dereference(node);
  if (target?.kind !== "map") return stringValue(target) === undefined ? [] : [stringValue(target) ?? ""];
  return PLURAL_CATEGORIES.flatMap((category) => stringValue(effectivePairs(target).get(category)?.value) ?? []);
}
