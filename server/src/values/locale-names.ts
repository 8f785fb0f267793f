import { languageInUse } from "../text/language.ts";

/** Locales offered by completion: the twelve defaults first, then the ones asked for most. */
export const COMMON_LOCALES: readonly string[] = (
  "en fr de es it pt ru zh ja ko ar he " +
  "en-US en-GB en-CA en-AU en-IN en-IE fr-FR fr-CA fr-BE fr-CH de-DE de-AT de-CH es-ES es-MX es-AR es-419 " +
  "it-IT pt-BR pt-PT ru-RU zh-CN zh-TW zh-HK zh-Hans zh-Hant ja-JP ko-KR ar-SA ar-EG ar-AE he-IL " +
  "nl nl-NL nl-BE pl sv da nb fi cs sk hu ro bg el uk tr hr sr sl lt lv et ca hi bn id ms th vi fa"
).split(" ");

/** The name of a well-formed tag without its extensions (`German (Germany)`), undefined when it has none. */
export function localeName(tag: string, language = languageInUse()): string | undefined {
  try {
    const names = new Intl.DisplayNames([language], {
      type: "language",
      languageDisplay: "standard",
      fallback: "none",
    });
    return names.of(new Intl.Locale(tag).baseName);
  } catch {
    // Intl throws for tags it can not take apart; such a tag simply has no name.
    return undefined;
  }
}
