import { languageInUse } from "../text/language.ts";

const tables = new Map<string, Intl.DisplayNames>();

/** The name of a region or currency in the language in use; `english` is the name in the tables of this folder. */
export function nameInUse(type: "region" | "currency", code: string, english: string): string {
  const language = languageInUse();
  if (language === "en") return english;
  const key = `${language} ${type}`;
  let names = tables.get(key);
  if (!names) {
    names = new Intl.DisplayNames([language], { type, fallback: "none" });
    tables.set(key, names);
  }
  return names.of(code) ?? english;
}
