import * as l10n from "@vscode/l10n";
import type { JsonValue } from "../../schema/problem.ts";
import type { Place } from "../place.ts";
import { defineRule, type Finding, type Report, type RulePage } from "../rule.ts";

/** Most days between two keys. */
const LONGEST_INTERVAL = 365;

/** Days between two keys when the file does not say. */
const USUAL_INTERVAL = 90;

export const rule = defineRule<boolean>({
  id: "key-management-weak",
  severity: "warning",
  at: { security: ["encryption.at_rest"] },
  // The rule is about `key_rotation.enabled` among others.
  seesDisabled: true,
  facts: (context) => context.isProduction,
  check: (place, report, isProduction) => {
    const keys = place.isDisabled ? undefined : place.get("key_management");
    if (!keys) return;
    const severity = isProduction ? "error" : "warning";
    const provider = keys.get("provider");
    if (isProduction && provider?.text === "local") {
      report(provider, {
        message: l10n.t`The keys of production lie beside the application: whoever takes the server takes the data and the keys. Use a key service, such as \`vault\` or the one of your cloud.`,
        severity,
      });
    }
    const rotation = keys.get("key_rotation");
    if (rotation) checkRotation(rotation, severity, report);
  },
});

function checkRotation(rotation: Place, severity: "error" | "warning", report: Report): void {
  const enabled = rotation.get("enabled");
  if (enabled?.boolean === false) {
    report(enabled, {
      message: l10n.t`Keys never change: a key that leaked once opens everything written before and after. Switch the rotation on.`,
      severity,
      fix: fixOf(enabled, l10n.t`Switch the rotation on`, true),
    });
    return;
  }
  const interval = rotation.get("interval_days");
  const days = interval === undefined ? USUAL_INTERVAL : interval.number;
  if (interval && days !== undefined && days > LONGEST_INTERVAL) {
    report(interval, {
      message: l10n.t`Keys change only every ${days} days: a leaked key is good for all that time. Rotate them at least every ${LONGEST_INTERVAL} days.`,
      severity,
      fix: fixOf(interval, l10n.t`Rotate every ${LONGEST_INTERVAL} days`, LONGEST_INTERVAL),
    });
  }
  const grace = rotation.get("grace_days");
  if (!grace || grace.number === undefined || days === undefined || grace.number < days) return;
  report(grace, {
    message: interval
      ? l10n.t`An old key still decrypts for ${grace.number} days, but a new one comes every ${days} days: old keys pile up, and none is ever withdrawn in time. Make \`grace_days\` smaller than \`interval_days\`.`
      : l10n.t`An old key still decrypts for ${grace.number} days, but a new one comes every ${days} days, as \`interval_days\` is not set: old keys pile up, and none is ever withdrawn in time. Make \`grace_days\` smaller than \`interval_days\`.`,
    severity,
    ...(interval && { related: [{ place: interval, message: l10n.t`The interval stands here.` }] }),
  });
}

function fixOf(place: Place, title: string, value: JsonValue): Finding["fix"] {
  return {
    fix: "change",
    path: place.path,
    changes: [{ title, operations: [{ do: "set", path: [], value }] }],
  };
}

const KEYS = (lines: string): string => `encryption:\n  at_rest:\n    key_management:\n${lines}`;
const ROTATION = (entries: string): string => KEYS(`      key_rotation: { ${entries} } # reviewed\n`);
const PRODUCTION = { "tenant.yaml": "environments:\n  production:\n    enabled: true\n" };
const NEVER =
  "Keys never change: a key that leaked once opens everything written before and after. Switch the rotation on.";
const FAILING = KEYS("      provider: local\n      key_rotation:\n        enabled: false # later\n");

export const page: RulePage = {
  title: "Keys that lie beside the data, or that do not change.",
  why: "With the provider `local` the keys are on the same disk, in the same backup and in the same container image as the data, so encryption protects against nobody who has one of them. Keys that never change, or only after years, make every leak permanent: there is no date after which a stolen key is worthless. And a grace period as long as the interval means that old keys are never withdrawn.",
  fix: "Switch the rotation on, or rotate every 365 days",
  examples: {
    failing: {
      what: "local keys that never change, in production",
      text: FAILING,
      files: PRODUCTION,
      reports: [
        "error 4 «local» The keys of production lie beside the application: whoever takes the server takes the data and the keys. Use a key service, such as `vault` or the one of your cloud.",
        `error 6 «false» ${NEVER}`,
      ],
    },
    passing: {
      what: "keys of a key service that change every quarter",
      text: KEYS(
        "      provider: vault\n      key_rotation:\n        enabled: true\n        interval_days: 90\n        grace_days: 89\n",
      ),
      files: PRODUCTION,
      reports: [],
    },
    placeholder: {
      what: "values that only the deployment knows",
      text: KEYS(
        '      provider: ${PROVIDER}\n      key_rotation: { enabled: "${ROTATE}", interval_days: "${DAYS}", grace_days: 400 }\n',
      ),
      files: PRODUCTION,
      reports: [],
    },
    disabled: {
      what: "keys of an encryption that is switched off",
      text: "encryption:\n  at_rest:\n    enabled: false\n    key_management: { provider: local, key_rotation: { enabled: false } }\n",
      files: PRODUCTION,
      reports: [],
    },
    more: [
      {
        what: "local keys of a tenant without production",
        text: FAILING,
        reports: [`warning 6 «false» ${NEVER}`],
        fixed: FAILING.replace("false", "true"),
      },
      {
        what: "an interval of two years",
        text: ROTATION("interval_days: 730"),
        reports: [
          "warning 4 «730» Keys change only every 730 days: a leaked key is good for all that time. Rotate them at least every 365 days.",
        ],
        fixed: ROTATION("interval_days: 365"),
      },
      { what: "an interval of a year", text: ROTATION("interval_days: 365"), reports: [] },
      {
        what: "a grace period as long as the interval",
        text: ROTATION("interval_days: 30, grace_days: 30"),
        reports: [
          "warning 4 «30» An old key still decrypts for 30 days, but a new one comes every 30 days: old keys pile up, and none is ever withdrawn in time. Make `grace_days` smaller than `interval_days`.",
        ],
      },
      {
        what: "a grace period longer than the usual interval",
        text: ROTATION("grace_days: 120"),
        files: PRODUCTION,
        reports: [
          "error 4 «120» An old key still decrypts for 120 days, but a new one comes every 90 days, as `interval_days` is not set: old keys pile up, and none is ever withdrawn in time. Make `grace_days` smaller than `interval_days`.",
        ],
      },
      {
        what: "a rotation that is switched off, and has times all the same",
        text: ROTATION("enabled: false, interval_days: 90, grace_days: 30"),
        reports: [`warning 4 «false» ${NEVER}`],
        fixed: ROTATION("enabled: true, interval_days: 90, grace_days: 30"),
      },
    ],
  },
};
