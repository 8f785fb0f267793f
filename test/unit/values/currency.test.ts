import { accepts, completes, describes, refuses } from "./language-table.ts";

accepts("currency", ["EUR", "USD", "JPY", "XCG", "ZWG"]);
refuses("currency", [
  ["«eur»", "EUR"],
  ["«€»", "EUR"],
  ["«$»", undefined],
  ["«Euro»", "EUR"],
  ["«ABC»", undefined, /ISO 4217/],
  ["«__proto__»", undefined],
  ["«constructor»", undefined],
]);
describes("currency", { EUR: "Euro", CHF: "Swiss Franc", ABC: undefined });
completes("currency", ["EUR", "USD", "GBP"]);
