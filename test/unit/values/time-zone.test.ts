import { accepts, advises, completes, describes, refuses } from "./language-table.ts";

accepts("time-zone", [
  "UTC",
  "GMT",
  "Europe/Berlin",
  "Europe/Kyiv",
  "Asia/Kolkata",
  "Etc/GMT+1",
  "Etc/UTC",
  "Europe/Bratislava",
]);
advises("time-zone", [
  ["«Asia/Calcutta»", "Asia/Kolkata"],
  ["«Europe/Kiev»", "Europe/Kyiv"],
  ["«US/Eastern»", "America/New_York"],
  ["«Zulu»", "Etc/UTC"],
]);
refuses("time-zone", [
  ["«europe/berlin»", "Europe/Berlin"],
  ["«Europe/Berln»", "Europe/Berlin", /did you mean/],
  ["«America/New York»", "America/New_York"],
  ["«Europe/Atlantis»", undefined],
  ["«+01:00»", undefined, /offset/],
  ["«UTC+1»", undefined, /offset/],
  ["«CEST»", undefined, /several zones/],
  ["«PST»", undefined],
  ["«utc»", "UTC"],
]);
describes("time-zone", {
  "Europe/Berlin": "Central European Time",
  "Etc/GMT+5": "5 hours behind UTC (the sign in these names is reversed)",
  "Etc/GMT-1": "1 hour ahead of UTC (the sign in these names is reversed)",
  "Europe/Atlantis": undefined,
});
completes("time-zone", ["UTC", "Africa/Abidjan"]);
