import { accepts, completes, describes, refuses } from "./language-table.ts";

accepts("snapshot-schedule", ["daily", "monthly", "@daily", "0 2 * * *"]);
refuses("snapshot-schedule", [
  ["«yearly»", undefined, /`daily`, `weekly`, `monthly` or a cron expression/],
  ["0 «25» * * *", undefined],
]);
completes("snapshot-schedule", ["daily", "weekly", "monthly"]);
accepts("archive-schedule", ["quarterly", "yearly", "0 3 1 * *"]);
refuses("archive-schedule", [["«sometimes»", undefined, /`quarterly`, `yearly` or a cron/]]);
describes("archive-schedule", { daily: undefined, "0 3 * * *": "daily at 03:00" });
