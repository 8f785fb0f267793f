import * as l10n from "@vscode/l10n";
import { durationInWords } from "./duration.ts";
import { callAround } from "./promql-completion.ts";
import { parameterLabel, promqlFunction, promqlManual, signatureLabel } from "./promql-functions.ts";
import { isMetric } from "./promql-mentions.ts";
import { promqlPlace } from "./promql-place.ts";
import { type PromqlToken, promqlTokens } from "./promql-tokens.ts";
import type { EmbeddedContext, EmbeddedHover, EmbeddedSignature } from "./scalar-language.ts";

const KEYWORDS: Readonly<Record<string, string>> = {
  by: l10n.t("One group for each value of these labels; other labels are dropped."),
  without: l10n.t("Groups by all labels but these, which are dropped."),
  on: l10n.t("Matches series of both sides that agree in these labels."),
  ignoring: l10n.t("Matches series of both sides that agree in all labels but these."),
  group_left: l10n.t("Many series on the left match one on the right; the labels in brackets come from the right."),
  group_right: l10n.t("One series on the left matches many on the right; the labels in brackets come from the left."),
  bool: l10n.t("Gives 1 or 0 for each series instead of leaving out those that do not compare."),
  offset: l10n.t("Takes the value of some time before."),
  and: l10n.t("Series of the left side that the right side has as well."),
  or: l10n.t("Series of the left side, and those of the right side that it lacks."),
  unless: l10n.t("Series of the left side that the right side lacks."),
};

/** What stands at an offset of an expression; undefined when there is nothing to say. */
export function promqlHover(text: string, offset: number, context: EmbeddedContext): EmbeddedHover | undefined {
  const tokens = promqlTokens(text);
  const index = tokens.findIndex(({ start, end }) => start <= offset && offset < end);
  const token = tokens[index];
  const markdown = token && describe(tokens, token, index, context);
  return markdown === undefined ? undefined : { start: token?.start ?? 0, end: token?.end ?? 0, markdown };
}

function describe(
  tokens: readonly PromqlToken[],
  token: PromqlToken,
  index: number,
  context: EmbeddedContext,
): string | undefined {
  if (token.kind === "number") {
    const words = durationInWords(token.text);
    return words === undefined || token.text === "0" ? undefined : `\`${token.text}\`: ${words}`;
  }
  if (token.kind !== "identifier" || tokens[token.inside]?.text === "{") return undefined;
  const keyword = KEYWORDS[token.text.toLowerCase()];
  const next = tokens[index + 1]?.text.toLowerCase();
  const called = promqlFunction(token.text);
  if (called && (next === "(" || next === "by" || next === "without")) {
    return `\`\`\`promql\n${signatureLabel(called)}\n\`\`\`\n\n${called.meaning}\n\n[${l10n.t("Manual")}](${promqlManual(token.text)})`;
  }
  if (keyword !== undefined) return `\`${token.text}\`: ${keyword}`;
  if (!isMetric(tokens, index)) return undefined;
  const rule = context.recordingRule?.(token.text);
  return rule === undefined
    ? undefined
    : `${l10n.t`\`${token.text}\` is recorded by`}\n\n\`\`\`promql\n${rule.trim()}\n\`\`\``;
}

/** The call around an offset, and the argument that the offset stands in; undefined outside of calls. */
export function promqlSignature(text: string, offset: number): EmbeddedSignature | undefined {
  const place = promqlPlace(text, offset);
  const call = place && callAround(place);
  const called = call && promqlFunction(call.name);
  if (!place || !called) return undefined;
  const before = place.tokens.slice(0, place.index);
  const commas = before.filter((token) => token.text === "," && token.inside === call.bracket).length;
  const parameters = called.parameters.map(parameterLabel);
  const active = Math.min(commas, Math.max(0, parameters.length - 1));
  return { label: signatureLabel(called), documentation: called.meaning, parameters, active };
}
