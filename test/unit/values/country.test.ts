import { accepts, advises, completes, describes, refuses } from "./language-table.ts";

accepts("country", ["DE", "US", "GB"]);
refuses("country", [
  ["«de»", "DE"],
  ["«DEU»", "DE"],
  ["«Germany»", "DE"],
  ["«UK»", "GB"],
  ["«EU»", undefined, /European Union/],
  ["«XX»", undefined],
  ["«__proto__»", undefined],
]);
describes("country", { DE: "Germany", BO: "Bolivia", XX: undefined });
completes("country", ["AD", "AE"]);

accepts("country-or-locale", ["DE", "de", "de-AT", "pt-BR"]);
advises("country-or-locale", [["«de-at»", "de-AT"]]);
refuses("country-or-locale", [
  ["de«_»AT", "de-AT"],
  ["«UK»", "GB"],
  ["«EN»", "en"],
  ["«XX»", undefined],
]);
describes("country-or-locale", { DE: "Germany", "de-AT": "German (Austria)", XX: undefined });
completes("country-or-locale", ["en", "fr"]);
