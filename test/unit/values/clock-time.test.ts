import assert from "node:assert/strict";
import { test } from "node:test";
import { parseClockWindow, parseWeekdayWindow } from "../../../server/src/values/clock-time.ts";
import { accepts, advises, describes, refuses } from "./language-table.ts";

accepts("clock-time", ["00:00", "09:30", "23:59", "24:00"]);
refuses("clock-time", [
  ["«9»:30", "09:30"],
  ["09:«3»", undefined],
  ["«25»:00", undefined, /not an hour/],
  ["09:«60»", undefined, /not a minute/],
  ["«24:30»", undefined],
  ["09:30«:00»", "09:30"],
  ["09:30«:15»", undefined],
  ["9:30 «pm»", "21:30"],
  ["12:00«am»", "00:00"],
  ["«noon»", undefined],
]);

accepts("clock-window", ["03:00-04:00", "22:00-06:00", "00:00-24:00"]);
refuses("clock-window", [
  ["03:00« - »04:00", "03:00-04:00"],
  ["03:00«–»04:00", "03:00-04:00"],
  ["«3»:00-04:00", "03:00-04:00"],
  ["03:00-«4»:00", "03:00-04:00"],
  ["03:00-«25»:00", undefined],
  ["«3»:00-25:00", undefined],
  ["«03:00»", undefined],
  ["03:00«-»", undefined],
  ["«03:00-03:00»", undefined, /same time/],
]);
describes("clock-window", {
  "03:00-04:30": "03:00 to 04:30, 1 hour 30 minutes",
  "23:00-01:00": "23:00 to 01:00 on the next day, 2 hours",
  "03:00-03:00": undefined,
});

accepts("weekday-window", ["sun:03:00-sun:04:00", "sat:23:30-sun:00:30"]);
advises("weekday-window", [["«Sun:03:00-Sun:04:00»", "sun:03:00-sun:04:00"]]);
refuses("weekday-window", [
  ["«sunday»:03:00-sun:04:00", "sun:03:00-sun:04:00"],
  ["sun:03:00-«snu»:04:00", "sun:03:00-sun:04:00"],
  ["«xyz»:03:00-sun:04:00", undefined],
  ["«03»:00-04:00", undefined],
  ["sun:«3»:00-sun:04:00", "sun:03:00-sun:04:00"],
  ["sun:03:00-sun:«24:00»", undefined],
  ["«sun»-mon", undefined],
  ["«sun:03:00-sun:03:00»", undefined],
]);
describes("weekday-window", { "sun:03:00-sun:04:00": "Sunday 03:00 to Sunday 04:00, 1 hour" });

test("windows in minutes", () => {
  assert.deepEqual(parseClockWindow("23:00-01:00"), { start: 1380, length: 120 });
  assert.deepEqual(parseWeekdayWindow("sun:23:30-mon:00:30"), { start: 6 * 1440 + 1410, length: 60 });
});
