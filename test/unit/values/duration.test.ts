import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { durationInWords, formatDuration, parseDuration } from "../../../server/src/values/duration.ts";
import { accepts, completes, describes, refuses } from "./language-table.ts";

accepts("duration", ["0", "0s", "15s", "500ms", "1h30m", "30d", "1y2w3d4h5m6s7ms", "90m", "05m", "292y"]);

refuses("duration", [
  ["90«sec»", "90s", /^`90sec` is not a duration: `sec` is not a unit; use whole numbers with the units y, w, d/],
  ["«1.5»h", "1h30m", /`1\.5` is not a whole number/],
  ["«1.5»d", "1d12h"],
  ["«0.0001»ms", undefined],
  ["5« »m", "5m", /space before the unit/],
  ["1h« »30m", "1h30m", /space between the parts/],
  ["30m«1h»", "1h30m", /must come before the smaller units/],
  ["1h«2h»", undefined, /appears twice/],
  ["5«S»", "5s"],
  ["5«M»", undefined],
  ["2«months»", undefined],
  ["«90»", undefined, /has no unit/],
  ["1h«30»", undefined],
  ["«PT5M»", "5m", /ISO 8601/],
  ["«-5m»", undefined, /negative/],
  ["«abc»", undefined],
  ["5m«!»", undefined, /found `!`/],
  ["«293y»", undefined, /292 years/],
  ["«»", undefined, /An empty text is not a duration/],
  ["« »5m", "5m"],
  ["90sec« »", "90s"],
]);

describes("duration", {
  "90m": "90 minutes",
  "1h30m": "1 hour 30 minutes",
  "1d": "1 day",
  "0": "no time at all",
  x: undefined,
});
completes("duration", ["15s", "30s", "1m"]);

accepts("positive-duration", ["1ms", "5m"]);
refuses("positive-duration", [["0« »m"], ["«0»", undefined, /longer than zero/], ["«0s»", undefined], ["5« »m", "5m"]]);
completes("positive-duration", ["15s"]);

accepts("retention-duration", ["2h", "120m", "15d", "1y"]);
refuses("retention-duration", [
  ["«6m»", "180d", /`m` means minutes, so `6m` keeps only 6 minutes/],
  ["«0m»", undefined],
  ["6«M»", "180d"],
  ["6« months»", "180d"],
  ["«1h»", undefined, /at least 2h/],
  ["«0»", undefined],
  ["30«days»", "30d"],
  ["5« »m", undefined],
]);
describes("retention-duration", { "15d": "15 days", "6m": undefined });
completes("retention-duration", ["15d", "30d", "90d"]);

accepts("extended-duration", ["0", "300", "5m", "PT5M", "P14D", "P1DT12H", "PT0.5S", "P2W"]);
refuses("extended-duration", [
  ["«pt5m»", "PT5M", /capitals/],
  ["P«1M»", undefined, /no fixed length/],
  ["P«1Y»", undefined],
  ["«PT»", undefined],
  ["90«sec»", "90s", /ISO 8601 duration such as `PT5M`/],
  ["«-5»", undefined],
]);
describes("extended-duration", {
  "300": "300 seconds (5 minutes)",
  "30": "30 seconds",
  PT90M: "1 hour 30 minutes",
  "90m": "90 minutes",
});
completes("extended-duration", ["30s"]);

test("every length survives being written and read", () => {
  fc.assert(fc.property(fc.nat({ max: 9_000_000_000_000 }), (ms) => parseDuration(formatDuration(ms)) === ms));
});

test("what is written last is written the same again", () => {
  const count = fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined });
  fc.assert(
    fc.property(fc.tuple(count, count, count, count, count, count, count), (counts) => {
      const text = counts
        .map((n, index) => (n === undefined ? "" : `${n}${"y w d h m s ms".split(" ")[index]}`))
        .join("");
      fc.pre(text !== "");
      const ms = parseDuration(text);
      assert.ok(ms !== undefined, text);
      assert.ok(durationInWords(text));
      const written = formatDuration(ms);
      assert.equal(formatDuration(parseDuration(written) ?? -1), written);
    }),
  );
});
