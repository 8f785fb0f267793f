import * as l10n from "@vscode/l10n";
import type { FixData, JsonValue, Operation } from "../../schema/problem.ts";
import { keyList } from "../../schema/wording.ts";
import { EUROPEAN_ECONOMIC_AREA } from "../../values/data/european-economic-area.ts";
import { canonicalLocale } from "../../values/locale.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";

/** Frameworks that keep the promise: the British law is the same one. */
const GDPR: readonly string[] = ["gdpr", "uk_gdpr"];
const FRAMEWORKS = ["compliance", "frameworks"];
const LEGAL = ["regions", "legal_compliance"];

interface Facts {
  /** The promise, when it is made. */
  readonly promise: Place | undefined;
  /** URIs of the files whose frameworks lack the GDPR; undefined when one of the tenant's files has it, or that is not known. */
  readonly lacking: readonly string[] | undefined;
  /** What the localization file says of the law. */
  readonly legal: Place | undefined;
}

export const rule = defineRule<Facts>({
  id: "gdpr-mismatch",
  severity: "warning",
  at: { tenant: ["security.data_privacy.gdpr_compliant"], localization: ["supported_locales"] },
  facts: (context) => {
    const compliant = context.fileOf("tenant")?.get("security", "data_privacy", "gdpr_compliant");
    const isTenant = context.model.kind === "tenant";
    return {
      promise: compliant?.boolean === true ? compliant : undefined,
      lacking: isTenant ? lackingFiles(context) : undefined,
      legal: isTenant ? undefined : context.file?.get(...LEGAL),
    };
  },
  check: (place, report, { promise, lacking, legal }) => {
    if (!promise) return;
    if (place.model.kind === "localization") {
      if (!legal || legal.isMap || legal.isNull) checkLocales(place, legal, promise, report);
    } else if (lacking) checkFrameworks(place, lacking, report);
  },
});

/** The security file, else the environment files; undefined when there is none, one lists the GDPR or one is not known. */
function lackingFiles({ filesOf }: RuleContext): readonly string[] | undefined {
  const [security, environments] = [filesOf("security"), filesOf("environment")];
  const files = [...security, ...environments];
  const frameworks = files.flatMap((file) => file.get(...FRAMEWORKS) ?? []);
  const names = frameworks.flatMap((list) => (list.isList ? list.items().map((item) => item.text) : [undefined]));
  if (names.some((name) => name === undefined || GDPR.includes(name.toLowerCase()))) return undefined;
  const lacking = security.length > 0 ? security : environments;
  return lacking.length === 0 ? undefined : lacking.map(({ model }) => model.uri);
}

function checkFrameworks(place: Place, lacking: readonly string[], report: Report): void {
  report(place, {
    message: l10n.t`The tenant promises to comply with the GDPR, but neither its security file nor an environment file lists \`gdpr\` in \`compliance.frameworks\`, so none of what the GDPR asks for is checked. Add it, or withdraw the promise.`,
    fix: {
      fix: "change",
      path: [],
      changes: [
        {
          title: l10n.t`Add \`gdpr\` to \`compliance.frameworks\``,
          operations: lacking.map((file): Operation => ({ do: "append", file, path: FRAMEWORKS, value: "gdpr" })),
        },
      ],
    },
  });
}

function checkLocales(supported: Place, legal: Place | undefined, promise: Place, report: Report): void {
  /** Locales by the key that is to say it. */
  const missing = new Map<string, string>();
  const related = [{ place: promise, message: l10n.t`The tenant file promises it here.` }];
  const denied = new Set<string>();
  const laws = (legal?.entries() ?? []).map((entry): Law => [canonicalLocale(entry.name) ?? entry.name, entry]);
  for (const item of supported.items()) {
    const [locale, country] = europeanLocale(item.text);
    if (locale === undefined || country === undefined) continue;
    const entries = coveringEntries(laws, locale, country);
    const answers = entries.map((entry) => entry.get("gdpr_applicable"));
    if (entries.some((entry) => entry.isUnresolved) || answers.some((answer) => answer && answer.boolean !== false))
      continue;
    const answer = answers.find((given) => given !== undefined);
    if (!answer) missing.set(locale, entries[0]?.name ?? locale);
    else if (!denied.has(answer.pathText)) {
      denied.add(answer.pathText);
      report(answer, {
        message: l10n.t`The GDPR does apply to readers of \`${locale}\`, who live in the European Economic Area, and the tenant file promises to comply with it.`,
        related,
        fix: changeTo(answer, true),
      });
    }
  }
  if (missing.size === 0) return;
  report(legal ?? supported, {
    on: "key",
    message: l10n.t`The tenant file promises to comply with the GDPR, but nothing says that it applies to readers of ${keyList([...missing.keys()])}: they are not asked for consent, and their data is kept as anywhere else. Add them to \`regions.legal_compliance\` with \`gdpr_applicable: true\`.`,
    related,
    fix: additions(legal, missing),
  });
}

/** A locale with its country, when people who read it most likely live where the GDPR applies. */
function europeanLocale(text: string | undefined): readonly [locale?: string, country?: string] {
  const locale = text === undefined ? undefined : canonicalLocale(text);
  if (locale === undefined || text === undefined) return [];
  const country = new Intl.Locale(locale).maximize().region;
  return country !== undefined && EUROPEAN_ECONOMIC_AREA.has(country) ? [text, country] : [];
}

/** An entry of the law, behind the canonical spelling of its key. */
type Law = readonly [key: string, entry: Place];

/** Entries of the law that hold for a locale: its own, that of its language, that of the country. */
function coveringEntries(laws: readonly Law[], locale: string, country: string): readonly Place[] {
  const canonical = canonicalLocale(locale) ?? locale;
  const covers = ([key, { name }]: Law): boolean =>
    name.toUpperCase() === country || canonical === key || canonical.startsWith(`${key}-`);
  return laws.filter(covers).map(([, entry]) => entry);
}

function additions(legal: Place | undefined, missing: ReadonlyMap<string, string>): FixData {
  const keys = [...new Set(missing.values())];
  const applies: JsonValue = { gdpr_applicable: true };
  const operations: readonly Operation[] = legal?.isMap
    ? keys.map((key): Operation => ({ do: "set", path: [...LEGAL, key, "gdpr_applicable"], value: true }))
    : [{ do: "set", path: LEGAL, value: Object.fromEntries(keys.map((key) => [key, applies])) }];
  const title = l10n.t`Say that the GDPR applies to ${keyList(keys)}`;
  return { fix: "change", path: [], changes: [{ title, operations }] };
}

function changeTo(place: Place, value: boolean): FixData {
  const title = l10n.t`Set \`${place.name}\` to \`${value}\``;
  return { fix: "change", path: place.path, changes: [{ title, operations: [{ do: "set", path: [], value }] }] };
}

const TENANT = "security:\n  data_privacy:\n    gdpr_compliant: true # see the contract\n";
const FRAMEWORKS_OF = (names: string): string => `compliance:\n  frameworks: [${names}]\n`;
const UNLISTED =
  "warning 3 «true» The tenant promises to comply with the GDPR, but neither its security file nor an environment file lists `gdpr` in `compliance.frameworks`, so none of what the GDPR asks for is checked. Add it, or withdraw the promise.";

export const page: RulePage = {
  title: "A promise to comply with the GDPR that the other files do not keep.",
  why: "The promise in the tenant file is what customers are told. Deletion on request, consent and limits of retention follow from the frameworks and from the law of each locale; where those are not set, the promise is broken for exactly the people it was made to, and the fine is up to four percent of the turnover.",
  fix: "Add `gdpr` to the frameworks, or say that the GDPR applies to the locale",
  examples: {
    failing: {
      what: "a promise that no framework keeps",
      text: TENANT,
      files: { "security.yaml": FRAMEWORKS_OF("iso27001") },
      reveals: ["compliance-gdpr"],
      reports: [UNLISTED],
    },
    passing: {
      what: "a promise that an environment keeps",
      text: TENANT,
      files: { "security.yaml": FRAMEWORKS_OF("iso27001"), "environment.production.yaml": FRAMEWORKS_OF("gdpr") },
      reports: [],
    },
    placeholder: {
      what: "a framework that only the deployment knows",
      text: TENANT,
      files: { "security.yaml": FRAMEWORKS_OF('"${FRAMEWORK}"') },
      reports: [],
    },
    disabled: "the promise can not be switched off",
    more: [
      {
        what: "a security file that says nothing of compliance",
        text: TENANT,
        files: { "security.yaml": "authentication:\n  mfa:\n    required: true\n" },
        reveals: ["compliance-gdpr"],
        reports: [UNLISTED],
      },
      { what: "a tenant file alone", text: TENANT, reports: [] },
      {
        what: "no promise",
        text: TENANT.replace("true", "false"),
        files: { "security.yaml": FRAMEWORKS_OF("iso27001") },
        reports: [],
      },
      {
        what: "European locales without the law",
        kind: "localization",
        text: "supported_locales: [en, fr, de-AT, pt, en-IE]\n",
        files: { "tenant.yaml": TENANT },
        reports: [
          "warning 1 «supported_locales» The tenant file promises to comply with the GDPR, but nothing says that it applies to readers of `fr`, `de-AT` and `en-IE`: they are not asked for consent, and their data is kept as anywhere else. Add them to `regions.legal_compliance` with `gdpr_applicable: true`.",
        ],
        fixed:
          "supported_locales: [en, fr, de-AT, pt, en-IE]\nregions:\n  legal_compliance:\n    fr:\n      gdpr_applicable: true\n    de-AT:\n      gdpr_applicable: true\n    en-IE:\n      gdpr_applicable: true\n",
      },
      {
        what: "European locales without the law beside others",
        kind: "localization",
        text: "supported_locales: [fr, de, it]\nregions:\n  legal_compliance:\n    FR:\n      gdpr_applicable: true # of course\n    US:\n      ccpa_applicable: true\n",
        files: { "tenant.yaml": TENANT },
        reports: [
          "warning 3 «legal_compliance» The tenant file promises to comply with the GDPR, but nothing says that it applies to readers of `de` and `it`: they are not asked for consent, and their data is kept as anywhere else. Add them to `regions.legal_compliance` with `gdpr_applicable: true`.",
        ],
        fixed:
          "supported_locales: [fr, de, it]\nregions:\n  legal_compliance:\n    FR:\n      gdpr_applicable: true # of course\n    US:\n      ccpa_applicable: true\n    de:\n      gdpr_applicable: true\n    it:\n      gdpr_applicable: true\n",
      },
      {
        what: "European locales for which the law is denied",
        kind: "localization",
        text: "supported_locales: [fr-FR, fr-BE]\nregions:\n  legal_compliance:\n    fr: { gdpr_applicable: false }\n",
        files: { "tenant.yaml": TENANT },
        reports: [
          "warning 4 «false» The GDPR does apply to readers of `fr-FR`, who live in the European Economic Area, and the tenant file promises to comply with it.",
        ],
        fixed: "supported_locales: [fr-FR, fr-BE]\nregions:\n  legal_compliance:\n    fr: { gdpr_applicable: true }\n",
      },
      {
        what: "locales of other continents, and a law that only the deployment knows",
        kind: "localization",
        text: "supported_locales: [fr-CA, es-419, pt-BR, de]\nregions:\n  legal_compliance:\n    DE: { gdpr_applicable: ${GDPR} }\n",
        files: { "tenant.yaml": TENANT },
        reports: [],
      },
      {
        what: "the law of a country that leaves the question open",
        kind: "localization",
        text: "supported_locales: [fr]\nregions:\n  legal_compliance:\n    FR:\n      minimum_age: 16\n",
        files: { "tenant.yaml": TENANT },
        reports: [
          "warning 3 «legal_compliance» The tenant file promises to comply with the GDPR, but nothing says that it applies to readers of `fr`: they are not asked for consent, and their data is kept as anywhere else. Add them to `regions.legal_compliance` with `gdpr_applicable: true`.",
        ],
        fixed:
          "supported_locales: [fr]\nregions:\n  legal_compliance:\n    FR:\n      gdpr_applicable: true\n      minimum_age: 16\n",
      },
    ],
  },
};
