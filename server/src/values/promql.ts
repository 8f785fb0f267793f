import { problem } from "./define-language.ts";
import { lateModule } from "./late-module.ts";
import type { ScalarLanguage } from "./scalar-language.ts";

/** Longer texts are refused before they are parsed. */
const MAXIMUM_LENGTH = 20_000;

/** The grammar is large, and most files hold no expression. */
const engine = lateModule(() => import("./promql-engine.ts"));

/** `promql`: an expression of Prometheus 3. */
export const promqlLanguage: ScalarLanguage = {
  format: "promql",
  title: "PromQL expression",
  load: engine.load,
  isLoaded: engine.isLoaded,
  check(text) {
    if (text.length > MAXIMUM_LENGTH) {
      const message = `The expression has ${text.length} characters, at most ${MAXIMUM_LENGTH} are checked`;
      return problem(0, text.length, message);
    }
    return engine.get()?.checkPromql(text);
  },
  completionsAt: (text, offset, context) => engine.get()?.promqlCompletions(bounded(text), offset, context) ?? [],
  hoverAt: (text, offset, context) => engine.get()?.promqlHover(bounded(text), offset, context),
  signatureAt: (text, offset) => engine.get()?.promqlSignature(bounded(text), offset),
  mentions: (text) => engine.get()?.promqlMentions(bounded(text)) ?? [],
};

function bounded(text: string): string {
  return text.length > MAXIMUM_LENGTH ? "" : text;
}
