import * as l10n from "@vscode/l10n";
import { defineLanguage, problem, shown } from "./define-language.ts";
import type { ScalarLanguage } from "./scalar-language.ts";

const CORE = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})(?=[-+]|$)/;

/** `semver`: `major.minor.patch`, optionally with a pre-release and build part. */
export const semverLanguage: ScalarLanguage = defineLanguage({
  format: "semver",
  title: l10n.t("Version"),
  noun: l10n.t("a version"),
  example: "3.14.0",
  maxLength: 256,
  check(text) {
    const message = (): string => l10n.t`${shown(text)} is not a version`;
    const rule = (): string => l10n.t("write `major.minor.patch` (for example `3.14.0`)");
    if (/^v\d/i.test(text)) {
      const rest = text.slice(1);
      return problem(
        0,
        1,
        l10n.t`${message()}: ${rule()}, without \`${text.charAt(0)}\``,
        isVersion(rest) ? rest : undefined,
      );
    }
    const core = CORE.exec(text)?.[0];
    if (core === undefined) {
      const short = /^\d{1,9}\.\d{1,9}$/.test(text) && isVersion(`${text}.0`) ? `${text}.0` : undefined;
      return problem(0, text.length, l10n.t`${message()}: ${rule()}`, short);
    }
    return checkZeros(core, message) ?? checkTail(text, core.length, message);
  },
});

function isVersion(text: string): boolean {
  return semverLanguage.check(text) === undefined;
}

function checkZeros(core: string, message: () => string) {
  const zero = /(?:^|\.)(0\d+)/.exec(core);
  if (!zero) return undefined;
  const [found, number = ""] = zero;
  const start = zero.index + found.length - number.length;
  return problem(start, start + number.length, l10n.t`${message()}: \`${number}\` begins with a zero`);
}

/** `-pre.release` and `+build`: dot-separated parts of letters, digits and hyphens. */
function checkTail(text: string, start: number, message: () => string) {
  const tail = text.slice(start);
  const strange = tail.search(/[^0-9A-Za-z.+-]/);
  if (strange >= 0) {
    const at = start + strange;
    return problem(at, at + 1, l10n.t`${message()}: ${shown(text.charAt(at))} can not stand in it`);
  }
  const plus = tail.indexOf("+");
  const pre = plus < 0 ? tail : tail.slice(0, plus);
  const parts = [...(pre === "" ? [] : pre.slice(1).split(".")), ...(plus < 0 ? [] : tail.slice(plus + 1).split("."))];
  if (parts.some((part) => part === "" || part.includes("+"))) {
    return problem(start, text.length, l10n.t`${message()}: a part after the number is empty`);
  }
  if (
    pre !== "" &&
    pre
      .slice(1)
      .split(".")
      .some((part) => /^0\d+$/.test(part))
  ) {
    return problem(start, start + pre.length, l10n.t`${message()}: a number in the pre-release begins with a zero`);
  }
  return undefined;
}
