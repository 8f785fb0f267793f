import * as l10n from "@vscode/l10n";
import { advice, characterAt, defineLanguage, problem, shown } from "./define-language.ts";
import { COMMON_LOCALES, localeName } from "./locale-names.ts";
import type { ScalarLanguage, ValueProblem } from "./scalar-language.ts";

const PATTERN =
  /^[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-([A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))*(-[0-9A-WYZa-wyz](-[A-Za-z0-9]{2,8})+)*(-x(-[A-Za-z0-9]{1,8})+)?$/;

const RULE = l10n.t(
  "a language, then optionally script and region joined by `-` (for example `en`, `pt-BR`, `zh-Hant-TW`)",
);

/** First fault of a BCP 47 tag; a well-formed tag in another than the usual spelling gets advice. */
export function checkLocale(text: string): ValueProblem | undefined {
  const refusal = (): string => l10n.t`${shown(text)} is not a locale`;
  if (!PATTERN.test(text)) return malformed(text, refusal());
  const canonical = canonicalLocale(text);
  if (canonical === undefined)
    return problem(0, text.length, l10n.t`${refusal()}: a part of the tag appears twice or is not known`);
  if (canonical === text) return undefined;
  const message =
    canonical.toLowerCase() === text.toLowerCase()
      ? l10n.t`${shown(text)} is usually written \`${canonical}\``
      : l10n.t`${shown(text)} is an old name of \`${canonical}\``;
  return advice(0, text.length, message, canonical);
}

/** The canonical spelling of a tag, undefined when it is not well-formed. */
export function canonicalLocale(text: string): string | undefined {
  if (!PATTERN.test(text)) return undefined;
  // Extended languages (`zh-cmn`) are well-formed, but Intl only takes the short form (`cmn`).
  const extended = /^[A-Za-z]{2,3}((?:-[A-Za-z]{3})+)(?=-|$)/.exec(text)?.[1];
  const plain =
    extended === undefined ? text : `${extended.slice(1, 4)}${text.slice(text.indexOf(extended) + extended.length)}`;
  try {
    return Intl.getCanonicalLocales(plain)[0];
  } catch {
    // Repeated variants or singletons make Intl throw: the tag is not well-formed.
    return undefined;
  }
}

/** `locale`: a BCP 47 language tag. */
export const localeLanguage: ScalarLanguage = defineLanguage({
  format: "locale",
  code: "locale-tag",
  title: l10n.t("Locale"),
  noun: l10n.t("a locale"),
  example: "pt-BR",
  maxLength: 255,
  check: checkLocale,
  completions: () => COMMON_LOCALES.map((label) => ({ label, detail: localeName(label) ?? "" })),
  describe: (text) => localeName(canonicalLocale(text) ?? text),
});

function malformed(text: string, message: string): ValueProblem {
  const says = (why: string): string => l10n.t`${message}: ${why}; write ${RULE}`;
  const named = COMMON_LOCALES.find((tag) => localeName(tag, "en")?.toLowerCase() === text.toLowerCase());
  if (named !== undefined)
    return problem(0, text.length, says(l10n.t`\`${named}\` is the tag of this language`), named);
  const suggestion = repair(text);
  const strange = text.search(/[^A-Za-z0-9-]/);
  if (strange >= 0) {
    const character = characterAt(text, strange);
    return problem(
      strange,
      strange + character.length,
      says(l10n.t`${shown(character)} can not stand in it`),
      suggestion,
    );
  }
  let start = 0;
  for (const [index, part] of text.split("-").entries()) {
    const end = start + part.length;
    if (part === "")
      return problem(
        Math.max(0, Math.min(start, text.length - 1)),
        Math.min(start + 1, text.length),
        says(l10n.t("a part is empty")),
      );
    if (part.length > 8) return problem(start, end, says(l10n.t`${shown(part)} is longer than 8 characters`));
    if (index === 0 && !/^[A-Za-z]{2,3}$/.test(part)) {
      return problem(start, end, says(l10n.t`${shown(part)} is not a language code of two or three letters`));
    }
    start = end + 1;
  }
  return problem(0, text.length, says(l10n.t("the parts are not in this order")), suggestion);
}

/** The tag with `-` for `_` and without an encoding (`en_US.UTF-8`), when that makes it one. */
function repair(text: string): string | undefined {
  return canonicalLocale(text.replace(/\.(?:utf-?8|iso[\w-]*)$/i, "").replaceAll("_", "-"));
}
