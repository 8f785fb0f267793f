import * as l10n from "@vscode/l10n";
import { characterAt, defineLanguage, problem, shown } from "./define-language.ts";
import type { ScalarLanguage } from "./scalar-language.ts";

const PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** `uuid`: 32 hexadecimal digits in five groups. */
export const uuidLanguage: ScalarLanguage = defineLanguage({
  format: "uuid",
  title: l10n.t("UUID"),
  noun: l10n.t("a UUID"),
  example: "6f1b0f3e-2a5c-4a0e-9d51-0c6c1c0f7f2a",
  maxLength: 80,
  check(text) {
    if (PATTERN.test(text)) return undefined;
    const message = l10n.t`${shown(text)} is not a UUID: five groups of 8, 4, 4, 4 and 12 hexadecimal digits are expected`;
    const bare = text.replace(/^(?:urn:uuid:|\{)|\}$/gi, "");
    const digits = bare.replaceAll("-", "");
    const grouped = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
    if (PATTERN.test(grouped)) return problem(0, text.length, message, grouped);
    const strange = text.search(/[^0-9a-f-]/i);
    if (strange < 0) return problem(0, text.length, message);
    const character = characterAt(text, strange);
    return problem(strange, strange + character.length, l10n.t`${message}, found ${shown(character)}`);
  },
});
