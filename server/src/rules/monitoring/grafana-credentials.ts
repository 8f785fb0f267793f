import * as l10n from "@vscode/l10n";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";

/** Values that Grafana ships with, in `conf/defaults.ini` of its sources. */
const DEFAULT_PASSWORD = "admin";
const DEFAULT_SECRET_KEY = "SW2YcwTIb9zpOOhoPsMm";

export const rule = defineRule<boolean>({
  id: "grafana-credentials",
  severity: "error",
  at: {
    monitoring: [
      "grafana.config.security.admin_password",
      "grafana.config.security.secret_key",
      "grafana.config.auth.anonymous_enabled",
    ],
  },
  facts: ({ isProduction }) => isProduction,
  check: (place, report, isProduction) => {
    if (place.name === "admin_password" && place.scalarText === DEFAULT_PASSWORD) {
      const message = l10n.t`Take the password from the deployment: this is the one that Grafana ships with, so everybody who reaches the login page becomes administrator.`;
      reportSecret(place, message, "${env:GRAFANA_ADMIN_PASSWORD}", report);
    }
    if (place.name === "secret_key" && place.scalarText === DEFAULT_SECRET_KEY) {
      const message = l10n.t`Take the key from the deployment: this is the one that Grafana ships with, so everybody can decrypt the passwords of the data sources.`;
      reportSecret(place, message, "${env:GRAFANA_SECRET_KEY}", report);
    }
    if (place.name === "anonymous_enabled" && place.boolean === true && isProduction) reportAnonymous(place, report);
  },
});

function reportSecret(place: Place, message: string, reference: string, report: Report): void {
  report(place, {
    message,
    fix: {
      fix: "change",
      path: place.path,
      changes: [
        {
          title: l10n.t`Take it from the variable in \`${reference}\``,
          operations: [{ do: "set", path: [], value: reference }],
        },
      ],
    },
  });
}

function reportAnonymous(place: Place, report: Report): void {
  report(place, {
    severity: "warning",
    message: l10n.t`In production everybody who reaches Grafana sees the tenant's dashboards and can query its data sources without signing in.`,
    fix: {
      fix: "change",
      path: place.path,
      changes: [
        {
          title: l10n.t`Require everybody to sign in`,
          preferred: false,
          operations: [{ do: "set", path: [], value: false }],
        },
      ],
    },
  });
}

const SECURITY = (line: string, enabled = true): string =>
  `grafana:\n  enabled: ${enabled}\n  config:\n    security:\n      ${line} # to be changed\n`;
const ANONYMOUS = (value: string): string => `grafana:\n  config:\n    auth:\n      anonymous_enabled: ${value}\n`;
const TENANT = (environment: string): string => `environments:\n  ${environment}:\n    enabled: true\n`;

const PASSWORD =
  "Take the password from the deployment: this is the one that Grafana ships with, so everybody who reaches the login page becomes administrator.";
const KEY =
  "Take the key from the deployment: this is the one that Grafana ships with, so everybody can decrypt the passwords of the data sources.";
const SIGNED_IN =
  "In production everybody who reaches Grafana sees the tenant's dashboards and can query its data sources without signing in.";

export const page: RulePage = {
  title: "Credentials that Grafana ships with, or a production Grafana without sign-in.",
  why: "`admin` with the password `admin` is the first thing that scanners try; as an administrator of Grafana one queries every data source with the server's own credentials. The default `secret_key` stands in Grafana's public sources: whoever gets hold of its database decrypts the passwords of all data sources with it. Changing the key later makes what was encrypted with the old one unreadable, so it has to be set before the first start.",
  fix: "Take the password or the key from a variable of the deployment",
  examples: {
    failing: {
      what: "the password that Grafana ships with",
      text: SECURITY("admin_user: admin\n      admin_password: admin"),
      reports: [`error 6 «admin» ${PASSWORD}`],
      fixed: SECURITY('admin_user: admin\n      admin_password: "${env:GRAFANA_ADMIN_PASSWORD}"'),
    },
    passing: {
      what: "a password from the deployment",
      text: SECURITY("admin_user: admin\n      admin_password: ${env:GRAFANA_ADMIN_PASSWORD}"),
      reports: [],
    },
    placeholder: {
      what: "a key from the vault",
      text: SECURITY("secret_key: vault:secret/data/{{tenant_id}}/grafana#secret_key"),
      reports: [],
    },
    disabled: {
      what: "a Grafana that is switched off",
      text: SECURITY("admin_password: admin", false),
      reports: [],
    },
    more: [
      {
        what: "the default password as what holds without a variable",
        text: SECURITY('admin_password: "${env:GRAFANA_PASSWORD:-admin}"'),
        reports: [
          `error 5 «"${"$"}{env:GRAFANA_PASSWORD:-admin}"» ${PASSWORD.slice(0, -1)} (resolved from GRAFANA_PASSWORD).`,
        ],
        fixed: SECURITY('admin_password: "${env:GRAFANA_ADMIN_PASSWORD}"'),
      },
      {
        what: "the key that Grafana ships with",
        text: SECURITY("secret_key: SW2YcwTIb9zpOOhoPsMm"),
        reports: [`error 5 «SW2YcwTIb9zpOOhoPsMm» ${KEY}`],
        fixed: SECURITY('secret_key: "${env:GRAFANA_SECRET_KEY}"'),
      },
      {
        what: "no sign-in in production",
        text: ANONYMOUS("true"),
        files: { "tenant.yaml": TENANT("production") },
        reports: [`warning 4 «true» ${SIGNED_IN}`],
        fixed: ANONYMOUS("false"),
      },
      {
        what: "no sign-in for a tenant without production",
        text: ANONYMOUS("true"),
        files: { "tenant.yaml": TENANT("staging") },
        reports: [],
      },
    ],
  },
};
