import * as l10n from "@vscode/l10n";
import type { FixData } from "../../schema/problem.ts";
import { keyList } from "../../schema/wording.ts";
import { canonicalLocale } from "../../values/locale.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";

/** What the variables of the deployment ask of every tenant. */
interface Facts {
  readonly mfaRequired: boolean;
  readonly keyProvider: string | undefined;
  readonly defaultLocale: string | undefined;
  readonly supportedLocales: readonly string[];
  readonly grafana: string | undefined;
  /** Canonical locales that the localization file supports. */
  readonly ownLocales: readonly string[];
}

export const rule = defineRule<Facts>({
  id: "env-floor",
  severity: "warning",
  at: {
    tenant: ["security.authentication.mfa_required"],
    security: ["authentication.mfa.required", "encryption.at_rest.key_management.provider"],
    localization: ["default_locale", "supported_locales"],
    monitoring: ["grafana.config.server.root_url"],
  },
  facts: ({ model, deployment, file }) => {
    const { mfaRequired, keyProvider, defaultLocale, supportedLocales, grafanaEndpoint: grafana } = deployment;
    const own = model.kind === "localization" ? (file?.get("supported_locales")?.items() ?? []) : [];
    const ownLocales = own.map((item) => canonical(item.text)).filter((locale) => locale !== undefined);
    return { mfaRequired, keyProvider, defaultLocale, supportedLocales, grafana, ownLocales };
  },
  check: (place, report, facts) => {
    if (place.name === "provider") checkKeyProvider(place, facts, report);
    else if (place.name === "default_locale") checkDefaultLocale(place, facts, report);
    else if (place.name === "supported_locales") checkSupportedLocales(place, facts, report);
    else if (place.name === "root_url") checkGrafana(place, facts, report);
    else checkSecondFactor(place, facts, report);
  },
});

function canonical(text: string | undefined): string | undefined {
  return text === undefined ? undefined : (canonicalLocale(text) ?? text);
}

function checkSecondFactor(place: Place, { mfaRequired }: Facts, report: Report): void {
  if (!mfaRequired || place.boolean !== false) return;
  report(place, {
    severity: "error",
    message: l10n.t`The deployment asks every tenant for a second factor (\`MFA_REQUIRED=true\`), and this file does not require one. Require it, or have the variable changed.`,
    fix: changeTo(place, true),
  });
}

function checkKeyProvider(place: Place, { keyProvider }: Facts, report: Report): void {
  const provider = place.text;
  if (keyProvider === undefined || provider === undefined || provider === keyProvider) return;
  report(place, {
    message: l10n.t`The deployment keeps its keys in \`${keyProvider}\` (\`ENCRYPTION_KEY_PROVIDER\`), and this file says \`${provider}\`: keys of this tenant are missing from the rotation and backup of all others. Use \`${keyProvider}\`, or have the variable changed.`,
    // The keys themselves have to be moved as well.
    fix: changeTo(place, keyProvider, false),
  });
}

function checkDefaultLocale(place: Place, { defaultLocale, ownLocales }: Facts, report: Report): void {
  const locale = canonical(place.text);
  const floor = canonical(defaultLocale);
  if (defaultLocale === undefined || locale === undefined || floor === undefined || locale === floor) return;
  report(place, {
    message: l10n.t`The deployment begins in \`${defaultLocale}\` (\`DEFAULT_LOCALE\`), and this file in \`${place.text ?? ""}\`: people who have not chosen yet see one language before sign-in and another one after it.`,
    ...(ownLocales.includes(floor) && { fix: changeTo(place, defaultLocale, false) }),
  });
}

function checkSupportedLocales(list: Place, { supportedLocales, ownLocales }: Facts, report: Report): void {
  if (supportedLocales.length === 0 || !list.isList) return;
  const floor = supportedLocales.map((locale) => canonical(locale));
  for (const item of list.items()) {
    const locale = canonical(item.text);
    if (locale === undefined || floor.includes(locale)) continue;
    report(item, {
      message: l10n.t`The deployment does not support \`${item.text ?? ""}\` (\`SUPPORTED_LOCALES\`), so nobody is ever offered it. Remove it, or have the variable changed.`,
    });
  }
  const fewer = supportedLocales.filter((locale) => !ownLocales.includes(canonical(locale) ?? locale));
  if (fewer.length === 0 || list.holdsUnresolved || list.size === 0) return;
  report(list, {
    severity: "information",
    on: "key",
    message: l10n.t`The deployment also supports ${keyList(fewer)} (\`SUPPORTED_LOCALES\`), which this tenant does not offer.`,
  });
}

function checkGrafana(place: Place, { grafana }: Facts, report: Report): void {
  const address = place.text;
  if (grafana === undefined || address === undefined || addressOf(address) === addressOf(grafana)) return;
  report(place, {
    severity: "information",
    message: l10n.t`The deployment reaches Grafana at \`${grafana}\` (\`GRAFANA_ENDPOINT\`), and this file says \`${address}\`. Links in alerts and redirects after sign-in use the second one; make sure that people can open it.`,
  });
}

/** An address without what makes no difference: the usual port, letters of the host and a slash at the end. */
function addressOf(text: string): string {
  return (URL.parse(text)?.href ?? text).replace(/\/$/, "");
}

function changeTo(place: Place, value: string | boolean, isSure = true): FixData {
  return {
    fix: "change",
    path: place.path,
    changes: [
      {
        title: l10n.t`Set \`${place.name}\` to \`${value}\``,
        operations: [{ do: "set", path: [], value }],
        ...(isSure ? {} : { preferred: false as const }),
      },
    ],
  };
}

const MFA = (required: string): string =>
  `authentication:\n  mfa:\n    required: ${required} # reviewed\n    methods: [totp]\n`;
const KEYS = (provider: string): string =>
  `encryption:\n  at_rest:\n    key_management:\n      provider: ${provider}\n`;
const LOCALES = (fallback: string, locales: string): string =>
  `default_locale: ${fallback}\nsupported_locales: [${locales}]\n`;
const GRAFANA = (address: string): string => `grafana:\n  config:\n    server:\n      root_url: ${address}\n`;
const NO_MFA =
  "The deployment asks every tenant for a second factor (`MFA_REQUIRED=true`), and this file does not require one. Require it, or have the variable changed.";

export const page: RulePage = {
  title: "A file that is weaker than the deployment allows, or differs from it.",
  why: "The variables are what the platform promises for all its tenants. A tenant that asks for no second factor where the platform demands one is either refused at sign-in or, worse, let in; keys in another store miss the common rotation; and a locale that the platform does not serve is never offered.",
  fix: "Use what the variable says",
  examples: {
    failing: {
      what: "no second factor where the deployment asks for one",
      kind: "security",
      text: MFA("false"),
      files: { "/.env": "MFA_REQUIRED=true\n" },
      reports: [`error 3 «false» ${NO_MFA}`],
      fixed: MFA("true"),
    },
    passing: {
      what: "a second factor where the deployment asks for none",
      kind: "security",
      text: MFA("true"),
      files: { "/.env": "MFA_REQUIRED=false\n" },
      reports: [],
    },
    placeholder: {
      what: "a value that only the deployment knows",
      kind: "security",
      text: MFA("${MFA}"),
      files: { "/.env": "MFA_REQUIRED=true\n" },
      reports: [],
    },
    disabled: {
      what: "encryption that is switched off",
      kind: "security",
      text: KEYS("local").replace("at_rest:\n", "at_rest:\n    enabled: false\n"),
      files: { "/.env": "ENCRYPTION_KEY_PROVIDER=vault\n" },
      reports: [],
    },
    more: [
      { what: "no variables", kind: "security", text: MFA("false") + KEYS("local"), reports: [] },
      {
        what: "a tenant file that promises no second factor",
        kind: "tenant",
        text: "security:\n  authentication:\n    mfa_required: false\n",
        files: { "/.env": "MFA_REQUIRED=true\n" },
        reports: [`error 3 «false» ${NO_MFA}`],
        fixed: "security:\n  authentication:\n    mfa_required: true\n",
      },
      {
        what: "keys in another store",
        kind: "security",
        text: KEYS("local"),
        files: { "/.env": "ENCRYPTION_KEY_PROVIDER=vault\n" },
        reports: [
          "warning 4 «local» The deployment keeps its keys in `vault` (`ENCRYPTION_KEY_PROVIDER`), and this file says `local`: keys of this tenant are missing from the rotation and backup of all others. Use `vault`, or have the variable changed.",
        ],
        fixed: KEYS("vault"),
      },
      {
        what: "another default locale",
        kind: "localization",
        text: LOCALES("fr", "en, fr"),
        files: { "/.env": "DEFAULT_LOCALE=en\n" },
        reports: [
          "warning 1 «fr» The deployment begins in `en` (`DEFAULT_LOCALE`), and this file in `fr`: people who have not chosen yet see one language before sign-in and another one after it.",
        ],
        fixed: LOCALES("en", "en, fr"),
      },
      {
        what: "other locales, and fewer",
        kind: "localization",
        text: LOCALES("en", "en, it"),
        files: { "/.env": "SUPPORTED_LOCALES=en,fr,de\n" },
        reports: [
          "information 2 «supported_locales» The deployment also supports `fr` and `de` (`SUPPORTED_LOCALES`), which this tenant does not offer.",
          "warning 2 «it» The deployment does not support `it` (`SUPPORTED_LOCALES`), so nobody is ever offered it. Remove it, or have the variable changed.",
        ],
      },
      {
        what: "the same locale in another spelling",
        kind: "localization",
        text: LOCALES("pt-br", "pt-br"),
        files: { "/.env": "DEFAULT_LOCALE=pt-BR\nSUPPORTED_LOCALES=pt-BR\n" },
        reports: [],
      },
      {
        what: "another address of Grafana",
        kind: "monitoring",
        text: GRAFANA("https://grafana.acme.example"),
        files: { "/.env": "GRAFANA_ENDPOINT=https://grafana.internal.example\n" },
        reports: [
          "information 4 «https://grafana.acme.example» The deployment reaches Grafana at `https://grafana.internal.example` (`GRAFANA_ENDPOINT`), and this file says `https://grafana.acme.example`. Links in alerts and redirects after sign-in use the second one; make sure that people can open it.",
        ],
      },
      {
        what: "the same address of Grafana in another spelling",
        kind: "monitoring",
        text: GRAFANA("https://grafana.acme.example:443/"),
        files: { "/.env": "GRAFANA_ENDPOINT=https://Grafana.acme.example\n" },
        reports: [],
      },
    ],
  },
};
