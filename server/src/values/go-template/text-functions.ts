import * as l10n from "@vscode/l10n";
import type { TemplateFunction } from "./functions.ts";
import { fixed } from "./functions.ts";
import { BOOLEAN, TEXT } from "./types.ts";

/** Functions about capital and small letters, which both engines have. */
export const CASE_FUNCTIONS: readonly TemplateFunction[] = [
  fixed("title", { text: TEXT }, TEXT, l10n.t("The text with a capital letter at each word.")),
  fixed("toUpper", { text: TEXT }, TEXT, l10n.t("The text in capital letters.")),
  fixed("toLower", { text: TEXT }, TEXT, l10n.t("The text in small letters.")),
];

/** Functions with regular expressions, which both engines have. */
export const PATTERN_FUNCTIONS: readonly TemplateFunction[] = [
  fixed(
    "match",
    { pattern: TEXT, text: TEXT },
    BOOLEAN,
    l10n.t("True when a part of the text matches a regular expression."),
  ),
  fixed(
    "reReplaceAll",
    { pattern: TEXT, replacement: TEXT, text: TEXT },
    TEXT,
    l10n.t("The text with every match of a regular expression replaced."),
  ),
];
