import { accepts, advises, completes, describes, refuses } from "./language-table.ts";

accepts("locale", ["en", "pt-BR", "zh-Hant-TW", "es-419", "ar-u-nu-latn", "de-1996", "en-x-acme", "xx"]);
advises("locale", [
  ["«EN»", "en"],
  ["«en-us»", "en-US"],
  ["«iw»", "he", /old name/],
  ["«zh-cmn»", "zh"],
]);
refuses("locale", [
  ["en«_»US", "en-US"],
  ["en«_»US.UTF-8", "en-US"],
  ["«German»", "de"],
  ["«french (canada)»", "fr-CA"],
  ["«english2»", undefined, /language code/],
  ["«e»", undefined],
  ["en«-»", undefined],
  ["en-«-»US", undefined],
  ["«de-1996-1996»", undefined],
  ["«en-US-Latn»", undefined, /order/],
  ["en-«abcdefghi»", undefined],
  ["en« »US", undefined],
]);
describes("locale", {
  "de-DE": "German (Germany)",
  "pt-BR": "Portuguese (Brazil)",
  "zh-Hant-TW": "Chinese (Traditional, Taiwan)",
  "ar-u-nu-latn": "Arabic",
  xx: undefined,
  en_US: undefined,
});
completes("locale", ["en", "fr", "de", "es", "it", "pt", "ru", "zh", "ja", "ko", "ar", "he", "en-US"]);
