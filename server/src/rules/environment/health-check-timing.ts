import * as l10n from "@vscode/l10n";
import { formatDuration } from "../../values/duration.ts";
import { parseExtendedDuration } from "../../values/extended-duration.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";

const SECOND = 1000;

/** Google Cloud takes a probe that lasts exactly as long as the pause between two of them. */
const TAKES_EQUAL = "gcp";

export const rule = defineRule({
  id: "health-check-timing",
  severity: "error",
  at: { environment: ["infrastructure.compute.load_balancer.health_check"] },
  facts: ({ file }) => file?.get("cloud", "provider")?.text === TAKES_EQUAL,
  check: (place, report, takesEqual) => {
    checkTimes(place, report, takesEqual);
    checkPath(place, report);
  },
});

function checkTimes(check: Place, report: Report, takesEqual: boolean): void {
  const interval = check.get("interval");
  const timeout = check.get("timeout");
  const [pause, limit] = [lengthOf(interval), lengthOf(timeout)];
  if (!interval || !timeout || pause === undefined || limit === undefined) return;
  if (limit < pause || (limit === pause && takesEqual)) return;
  const shorter = pause - SECOND;
  const value = timeout.number === undefined ? formatDuration(shorter) : shorter / SECOND;
  report(timeout, {
    message: l10n.t`\`timeout\` (\`${timeout.scalarText ?? ""}\`) has to be shorter than \`interval\` (\`${interval.scalarText ?? ""}\`): the next probe is due before this one may fail, and load balancers refuse the health check.`,
    related: [{ place: interval, message: l10n.t`The interval stands here.` }],
    ...(shorter >= SECOND && {
      fix: {
        fix: "change",
        path: check.path,
        changes: [
          {
            title: l10n.t`Set \`timeout\` to \`${value}\`, a second less than \`interval\``,
            operations: [{ do: "set", path: ["timeout"], value }],
          },
        ],
      },
    }),
  });
}

function lengthOf(place: Place | undefined): number | undefined {
  const text = place?.scalarText;
  return text === undefined ? undefined : parseExtendedDuration(text);
}

function checkPath(check: Place, report: Report): void {
  const path = check.get("path");
  const text = path?.text;
  const protocol = check.get("protocol");
  if (!path || text === undefined || text.startsWith("/") || (protocol && !/^https?$/i.test(protocol.text ?? "")))
    return;
  const right = rightPath(text);
  report(path, {
    message:
      text === ""
        ? l10n.t`\`path\` is empty: a request needs a path that begins with \`/\`, and load balancers refuse the health check.`
        : l10n.t`\`path\` has to begin with \`/\`: \`${text}\` is not a path on the server, and load balancers refuse the health check.`,
    ...(right !== undefined && {
      fix: {
        fix: "change",
        path: path.path,
        changes: [{ title: l10n.t`Write \`${right}\``, operations: [{ do: "set", path: [], value: right }] }],
      },
    }),
  });
}

/** The path that was meant; undefined when that is not clear. */
function rightPath(text: string): string | undefined {
  const [, rest] = /^https?:\/\/[^/?#]*(.*)$/i.exec(text) ?? [];
  const path = rest ?? text;
  if (path.startsWith("/")) return path;
  return /^[\w.~-][\w./~?=&%-]*$/.test(path) ? `/${path.replace(/^(?:\.\/)+/, "")}` : rest === "" ? "/" : undefined;
}

const CHECK = (lines: string): string =>
  `infrastructure:\n  compute:\n    load_balancer:\n      enabled: true\n      health_check:\n${lines
    .split("\n")
    .map((line) => `        ${line}\n`)
    .join("")}`;

export const page: RulePage = {
  title: "A health check that a load balancer can not run.",
  why: "A probe that may last longer than the pause between two probes would overlap with the next one, so AWS and Azure refuse such a check, and the whole load balancer is not created. The same goes for a path without its leading `/`.",
  fix: "Make the timeout a second shorter than the interval; put the `/` before the path",
  examples: {
    failing: {
      what: "a timeout above the interval",
      text: CHECK("interval: 5s\ntimeout: 10s # slow start"),
      reports: [
        "error 7 «10s» `timeout` (`10s`) has to be shorter than `interval` (`5s`): the next probe is due before this one may fail, and load balancers refuse the health check.",
      ],
      fixed: CHECK("interval: 5s\ntimeout: 4s # slow start"),
    },
    passing: {
      what: "a timeout below the interval",
      text: CHECK("path: /health\ninterval: 10s\ntimeout: 9"),
      reports: [],
    },
    placeholder: {
      what: "values that only the deployment knows",
      text: CHECK("path: ${PREFIX}/health\ninterval: 5s\ntimeout: ${TIMEOUT}"),
      reports: [],
    },
    disabled: {
      what: "a load balancer that is switched off",
      text: CHECK("interval: 5s\ntimeout: 10s").replace("true", "false"),
      reports: [],
    },
    more: [
      {
        what: "a timeout as long as the interval, in seconds",
        text: CHECK("interval: 30\ntimeout: 30"),
        reports: [
          "error 7 «30» `timeout` (`30`) has to be shorter than `interval` (`30`): the next probe is due before this one may fail, and load balancers refuse the health check.",
        ],
        fixed: CHECK("interval: 30\ntimeout: 29"),
      },
      {
        what: "a timeout as long as the interval on Google Cloud, which takes it",
        text: `${CHECK("interval: 30s\ntimeout: 30s")}cloud:\n  provider: gcp\n`,
        reports: [],
      },
      {
        what: "an interval of one second",
        text: CHECK("interval: 1s\ntimeout: 1s"),
        reports: [
          "error 7 «1s» `timeout` (`1s`) has to be shorter than `interval` (`1s`): the next probe is due before this one may fail, and load balancers refuse the health check.",
        ],
      },
      {
        what: "a path without its slash",
        text: CHECK("path: health"),
        reports: [
          "error 6 «health» `path` has to begin with `/`: `health` is not a path on the server, and load balancers refuse the health check.",
        ],
        fixed: CHECK("path: /health"),
      },
      {
        what: "an address instead of a path",
        text: CHECK("path: http://localhost:8080/live"),
        reports: [
          "error 6 «http://localhost:8080/live» `path` has to begin with `/`: `http://localhost:8080/live` is not a path on the server, and load balancers refuse the health check.",
        ],
        fixed: CHECK("path: /live"),
      },
      {
        what: "a path that a probe of connections does not use",
        text: CHECK("path: health\nprotocol: TCP"),
        reports: [],
      },
      {
        what: "an empty path",
        text: CHECK('path: ""'),
        reports: [
          'error 6 «""» `path` is empty: a request needs a path that begins with `/`, and load balancers refuse the health check.',
        ],
      },
    ],
  },
};
