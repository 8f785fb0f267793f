import * as l10n from "@vscode/l10n";
import { oneOf } from "../text/language.ts";
import { problem } from "./define-language.ts";
import { lateModule } from "./late-module.ts";
import { re2Tokens } from "./re2-tokens.ts";
import type { ScalarLanguage } from "./scalar-language.ts";

/** Longer expressions are refused before they are compiled. */
const MAXIMUM_LENGTH = 5_000;

/** The compiler is large, and most files hold no regular expression. */
export const re2Engine = lateModule(() => import("./re2-engine.ts"));

/** `re2`: a regular expression of RE2, which has to match the whole value. */
export const re2Language: ScalarLanguage = {
  format: "re2",
  code: "regex-not-re2",
  title: l10n.t("Regular expression"),
  load: re2Engine.load,
  isLoaded: re2Engine.isLoaded,
  check(text) {
    if (text.length > MAXIMUM_LENGTH) {
      const message = l10n.t`The regular expression has ${text.length} characters, at most ${MAXIMUM_LENGTH} are compiled`;
      return problem(0, text.length, message);
    }
    return re2Engine.get()?.checkRe2(text);
  },
  describe: (text) => {
    if (text === "" || re2Engine.get()?.checkRe2(text) !== undefined) return undefined;
    return describeRe2(text);
  },
  tokens: re2Tokens,
};

/** What an expression matches, in words: anchored at both ends, unlike in most programs. */
function describeRe2(text: string): string {
  const inner = /^\.\*(.*)\.\*$/s.exec(text)?.[1];
  if (text === ".*") return l10n.t("matches every value, the empty one too");
  if (text === ".+") return l10n.t("matches every value but the empty one");
  if (inner !== undefined && isWord(inner))
    return l10n.t`matches the whole value; every value that contains \`${inner}\``;
  if (text.endsWith(".*") && isWord(text.slice(0, -2))) {
    return l10n.t`matches the whole value; every value that begins with \`${text.slice(0, -2)}\``;
  }
  if (text.startsWith(".*") && isWord(text.slice(2))) {
    return l10n.t`matches the whole value; every value that ends with \`${text.slice(2)}\``;
  }
  const words = text.split("|");
  if (words.every(isWord)) {
    return l10n.t`matches the whole value; exactly ${oneOf(words.map((word) => `\`${word}\``))}`;
  }
  return l10n.t(
    "matches the whole value, because it is anchored at both ends; `.*` before or behind it allows more text there",
  );
}

function isWord(text: string): boolean {
  return /^[\w /:,@%=-]+$/.test(text);
}
