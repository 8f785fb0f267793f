import * as l10n from "@vscode/l10n";
import { ownText } from "../text/own-text.ts";
import { problem } from "./define-language.ts";
import { lateModule } from "./late-module.ts";
import type { PromqlExpression } from "./promql-expression.ts";
import { re2Engine } from "./re2.ts";
import type { ScalarLanguage } from "./scalar-language.ts";

/** Longer texts are refused before they are parsed. */
const MAXIMUM_LENGTH = 20_000;

/** The grammar is large, and most files hold no expression. */
const engine = lateModule(() => import("./promql-engine.ts"));

/** What an expression with a regular expression holds: its compiler is twice as large as the grammar. A `~` may be an escape in the file. */
const MAY_HOLD_PATTERN = /~|label_replace|\\[uUx]/;

/** `promql`: an expression of Prometheus 3. */
export const promqlLanguage: ScalarLanguage = {
  format: "promql",
  code: "promql-syntax",
  title: l10n.t("PromQL expression"),
  load: async (text) => {
    await engine.load();
    if (text === undefined || MAY_HOLD_PATTERN.test(text)) await re2Engine.load();
  },
  isPlain: (text) => text.length <= MAXIMUM_LENGTH && SOUND.has(promqlShape(text)),
  isLoaded: (text) =>
    engine.isLoaded() && (re2Engine.isLoaded() || (text !== undefined && !MAY_HOLD_PATTERN.test(text))),
  check(text) {
    if (text.length > MAXIMUM_LENGTH) {
      const message = l10n.t`The expression has ${text.length} characters, at most ${MAXIMUM_LENGTH} are checked`;
      return problem(0, text.length, message);
    }
    const parser = engine.get();
    const fault = parser?.checkPromql(text);
    if (parser && !fault) remember(promqlShape(text));
    return fault;
  },
  completionsAt: (text, offset, context) => engine.get()?.promqlCompletions(bounded(text), offset, context) ?? [],
  hoverAt: (text, offset, context) => engine.get()?.promqlHover(bounded(text), offset, context),
  signatureAt: (text, offset) => engine.get()?.promqlSignature(bounded(text), offset),
  tokens: (text) => engine.get()?.promqlColours(bounded(text)) ?? [],
  mentions: (text) => engine.get()?.promqlMentions(bounded(text)) ?? [],
};

/** The expressions that were read last: several rules look at each of them. */
const READ = new Map<string, PromqlExpression | undefined>();

const MOST_READ = 20;

/** An expression as a tree; undefined for one with faults, for one that is too long, and as long as the parser is not loaded. */
export function promqlExpression(text: string): PromqlExpression | undefined {
  const parser = engine.get();
  if (!parser || text.length > MAXIMUM_LENGTH) return undefined;
  if (READ.has(text)) return READ.get(text);
  const expression = parser.parsePromql(text);
  if (READ.size === MOST_READ) READ.clear();
  READ.set(ownText(text), expression);
  return expression;
}

/** Shapes of expressions without faults. Rules of a file often differ in a label or a limit only, and parsing takes twenty times as long. */
const SOUND = new Set<string>();

const MOST_SHAPES = 5_000;

function remember(shape: string): void {
  if (SOUND.size === MOST_SHAPES) SOUND.clear();
  SOUND.add(ownText(shape));
}

/**
 * An expression with one text in place of each label value that is compared for equality, and one number in place of each number: which
 * text and number it is makes no fault. An empty label value and the number zero may: one selects everything, the other is no range.
 */
export function promqlShape(text: string): string {
  return text.replace(STRING_OR_NUMBER, (token, offset: number) => {
    if (/^\d/.test(token)) return "1";
    const isCompared = /=\s*$/.test(text.slice(Math.max(0, offset - 4), offset));
    const isLast = /^\s*[,}]/.test(text.slice(offset + token.length, offset + token.length + 4));
    return isCompared && isLast && /^"[^"\\]+"$/.test(token) ? '"v"' : token;
  });
}

/** Strings as a whole, so that numbers in them are left alone, and numbers other than zero. */
const STRING_OR_NUMBER =
  /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|(?<![\w.:$])(?!0+(?:\.0*)?(?![\w.]))\d+(?:\.\d+)?(?![\w.:])/g;

function bounded(text: string): string {
  return text.length > MAXIMUM_LENGTH ? "" : text;
}
