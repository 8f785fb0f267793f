import assert from "node:assert/strict";
import { test } from "node:test";
import {
  allOf,
  amountOf,
  calendarName,
  grouped,
  languageInUse,
  oneOf,
  unitBeside,
  useLanguage,
  withUnit,
} from "../../../server/src/text/language.ts";
import { countryName } from "../../../server/src/values/country.ts";
import { cronLanguage } from "../../../server/src/values/cron.ts";
import { durationInWords } from "../../../server/src/values/duration.ts";

/** Runs a check in another language. All tests share one process, so English comes back whatever happens. */
function speaking(language: string, messages: Readonly<Record<string, string>>, check: () => void): void {
  useLanguage(language, messages);
  try {
    check();
  } finally {
    useLanguage("en", {});
  }
}

/** Intl writes spaces that do not break. */
const plain = (text: string | undefined): string | undefined => text?.replace(/[\u00a0\u202f]/g, " ");

test("numbers, units and lists in English", () => {
  assert.equal(languageInUse(), "en");
  assert.deepEqual(
    [withUnit(1, "year"), withUnit(1095, "day"), withUnit(1.5, "second")],
    ["1 year", "1095 days", "1.5 seconds"],
  );
  assert.deepEqual([unitBeside(1, "day"), unitBeside(0, "day")], ["day", "days"]);
  assert.equal(amountOf(["1 hour", "30 minutes"]), "1 hour 30 minutes");
  assert.deepEqual([grouped(65536), grouped(1.25, 1)], ["65,536", "1.3"]);
  assert.deepEqual([allOf(["a"]), allOf(["a", "b"]), allOf(["a", "b", "c"])], ["a", "a and b", "a, b and c"]);
  assert.deepEqual([oneOf([]), oneOf(["a"]), oneOf(["a", "b", "c"])], ["", "a", "a or b or c"]);
  assert.deepEqual([calendarName("month", 1), calendarName("month", 12)], ["January", "December"]);
  assert.deepEqual([calendarName("weekday", 0), calendarName("weekday", 6)], ["Sunday", "Saturday"]);
});

test("the same in French, and in English again afterwards", () => {
  speaking("fr", { "{0} or {1}": "{0} ou {1}" }, () => {
    assert.equal(plain(durationInWords("1h30m")), "1 heure 30 minutes");
    assert.equal(plain(withUnit(2, "year")), "2 ans");
    assert.equal(plain(grouped(65536)), "65 536");
    assert.equal(oneOf(["a", "b"]), "a ou b");
    assert.equal(calendarName("month", 3), "mars");
    assert.equal(countryName("DE"), "Allemagne");
  });
  assert.equal(durationInWords("1h30m"), "1 hour 30 minutes");
  assert.equal(countryName("DE"), "Germany");
});

test("what has no translation stays English", () => {
  speaking("fr", {}, () => assert.equal(cronLanguage.describe?.("0 * * * *"), "every hour"));
});

test("digits are Western in every language, as they are in files", () => {
  speaking("ar-EG", {}, () => assert.match(withUnit(30, "day"), /^30 /));
});
