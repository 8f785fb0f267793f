import * as l10n from "@vscode/l10n";
import { keyList } from "../../schema/wording.ts";
import type { Place } from "../place.ts";
import { isInProduction } from "../production.ts";
import { defineRule, type Finding, type RulePage } from "../rule.ts";
import { isLoopback } from "./local-hosts.ts";

export const rule = defineRule({
  id: "prod-database-tls",
  severity: "warning",
  // All environments at once: they often share their settings by an anchor, and what is written once is reported once.
  at: { tenant: ["environments"] },
  check: (place, report) => {
    const modes = place.entries().flatMap((environment) => {
      const database = environment.get("database");
      return database && isRemote(database) ? (weakModeOf(database) ?? []) : [];
    });
    for (const same of Map.groupBy(modes, ({ node }) => node).values()) {
      const mode = same.find(isInProduction) ?? same[0];
      if (mode) report(mode, findingOf(mode, same));
    }
  },
});

/** Nothing leaves a machine on the way to itself, as with a proxy beside the application that does the encryption. */
function isRemote(database: Place): boolean {
  return !isLoopback(database.get("host")?.text ?? "");
}

function weakModeOf(database: Place): Place | undefined {
  const mode = database.get("ssl_mode");
  switch (mode?.text) {
    case "disable":
    case "allow":
    case "prefer":
      return mode;
    case "require":
      // libpq checks the certificate in this mode, too, once it is given an authority.
      return database.has("ssl_root_cert") ? undefined : mode;
  }
  return undefined;
}

/** `same` are the modes of all environments that are written at this place. */
function findingOf(mode: Place, same: readonly Place[]): Finding {
  const environments = keyList(same.map(({ path }) => String(path[1])));
  const message = messageOf(mode.text ?? "", environments);
  const unencrypted = same.some(isInProduction) ? "error" : "warning";
  const severity = mode.text === "require" ? "information" : unencrypted;
  if (mode.placeholders.state !== "none") return { message, severity };
  const title = l10n.t`Set \`ssl_mode\` to \`verify-full\``;
  const operations = [{ do: "set", path: [], value: "verify-full" }] as const;
  return { message, severity, fix: { fix: "change", path: mode.path, changes: [{ title, operations }] } };
}

function messageOf(mode: string, environments: string): string {
  if (mode === "disable")
    return l10n.t`With \`disable\` nothing between the application and the database of ${environments} is encrypted: whoever is on the way reads the password and the data. Use \`verify-full\`.`;
  if (mode === "require")
    return l10n.t`With \`require\` the connection to the database of ${environments} is encrypted, but nobody checks whose certificate it is: a machine that poses as the server gets the password and the data. Use \`verify-full\`.`;
  return l10n.t`With \`${mode}\` the connection to the database of ${environments} goes on unencrypted, without a word, when the server or somebody on the way offers no encryption. Use \`verify-full\`.`;
}

const DATABASE = (environment: string, lines: string): string =>
  `environments:\n  ${environment}:\n    enabled: true\n    database:\n      host: db.acme.example\n${lines}`;
const PREFER = (environments: string): string =>
  `With \`prefer\` the connection to the database of ${environments} goes on unencrypted, without a word, when the server or somebody on the way offers no encryption. Use \`verify-full\`.`;

export const page: RulePage = {
  title: "A database connection that is not protected.",
  why: "With `allow` and `prefer` the client gives in when encryption is refused, so anybody between it and the server can switch encryption off by dropping one packet; nothing in a log shows it. `require` encrypts, but takes any certificate. Only `verify-full` makes sure that the other end is the server, and it needs the authority of the certificate, from `ssl_root_cert` or from the machine's own list. Connections to the machine itself, as to a proxy that does the encryption, are not looked at.",
  fix: "Set the mode to `verify-full`",
  examples: {
    failing: {
      what: "a production database with optional encryption",
      text: DATABASE("production", "      ssl_mode: prefer # as in the tutorial\n"),
      reports: [`error 6 «prefer» ${PREFER("`production`")}`],
      fixed: DATABASE("production", "      ssl_mode: verify-full # as in the tutorial\n"),
    },
    passing: {
      what: "a server whose certificate and name are checked",
      text: DATABASE("production", "      ssl_mode: verify-full\n"),
      reports: [],
    },
    placeholder: {
      what: "a mode that only the deployment knows",
      text: DATABASE("production", "      ssl_mode: ${SSL_MODE}\n"),
      reports: [],
    },
    disabled: {
      what: "an environment that is switched off",
      text: DATABASE("production", "      ssl_mode: prefer\n").replace("true", "false"),
      reports: [],
    },
    more: [
      {
        what: "no encryption outside of production",
        text: DATABASE("staging", '      ssl_mode: "disable"\n'),
        reports: [
          'warning 6 «"disable"» With `disable` nothing between the application and the database of `staging` is encrypted: whoever is on the way reads the password and the data. Use `verify-full`.',
        ],
        fixed: DATABASE("staging", '      ssl_mode: "verify-full"\n'),
      },
      {
        what: "encryption without a look at the certificate",
        text: DATABASE("prod", "      ssl_mode: require\n"),
        reports: [
          "information 6 «require» With `require` the connection to the database of `prod` is encrypted, but nobody checks whose certificate it is: a machine that poses as the server gets the password and the data. Use `verify-full`.",
        ],
        fixed: DATABASE("prod", "      ssl_mode: verify-full\n"),
      },
      {
        what: "encryption with an authority, which is checked in this mode, too",
        text: DATABASE("production", "      ssl_mode: require\n      ssl_root_cert: /etc/ssl/ca.pem\n"),
        reports: [],
      },
      {
        what: "settings that two environments share",
        text: "x-database: &database\n  host: db.acme.example\n  ssl_mode: prefer # for all\nenvironments:\n  staging:\n    enabled: true\n    database:\n      <<: *database\n  production:\n    enabled: true\n    database:\n      <<: *database\n",
        reports: [`error 3 «prefer» ${PREFER("`staging` and `production`")}`],
        fixed:
          "x-database: &database\n  host: db.acme.example\n  ssl_mode: verify-full # for all\nenvironments:\n  staging:\n    enabled: true\n    database:\n      <<: *database\n  production:\n    enabled: true\n    database:\n      <<: *database\n",
      },
      {
        what: "a mode from the default of a variable, which is not changed",
        text: DATABASE("production", "      ssl_mode: ${SSL_MODE:-prefer}\n"),
        reports: [
          `error 6 «\${SSL_MODE:-prefer}» ${PREFER("`production`").replace(/\.$/, " (resolved from SSL_MODE).")}`,
        ],
      },
      {
        what: "a proxy on the same machine",
        text: DATABASE("production", "      ssl_mode: disable\n").replace("db.acme.example", "127.0.0.1"),
        reports: [],
      },
      { what: "no mode, which means `require`", text: DATABASE("production", "      port: 5432\n"), reports: [] },
    ],
  },
};
