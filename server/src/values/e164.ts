import * as l10n from "@vscode/l10n";
import { characterAt, defineLanguage, problem, shown } from "./define-language.ts";
import type { ScalarLanguage } from "./scalar-language.ts";

const PATTERN = /^\+[1-9]\d{6,14}$/;

/** `e164`: a phone number in international form. */
export const e164Language: ScalarLanguage = defineLanguage({
  format: "e164",
  title: l10n.t("Phone number"),
  noun: l10n.t("a phone number in international form"),
  example: "+33612345678",
  maxLength: 60,
  check(text) {
    if (PATTERN.test(text)) return undefined;
    const rule = l10n.t("write `+`, the country code and the number, without spaces (for example `+33612345678`)");
    const message = l10n.t`${shown(text)} is not a phone number in international form`;
    // `(0)` is dialled inside the country only.
    const digits = text
      .replace("(0)", "")
      .replace(/[\s().\-/]/g, "")
      .replace(/^00/, "+");
    const suggestion = PATTERN.test(digits) ? digits : undefined;
    if (!text.startsWith("+")) {
      return problem(0, text.length, l10n.t`${message}: \`+\` and the country code are missing; ${rule}`, suggestion);
    }
    const strange = text.slice(1).search(/\D/) + 1;
    if (strange > 0) {
      const character = characterAt(text, strange);
      const name = character === " " ? l10n.t("a space") : shown(character);
      return problem(
        strange,
        strange + character.length,
        l10n.t`${message}: ${name} can not stand in it; ${rule}`,
        suggestion,
      );
    }
    if (text.startsWith("+0")) return problem(1, 2, l10n.t`${message}: no country code begins with \`0\`; ${rule}`);
    return problem(0, text.length, l10n.t`${message}: 7 to 15 digits are expected, found ${text.length - 1}; ${rule}`);
  },
});
