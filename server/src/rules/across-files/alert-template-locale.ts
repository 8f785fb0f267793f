import * as l10n from "@vscode/l10n";
import type { FixData, JsonValue } from "../../schema/problem.ts";
import { keyList } from "../../schema/wording.ts";
import { canonicalLocale } from "../../values/locale.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";

/** What the localization file says, in canonical tags. */
interface Facts {
  readonly list: Place;
  readonly supported: readonly string[];
  readonly fallback: string | undefined;
}

export const rule = defineRule<Facts | undefined>({
  id: "alert-template-locale",
  severity: "warning",
  at: { monitoring: ["tenant_specific.alert_templates.*.texts"] },
  facts: (context) => {
    const localization = context.fileOf("localization");
    const list = localization?.get("supported_locales");
    const items = list?.items() ?? [];
    const supported = items.map((item) => canonicalOf(item.text)).filter((locale) => locale !== undefined);
    if (!list || supported.length === 0 || supported.length < items.length) return undefined;
    return { list, supported, fallback: canonicalOf(localization?.get("default_locale")?.text) };
  },
  check: (texts, report, facts) => {
    if (!facts || !texts.isMap || texts.size === 0) return;
    const written = new Map(texts.entries().map((text) => [canonicalLocale(text.name) ?? text.name, text]));
    checkUnsupported(texts, written, facts, report);
    checkMissing(texts, written, facts, report);
  },
});

function canonicalOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : canonicalLocale(text);
}

/** true when a text serves the readers of a locale: it is that of the locale itself or of its language. */
function serves(text: string, locale: string): boolean {
  return text === locale || locale.startsWith(`${text}-`);
}

function checkUnsupported(
  texts: Place,
  written: ReadonlyMap<string, Place>,
  { list, supported }: Facts,
  report: Report,
): void {
  for (const [locale, text] of written) {
    if (supported.some((other) => serves(locale, other))) continue;
    report(text, {
      on: "key",
      message: l10n.t`\`${text.name}\` is not among the supported locales, so nobody is ever alerted with this text. Support the locale, or remove the text.`,
      related: [{ place: list, message: l10n.t`The supported locales stand here.` }],
      tags: ["unnecessary"],
      ...(written.size > 1 && {
        fix: {
          fix: "change",
          path: texts.path,
          changes: [
            {
              title: l10n.t`Remove the text for \`${text.name}\``,
              preferred: false,
              operations: [{ do: "remove", path: [text.name] }],
            },
          ],
        },
      }),
    });
  }
}

function checkMissing(texts: Place, written: ReadonlyMap<string, Place>, facts: Facts, report: Report): void {
  const missing = facts.supported.filter((locale) => ![...written.keys()].some((text) => serves(text, locale)));
  if (missing.length === 0) return;
  const model = (facts.fallback !== undefined && written.get(facts.fallback)) || [...written.values()][0];
  const fix = model && additions(texts, missing, model);
  report(texts, {
    on: "key",
    message: l10n.t`This template has no text for ${keyList(missing)}: channels of these locales get an alert without one, because Alertmanager has no fallback. Add a text for each supported locale.`,
    related: [{ place: facts.list, message: l10n.t`The supported locales stand here.` }],
    ...(fix && { fix }),
  });
}

function additions(texts: Place, missing: readonly string[], model: Place): FixData | undefined {
  const copied = model.entries().flatMap((entry): [string, JsonValue][] => {
    const { node } = entry;
    return node.kind === "scalar" && typeof node.value === "string" ? [[entry.name, node.value]] : [];
  });
  if (copied.length === 0 || copied.length < model.size) return undefined;
  const value = Object.fromEntries(copied);
  return {
    fix: "change",
    path: texts.path,
    changes: [
      {
        title: l10n.t`Copy the text of \`${model.name}\` for ${keyList(missing)}`,
        operations: missing.map((locale) => ({ do: "set", path: [locale], value })),
      },
    ],
  };
}

const TEMPLATE = (locales: readonly string[]): string =>
  `tenant_specific:\n  alert_templates:\n    - name: default\n      texts:\n${locales
    .map(
      (locale) =>
        `        ${locale}:\n          title: "{{ .CommonLabels.alertname }}"\n          body: Look into it.\n`,
    )
    .join("")}`;
const LOCALES = (locales: string, fallback = "en"): string =>
  `default_locale: ${fallback}\nsupported_locales: [${locales}]\n`;

export const page: RulePage = {
  title: "Alert texts and supported locales that do not match.",
  why: "Alertmanager knows nothing of locales: each channel is given the text of its own, and a template that lacks it falls back to nothing. The person on call then gets an empty title at night. A text for a locale that nobody supports is kept up to date for nobody.",
  fix: "Copy the text of the default locale, to be translated",
  examples: {
    failing: {
      what: "a supported locale without a text",
      text: TEMPLATE(["en", "fr"]),
      files: { "localization.yaml": LOCALES("en, fr, de") },
      reports: [
        "warning 4 «texts» This template has no text for `de`: channels of these locales get an alert without one, because Alertmanager has no fallback. Add a text for each supported locale.",
      ],
      fixed: TEMPLATE(["en", "fr", "de"]),
    },
    passing: {
      what: "a text for each locale, one of them by its language",
      text: TEMPLATE(["en", "de"]),
      files: { "localization.yaml": LOCALES("en, de, de-AT") },
      reports: [],
    },
    placeholder: {
      what: "a locale that only the deployment knows",
      text: TEMPLATE(["en"]),
      files: { "localization.yaml": LOCALES('en, "${SECOND}"') },
      reports: [],
    },
    disabled: "templates can not be switched off",
    more: [
      {
        what: "several locales without a text",
        text: TEMPLATE(["en"]),
        files: { "localization.yaml": LOCALES("en, fr, de") },
        reports: [
          "warning 4 «texts» This template has no text for `fr` and `de`: channels of these locales get an alert without one, because Alertmanager has no fallback. Add a text for each supported locale.",
        ],
        fixed: TEMPLATE(["en", "fr", "de"]),
      },
      {
        what: "a text for a locale that is not supported",
        text: TEMPLATE(["en", "it"]),
        files: { "localization.yaml": LOCALES("en") },
        reports: [
          "warning 8 «it» `it` is not among the supported locales, so nobody is ever alerted with this text. Support the locale, or remove the text.",
        ],
        fixed: TEMPLATE(["en"]),
      },
      {
        what: "old names of locales",
        text: TEMPLATE(["iw"]),
        files: { "localization.yaml": LOCALES("he", "he") },
        reports: [],
      },
      { what: "no localization file", text: TEMPLATE(["en"]), reports: [] },
    ],
  },
};
