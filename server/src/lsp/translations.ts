import type { Messages } from "../text/language.ts";

/** Languages that messages are translated into. Each is a chunk of its own that only its readers load. */
const TRANSLATIONS: Readonly<Record<string, () => Promise<{ readonly default: Messages }>>> = {
  ar: () => import("../../l10n/bundle.l10n.ar.json", { with: { type: "json" } }),
  de: () => import("../../l10n/bundle.l10n.de.json", { with: { type: "json" } }),
  es: () => import("../../l10n/bundle.l10n.es.json", { with: { type: "json" } }),
  fr: () => import("../../l10n/bundle.l10n.fr.json", { with: { type: "json" } }),
  ja: () => import("../../l10n/bundle.l10n.ja.json", { with: { type: "json" } }),
};

/** The messages in a language (`fr`); undefined when there are none. */
export function translation(language: string): Promise<Messages> | undefined {
  const load = Object.hasOwn(TRANSLATIONS, language) ? TRANSLATIONS[language] : undefined;
  return load?.().then((module) => module.default);
}
