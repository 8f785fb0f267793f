import type { RemoteConsole } from "vscode-languageserver";
import type { Service } from "../service.ts";
import { type Messages, useLanguage } from "../text/language.ts";

/** Where messages in a language come from; undefined for a language that there are none in. */
export type Translation = (language: string) => Promise<Messages> | undefined;

/**
 * Loads the engine, which speaks the language of a client's locale (`fr`, `de-AT`), or English where there is no translation;
 * `translation` is the messages in that language, or says where to find them. The language comes first: some messages are made as soon
 * as the module is there that holds them.
 */
export async function loadEngine(
  locale: string | undefined,
  translation: Translation | Messages | undefined,
  log: Pick<RemoteConsole, "warn">,
): Promise<Service> {
  const language = locale?.split(/[-_]/, 1)[0]?.toLowerCase() ?? "";
  try {
    const messages = await (typeof translation === "function" ? translation(language) : translation);
    if (messages) useLanguage(language, messages);
  } catch (error) {
    log.warn(`The messages for the locale ${locale} can not be loaded: ${String(error)}`);
  }
  const { createService } = await import("../service.ts");
  return createService();
}
