import * as l10n from "@vscode/l10n";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";

const LONGEST_UID = 40;

/** What holds without `orgId`. */
const FIRST_ORGANIZATION = 1;

export const rule = defineRule({
  id: "grafana-provisioning",
  severity: "error",
  at: { monitoring: ["grafana.datasources", "grafana.datasources.*", "grafana.dashboards.*"] },
  check: (place, report) => {
    if (place.path[1] === "dashboards") checkProvider(place, report);
    else if (place.path.length === 2) checkDefaults(place, report);
    else checkDatasource(place, report);
  },
});

/** Grafana does not start with two default data sources in an organization. */
function checkDefaults(datasources: Place, report: Report): void {
  const first = new Map<number, Place>();
  for (const datasource of datasources.items()) {
    const isDefault = datasource.get("isDefault");
    const organization = datasource.has("orgId") ? datasource.get("orgId")?.number : FIRST_ORGANIZATION;
    if (isDefault?.boolean !== true || organization === undefined) continue;
    const other = first.get(organization);
    if (!other) {
      first.set(organization, isDefault);
      continue;
    }
    report(isDefault, {
      message: l10n.t`An organization has one default data source, and this is the second one: Grafana does not start.`,
      related: [{ place: other, message: l10n.t`The first default data source stands here.` }],
      fix: {
        fix: "change",
        path: isDefault.path,
        changes: [{ title: l10n.t`Keep only the first default`, operations: [{ do: "set", path: [], value: false }] }],
      },
    });
  }
}

function checkDatasource(datasource: Place, report: Report): void {
  checkUid(datasource.get("uid"), report);
  const access = datasource.get("access");
  if (access?.text !== "direct") return;
  report(access, {
    severity: "warning",
    message: l10n.t`With \`direct\` every browser asks the data source itself, which most plugins of current Grafana refuse: panels stay empty. Let the server ask.`,
    fix: {
      fix: "change",
      path: access.path,
      changes: [{ title: l10n.t`Change to \`proxy\``, operations: [{ do: "set", path: [], value: "proxy" }] }],
    },
  });
}

function checkUid(uid: Place | undefined, report: Report): void {
  const text = uid?.text;
  if (!uid || text === undefined) return;
  if (text.length > LONGEST_UID) {
    report(uid, {
      message: l10n.t`This identifier has ${text.length} characters, and Grafana takes at most ${LONGEST_UID}.`,
    });
  }
  const strange = /[^\w-]+/.exec(text);
  if (!strange) return;
  const better = text.replace(/[^\w-]+/g, "-");
  report(uid, {
    message: l10n.t`\`${strange[0]}\` can not stand in an identifier: Grafana takes only letters, digits, \`-\` and \`_\`.`,
    range: uid.rangeOf(strange.index, strange.index + strange[0].length),
    fix: {
      fix: "change",
      path: uid.path,
      changes: [{ title: l10n.t`Change to \`${better}\``, operations: [{ do: "set", path: [], value: better }] }],
    },
  });
}

function checkProvider(provider: Place, report: Report): void {
  checkUid(provider.get("folderUid"), report);
  const type = provider.has("type") ? provider.get("type")?.text : "file";
  // The schema says that `options` without `path` is not complete.
  if (type === "file" && provider.isMap && !provider.has("options")) {
    report(provider.get("name") ?? provider, {
      message: l10n.t`This provider reads dashboards from files and has no \`options.path\` that says where they are, so provisioning fails.`,
    });
  }
  if (provider.get("options", "foldersFromFilesStructure")?.boolean !== true) return;
  for (const key of ["folder", "folderUid"]) {
    const folder = provider.get(key);
    // An empty text says the same as no folder.
    if (!folder?.text) continue;
    report(folder, {
      message: l10n.t`With \`foldersFromFilesStructure\` the folders of Grafana are those of the files, so \`${key}\` contradicts it: keep one of them.`,
      fix: {
        fix: "change",
        path: provider.path,
        changes: [{ title: l10n.t`Remove \`${key}\``, operations: [{ do: "remove", path: [key] }] }],
      },
    });
  }
}

const SOURCES = (a: string, b: string, enabled = true): string =>
  `grafana:\n  enabled: ${enabled}\n  datasources:\n    - name: a\n      type: prometheus\n${a}    - name: b\n      type: loki\n${b}`;
const SOURCE = (line: string): string =>
  `grafana:\n  datasources:\n    - name: a\n      type: prometheus\n      ${line}\n`;
const PROVIDER = (lines: string): string => `grafana:\n  dashboards:\n    - name: team\n${lines}`;

const SECOND = "An organization has one default data source, and this is the second one: Grafana does not start.";
const NO_PATH =
  "This provider reads dashboards from files and has no `options.path` that says where they are, so provisioning fails.";
const CONTRADICTS = (key: string): string =>
  `With \`foldersFromFilesStructure\` the folders of Grafana are those of the files, so \`${key}\` contradicts it: keep one of them.`;

export const page: RulePage = {
  title: "Data sources or dashboard providers that Grafana can not provision.",
  why: "Grafana reads its provisioning files when it starts, and does not start when one of them is wrong: two default data sources in an organization end in a crash loop with *Only one datasource per organization can be marked as default*. A provider without a path is refused with *path param is not a string*. Identifiers of data sources (`uid`) with more than 40 or other characters were only warned about for years, and are refused since Grafana 12.",
  fix: "Keep the first default data source, and take out of an identifier or provider what does not belong there",
  examples: {
    failing: {
      what: "two default data sources",
      text: SOURCES("      isDefault: true\n", "      isDefault: true # logs\n"),
      reports: [`error 9 «true» ${SECOND}`],
      fixed: SOURCES("      isDefault: true\n", "      isDefault: false # logs\n"),
    },
    passing: {
      what: "one default in each of two organizations",
      text: SOURCES("      isDefault: true\n", "      isDefault: true\n      orgId: 2\n"),
      reports: [],
    },
    placeholder: {
      what: "a default that only the deployment knows",
      text: SOURCES("      isDefault: true\n", "      isDefault: ${LOGS_FIRST}\n"),
      reports: [],
    },
    disabled: {
      what: "a Grafana that is switched off",
      text: SOURCES("      isDefault: true\n", "      isDefault: true\n", false),
      reports: [],
    },
    more: [
      {
        what: "an identifier with other characters",
        text: SOURCE("uid: acme prom:eu"),
        reports: ["error 5 « » ` ` can not stand in an identifier: Grafana takes only letters, digits, `-` and `_`."],
        fixed: SOURCE("uid: acme-prom-eu"),
      },
      {
        what: "an identifier that is too long",
        text: SOURCE(`uid: ${"a".repeat(41)}`),
        reports: [`error 5 «${"a".repeat(41)}» This identifier has 41 characters, and Grafana takes at most 40.`],
      },
      {
        what: "an identifier that is just short enough",
        text: SOURCE(`uid: ${"a".repeat(40)}`),
        reports: [],
      },
      {
        what: "browsers that ask the data source",
        text: SOURCE("access: direct"),
        reports: [
          "warning 5 «direct» With `direct` every browser asks the data source itself, which most plugins of current Grafana refuse: panels stay empty. Let the server ask.",
        ],
        fixed: SOURCE("access: proxy"),
      },
      {
        what: "a provider of files without a path",
        text: PROVIDER("      type: file\n"),
        reports: [`error 3 «team» ${NO_PATH}`],
      },
      {
        what: "a provider of another type",
        text: PROVIDER("      type: git\n"),
        reports: [],
      },
      {
        what: "one folder for everything, and folders like those of the files",
        text: PROVIDER(
          "      folder: Team\n      folderUid: team\n      options: {path: /dashboards, foldersFromFilesStructure: true}\n",
        ),
        reports: [`error 4 «Team» ${CONTRADICTS("folder")}`, `error 5 «team» ${CONTRADICTS("folderUid")}`],
        fixed: PROVIDER("      folderUid: team\n      options: {path: /dashboards, foldersFromFilesStructure: true}\n"),
      },
      {
        what: "an empty folder beside folders like those of the files",
        text: PROVIDER("      folder: ''\n      options: {path: /dashboards, foldersFromFilesStructure: true}\n"),
        reports: [],
      },
    ],
  },
};
