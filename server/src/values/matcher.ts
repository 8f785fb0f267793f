import * as l10n from "@vscode/l10n";
import { oneOf } from "../text/language.ts";
import { problem } from "./define-language.ts";
import { isClassicMatcher, type Matcher, parseMatchers } from "./matcher-syntax.ts";
import { matcherTokens } from "./matcher-tokens.ts";
import { re2Engine } from "./re2.ts";
import type {
  EmbeddedCompletion,
  EmbeddedContext,
  EmbeddedHover,
  ScalarLanguage,
  ValueProblem,
} from "./scalar-language.ts";

/** Longer matchers are refused before they are read. */
const MAXIMUM_LENGTH = 5_000;

const OPERATORS: readonly (readonly [operator: string, meaning: string])[] = [
  ["=", l10n.t("the label has exactly this value")],
  ["!=", l10n.t("the label has another value")],
  ["=~", l10n.t("the whole value matches the regular expression")],
  ["!~", l10n.t("the whole value does not match the regular expression")],
];

/** `matcher`: matchers of an Alertmanager route or inhibition. */
export const matcherLanguage: ScalarLanguage = {
  format: "matcher",
  code: "am-matcher-syntax",
  title: l10n.t("Matcher"),
  load: re2Engine.load,
  isLoaded: re2Engine.isLoaded,
  check,
  completions: () => [
    { label: 'severity="critical"', detail: l10n.t("the label has exactly this value") },
    { label: 'severity!="info"', detail: l10n.t("the label has another value") },
    { label: 'service=~"db|cache"', detail: l10n.t("the whole value matches the regular expression") },
    { label: 'service!~"test-.*"', detail: l10n.t("the whole value does not match the regular expression") },
  ],
  describe(text) {
    const matchers = text.length > MAXIMUM_LENGTH || check(text) ? undefined : parseMatchers(text);
    return matchers && !("message" in matchers)
      ? matchers.map(inWords).reduce((list, words) => l10n.t`${list}, and ${words}`)
      : undefined;
  },
  completionsAt,
  tokens: matcherTokens,
  hoverAt,
};

function check(text: string): ValueProblem | undefined {
  if (text.length > MAXIMUM_LENGTH) {
    return problem(
      0,
      text.length,
      l10n.t`The matcher has ${text.length} characters, at most ${MAXIMUM_LENGTH} are read`,
    );
  }
  if (text.trim() === "")
    return problem(0, text.length, l10n.t('An empty text is not a matcher; write for example `severity="critical"`'));
  const found = firstFault(text);
  const isCertain = found?.suggestion !== undefined && !firstFault(found.suggestion);
  if (!found || isCertain) return found;
  const { suggestion: _suggestion, ...rest } = found;
  return rest;
}

function firstFault(text: string): ValueProblem | undefined {
  const matchers = parseMatchers(text);
  if ("message" in matchers) return classic(text, matchers);
  for (const matcher of matchers) {
    const found = regexFault(matcher);
    if (found) return found;
  }
  return undefined;
}

/** What only the classic parser takes still works, with a warning in the log of Alertmanager. */
function classic(text: string, found: ValueProblem): ValueProblem {
  if (!isClassicMatcher(text)) return found;
  const message = l10n.t`${found.message}. Alertmanager only reads this by its classic parser`;
  return { ...found, message, advice: true };
}

function regexFault({ operator, operand }: Matcher): ValueProblem | undefined {
  const found = operator.endsWith("~") ? re2Engine.get()?.checkRe2(operand.value) : undefined;
  if (!found) return undefined;
  const place = (offset: number): number => operand.places[offset] ?? operand.end;
  return { ...problem(place(found.start), place(found.end), found.message), code: "regex-not-re2" };
}

function inWords({ label, operator, operand }: Matcher): string {
  const name = `\`${label.value}\``;
  if (operand.value === "") {
    return operator === "!="
      ? l10n.t`the label ${name} is there and not empty`
      : l10n.t`the label ${name} is missing or empty`;
  }
  const value = `\`${operand.value}\``;
  if (operator === "=") return l10n.t`the label ${name} is ${value}`;
  if (operator === "!=") return l10n.t`the label ${name} is not ${value} (or is missing)`;
  const words = operand.value.split("|");
  if (words.length > 1 && words.every((word) => /^[\w-]+$/.test(word))) {
    const choices = words.map((word) => `\`${word}\``);
    if (operator === "=~") return l10n.t`the label ${name} is ${oneOf(choices)}`;
    return l10n.t`the label ${name} is neither ${choices.reduce((list, choice) => l10n.t`${list}, nor ${choice}`)}`;
  }
  return operator === "=~"
    ? l10n.t`the whole of the label ${name} matches ${value}`
    : l10n.t`the whole of the label ${name} does not match ${value}`;
}

function completionsAt(text: string, offset: number, context: EmbeddedContext): readonly EmbeddedCompletion[] {
  const before = text.slice(0, offset);
  const operand = /([^\s{},!=~"]+|"[^"]*")\s*(=~|!~|!=|=)\s*("?)([^",{}\s]*)$/.exec(before);
  if (operand) {
    const [, label = "", , quote = "", typed = ""] = operand;
    const values = context.labelValues?.(label.replaceAll('"', "")) ?? [];
    const rest = /^[^",{}\s]*"?/.exec(text.slice(offset))?.[0].length ?? 0;
    const start = offset - typed.length - quote.length;
    return values.map((value) => ({
      ...{ label: value, detail: l10n.t("value of the label"), kind: "value" as const },
      ...{ start, end: offset + rest, insert: JSON.stringify(value) },
    }));
  }
  const [, name = ""] = /(?:^|[{,]\s*|^\s+)([^\s{},!=~"]*)$/.exec(before) ?? [];
  const isName = /(?:^|[{,])\s*[^\s{},!=~"]*$/.test(before);
  if (isName) {
    const rest = /^[^\s{},!=~"]*/.exec(text.slice(offset))?.[0].length ?? 0;
    const names = context.labels();
    return names.map((label) => ({
      ...{ label, detail: l10n.t("label"), kind: "field" as const },
      ...{ start: offset - name.length, end: offset + rest, insert: label },
    }));
  }
  const [, sign = ""] = /[^\s{},!=~"]"?\s+([!=~]*)$/.exec(before) ?? [];
  if (!/[^\s{},!=~]\s*[!=~]*$/.test(before)) return [];
  return OPERATORS.map(([operator, detail]) => ({
    ...{ label: operator, detail, kind: "operator" as const },
    ...{ start: offset - sign.length, end: offset, insert: operator },
  }));
}

function hoverAt(text: string, offset: number): EmbeddedHover | undefined {
  const matchers = text.length > MAXIMUM_LENGTH ? [] : parseMatchers(text);
  if ("message" in matchers) return undefined;
  const matcher = matchers.find(({ label, operand }) => label.start <= offset && offset <= operand.end);
  if (!matcher) return undefined;
  const { label, operator, operand } = matcher;
  const sentence = l10n.t`Matches when ${inWords(matcher)}.`;
  const anchored = l10n.t("The regular expression has to match the whole value.");
  return {
    start: label.start,
    end: operand.end,
    markdown: operator.endsWith("~") ? `${sentence}\n\n${anchored}` : sentence,
  };
}
