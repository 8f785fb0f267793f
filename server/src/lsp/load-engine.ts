import type { RemoteConsole } from "vscode-languageserver";
import type { Service } from "../service.ts";
import { type Messages, useLanguage } from "../text/language.ts";

/** Languages that messages are translated into. Each is a chunk of its own that only its readers load. */
const TRANSLATIONS: Readonly<Record<string, () => Promise<{ readonly default: Messages }>>> = {
  ar: () => import("../../l10n/bundle.l10n.ar.json", { with: { type: "json" } }),
  de: () => import("../../l10n/bundle.l10n.de.json", { with: { type: "json" } }),
  es: () => import("../../l10n/bundle.l10n.es.json", { with: { type: "json" } }),
  fr: () => import("../../l10n/bundle.l10n.fr.json", { with: { type: "json" } }),
  ja: () => import("../../l10n/bundle.l10n.ja.json", { with: { type: "json" } }),
};

/**
 * Loads the engine, which speaks the language of a client's locale (`fr`, `de-AT`), or English where there is no translation. The
 * language comes first: some messages are made as soon as the module is there that holds them.
 */
export async function loadEngine(locale: string | undefined, log: Pick<RemoteConsole, "warn">): Promise<Service> {
  const language = locale?.split(/[-_]/, 1)[0]?.toLowerCase() ?? "";
  const load = Object.hasOwn(TRANSLATIONS, language) ? TRANSLATIONS[language] : undefined;
  try {
    const messages = await load?.();
    if (messages) useLanguage(language, messages.default);
  } catch (error) {
    log.warn(`The messages for the locale ${locale} can not be loaded: ${String(error)}`);
  }
  const { createService } = await import("../service.ts");
  return createService();
}
