import { type RulePage, schemaRule } from "../rule.ts";

export const rule = schemaRule("retention-minutes-trap", "error", ["monitoring"]);

const RETENTION = (time: string): string => `prometheus:\n  config:\n    retention_time: ${time} # audited\n`;

export const page: RulePage = {
  title: "Data that is deleted after minutes instead of months.",
  why: "In a Prometheus duration `m` is a minute, and there is no unit for months. With `6m` the server starts without a complaint and deletes everything as soon as a block is complete: nobody notices before somebody looks for last week's graph. Prometheus writes blocks of two hours, so nothing below that can be meant.",
  fix: "Count the months in days",
  examples: {
    failing: {
      what: "six months written as minutes",
      text: RETENTION("6m"),
      reports: [
        "error 3 «6m» `m` means minutes, so `6m` keeps only 6 minutes; data must be kept for at least 2h. For months count days: `180d`.",
      ],
      fixed: RETENTION("180d"),
    },
    passing: {
      what: "half a year in weeks",
      text: RETENTION("26w"),
      reports: [],
    },
    placeholder: {
      what: "a retention that only the deployment knows",
      text: RETENTION("${RETENTION}"),
      reports: [],
    },
    disabled: "the schema checks what is switched off as well",
    more: [
      {
        what: "exactly two hours",
        text: RETENTION("120m"),
        reports: [],
      },
    ],
  },
};
