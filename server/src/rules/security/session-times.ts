import * as l10n from "@vscode/l10n";
import type { Place } from "../place.ts";
import { defineRule, type RelatedPlace, type RulePage } from "../rule.ts";

/** What a session lasts when the file does not say, and what it lasts at least (contract B.3); both in seconds. */
const DEFAULT_TIMEOUT = 3600;
const LEAST_TIMEOUT = 300;

export const rule = defineRule({
  id: "session-times",
  severity: "warning",
  at: { security: ["authentication.session"] },
  check: (place, report) => {
    const timeout = place.get("timeout");
    const end = timeout ? timeout.number : DEFAULT_TIMEOUT;
    if (end === undefined || end < LEAST_TIMEOUT) return;
    const related = timeout ? [endsHere(timeout)] : [];
    const renewal = place.get("refresh_threshold");
    const before = renewal?.number;
    if (renewal && before !== undefined && before >= end) {
      report(renewal, {
        message: l10n.t`Sessions end after ${end} seconds and are renewed in the last ${before}, which is always: every request renews them. Choose a threshold below \`timeout\`.`,
        related,
      });
    }
    const idle = place.get("idle_timeout");
    const pause = idle?.number;
    if (idle && pause !== undefined && pause > end) {
      report(idle, {
        message: l10n.t`Sessions end after ${end} seconds, so a pause of ${pause} seconds never ends one. Choose an \`idle_timeout\` below \`timeout\`.`,
        related,
      });
    }
  },
});

function endsHere(timeout: Place): RelatedPlace {
  return { place: timeout, message: l10n.t`Sessions end after this time.` };
}

const SESSION = (...lines: readonly string[]): string =>
  `authentication:\n  session:\n${lines.map((line) => `    ${line}\n`).join("")}`;

export const page: RulePage = {
  title: "Session times that contradict each other.",
  why: "When the threshold is not below the timeout, every request issues a new session: the session store is written to all the time, requests that run at once replace each other's cookie, and people are signed out at random. An idle timeout above the timeout never acts, so what an audit asked for is not there.",
  examples: {
    failing: {
      what: "a threshold above the timeout",
      text: SESSION("timeout: 300", "refresh_threshold: 600"),
      reports: [
        "warning 4 «600» Sessions end after 300 seconds and are renewed in the last 600, which is always: every request renews them. Choose a threshold below `timeout`.",
      ],
    },
    passing: {
      what: "times in order",
      text: SESSION("timeout: 3600", "refresh_threshold: 300", "idle_timeout: 3600"),
      reports: [],
    },
    placeholder: {
      what: "a timeout that only the deployment knows",
      text: SESSION("timeout: ${TIMEOUT}", "refresh_threshold: 6000", "idle_timeout: 90000"),
      reports: [],
    },
    disabled: "the session can not be switched off",
    more: [
      {
        what: "a threshold of exactly the timeout",
        text: SESSION("timeout: 900", "refresh_threshold: 900"),
        reports: [
          "warning 4 «900» Sessions end after 900 seconds and are renewed in the last 900, which is always: every request renews them. Choose a threshold below `timeout`.",
        ],
      },
      {
        what: "an idle timeout above the timeout that holds when none is written",
        text: SESSION("idle_timeout: 7200"),
        reports: [
          "warning 3 «7200» Sessions end after 3600 seconds, so a pause of 7200 seconds never ends one. Choose an `idle_timeout` below `timeout`.",
        ],
      },
      {
        what: "a timeout that the schema refuses",
        text: SESSION("timeout: 30", "refresh_threshold: 600"),
        reports: [],
      },
    ],
  },
};
