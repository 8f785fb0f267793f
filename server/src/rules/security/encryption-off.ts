import * as l10n from "@vscode/l10n";
import type { Place } from "../place.ts";
import { isInProduction } from "../production.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";

/** What is not protected while a switch is off. */
type Protected = "stored" | "travelling" | "database" | "cache" | "bucket" | "volume" | "objects";

/** The switches that are values of their own, by path. The section `environments` of tenant files is looked at environment by environment. */
const SWITCHES: Readonly<Record<string, Protected>> = {
  "encryption.at_rest.enabled": "stored",
  "encryption.in_transit.enabled": "travelling",
  "security.encryption.at_rest": "stored",
  "security.encryption.in_transit": "travelling",
  "databases.primary.encrypted": "database",
  "databases.cache.encrypted": "cache",
  "storage.object_storage.buckets.*.encryption.enabled": "bucket",
  "storage.block_storage.volumes.*.encrypted": "volume",
};

export const rule = defineRule<boolean>({
  id: "encryption-off",
  severity: "warning",
  // The rule is about switches such as `at_rest.enabled`.
  seesDisabled: true,
  at: {
    security: ["encryption.at_rest.enabled", "encryption.in_transit.enabled"],
    environment: [
      "security.encryption.at_rest",
      "security.encryption.in_transit",
      "databases.primary.encrypted",
      "databases.cache.encrypted",
      "storage.object_storage.buckets.*.encryption.enabled",
      "storage.block_storage.volumes.*.encrypted",
    ],
    tenant: ["security.encryption.at_rest", "security.encryption.in_transit", "environments.*"],
  },
  facts: (context) => context.isProduction,
  check: (place, report, isProduction) => {
    if (place.path[0] !== "environments") {
      const what = SWITCHES[place.path.map((step) => (typeof step === "number" ? "*" : step)).join(".")];
      if (what !== undefined) reportOff(place, what, isProduction, report);
      return;
    }
    if (place.isDisabled) return;
    const encryption = place.get("storage", "encryption");
    const flag = encryption?.isMap ? encryption.get("enabled") : encryption;
    if (flag) reportOff(flag, "objects", isInProduction(place), report);
  },
});

function reportOff(flag: Place, what: Protected, isProduction: boolean, report: Report): void {
  if (flag.boolean !== false) return;
  report(flag, {
    message: messageAbout(what),
    severity: isProduction ? "error" : "warning",
    fix: {
      fix: "change",
      path: flag.path,
      changes: [{ title: l10n.t`Switch the encryption on`, operations: [{ do: "set", path: [], value: true }] }],
    },
  });
}

function messageAbout(what: Protected): string {
  switch (what) {
    case "stored":
      return l10n.t`Stored data is not encrypted: whoever gets hold of a disk, a snapshot or a backup can read it. Set this to \`true\`.`;
    case "travelling":
      return l10n.t`Connections are not encrypted: everybody on the way can read and change what passes, passwords included. Set this to \`true\`.`;
    case "database":
      return l10n.t`The database is not encrypted: its snapshots and backups can be read by whoever gets hold of them, and most providers can only encrypt a database when it is created. Set this to \`true\`.`;
    case "cache":
      return l10n.t`The cache is not encrypted: sessions and other cached data can be read by whoever gets hold of its backups. Set this to \`true\`.`;
    case "bucket":
      return l10n.t`The objects of this bucket are not encrypted: whoever gets hold of a disk or of a copy can read them. Set this to \`true\`.`;
    case "volume":
      return l10n.t`The volume is not encrypted: whoever gets hold of the disk or of a snapshot can read it. Set this to \`true\`.`;
    case "objects":
      return l10n.t`The stored files of this environment are not encrypted: whoever gets hold of the disks or of a copy can read them. Set this to \`true\`.`;
  }
}

const AT_REST = (value: string): string => `encryption:\n  at_rest:\n    enabled: ${value} # for the load test\n`;
const STORED =
  "Stored data is not encrypted: whoever gets hold of a disk, a snapshot or a backup can read it. Set this to `true`.";
const TRAVELLING =
  "Connections are not encrypted: everybody on the way can read and change what passes, passwords included. Set this to `true`.";
const OBJECTS =
  "The stored files of this environment are not encrypted: whoever gets hold of the disks or of a copy can read them. Set this to `true`.";
const TENANT = (enabled: boolean, encryption: string): string =>
  `environments:\n  production:\n    enabled: ${enabled}\n    storage:\n      encryption: ${encryption}\n`;
const ENVIRONMENT = (name: string, on: boolean): string => `environment:
  name: ${name}
databases:
  primary:
    encrypted: ${on}
  cache:
    encrypted: ${on}
storage:
  object_storage:
    buckets:
      - name: acme-media
        encryption: { enabled: ${on} }
  block_storage:
    volumes:
      - { name: data, encrypted: ${on} }
security:
  encryption:
    at_rest: ${on}
    in_transit: ${on}
`;

export const page: RulePage = {
  title: "Encryption of stored data or of connections is switched off.",
  why: "Unencrypted disks outlive the server: they turn up in snapshots, in backups and on discarded hardware, and each copy can be read without any password. Connections without encryption give away passwords and session cookies to everybody on the network. Most providers can not encrypt a database or volume later: the data has to be copied into a new one, which means downtime. Off is an error in production and a warning elsewhere, because people copy real data into other environments.",
  fix: "Switch the encryption on",
  examples: {
    failing: {
      what: "data at rest that is not encrypted",
      text: AT_REST("false"),
      reports: [`warning 3 «false» ${STORED}`],
      fixed: AT_REST("true"),
    },
    passing: { what: "encrypted data at rest", text: AT_REST("true"), reports: [] },
    placeholder: { what: "a switch that only the deployment knows", text: AT_REST("${ENCRYPT}"), reports: [] },
    disabled: {
      what: "an environment that is switched off",
      kind: "tenant",
      text: TENANT(false, "false"),
      reports: [],
    },
    more: [
      {
        what: "a tenant that runs in production, with connections in the clear",
        text: "encryption:\n  in_transit: { enabled: false }\n",
        files: { "tenant.yaml": "environments:\n  prod:\n    enabled: true\n" },
        reports: [`error 2 «false» ${TRAVELLING}`],
        fixed: "encryption:\n  in_transit: { enabled: true }\n",
      },
      {
        what: "a tenant's promise that is off",
        kind: "tenant",
        text: "security:\n  encryption:\n    at_rest: false\n    in_transit: false\n",
        reports: [`warning 3 «false» ${STORED}`, `warning 4 «false» ${TRAVELLING}`],
        fixed: "security:\n  encryption:\n    at_rest: true\n    in_transit: false\n",
      },
      {
        what: "the storage of production",
        kind: "tenant",
        text: TENANT(true, "false"),
        reports: [`error 5 «false» ${OBJECTS}`],
        fixed: TENANT(true, "true"),
      },
      {
        what: "the storage of production with a section of its own",
        kind: "tenant",
        text: TENANT(true, "{ enabled: false, algorithm: AES256 }"),
        reports: [`error 5 «false» ${OBJECTS}`],
        fixed: TENANT(true, "{ enabled: true, algorithm: AES256 }"),
      },
      {
        what: "the storage of staging",
        kind: "tenant",
        text: TENANT(true, "false").replace("production", "staging"),
        reports: [`warning 5 «false» ${OBJECTS}`],
        fixed: TENANT(true, "true").replace("production", "staging"),
      },
      {
        what: "the switches of an environment, each reported by itself",
        kind: "environment",
        text: ENVIRONMENT("staging", false),
        reports: [
          "warning 5 «false» The database is not encrypted: its snapshots and backups can be read by whoever gets hold of them, and most providers can only encrypt a database when it is created. Set this to `true`.",
          "warning 7 «false» The cache is not encrypted: sessions and other cached data can be read by whoever gets hold of its backups. Set this to `true`.",
          "warning 12 «false» The objects of this bucket are not encrypted: whoever gets hold of a disk or of a copy can read them. Set this to `true`.",
          "warning 15 «false» The volume is not encrypted: whoever gets hold of the disk or of a snapshot can read it. Set this to `true`.",
          `warning 18 «false» ${STORED}`,
          `warning 19 «false» ${TRAVELLING}`,
        ],
        fixed: ENVIRONMENT("staging", false).replace("encrypted: false", "encrypted: true"),
      },
      {
        what: "an environment with everything on",
        kind: "environment",
        text: ENVIRONMENT("production", true),
        reports: [],
      },
      {
        what: "a volume of production",
        kind: "environment",
        text: "environment:\n  name: prod\nstorage:\n  block_storage:\n    volumes:\n      - name: data\n        encrypted: false\n",
        reports: [
          "error 7 «false» The volume is not encrypted: whoever gets hold of the disk or of a snapshot can read it. Set this to `true`.",
        ],
        fixed:
          "environment:\n  name: prod\nstorage:\n  block_storage:\n    volumes:\n      - name: data\n        encrypted: true\n",
      },
      {
        what: "a variable that switches encryption off",
        text: AT_REST("${ENCRYPT}"),
        files: { "/.env": "ENCRYPT=false\n" },
        reports: [`warning 3 «\${ENCRYPT}» ${STORED.replace(/\.$/, "")} (resolved from ENCRYPT).`],
        fixed: AT_REST("true"),
      },
    ],
  },
};
