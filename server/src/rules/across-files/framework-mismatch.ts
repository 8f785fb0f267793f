import * as l10n from "@vscode/l10n";
import type { Operation } from "../../schema/problem.ts";
import { keyList } from "../../schema/wording.ts";
import type { Place } from "../place.ts";
import { defineRule, type RulePage } from "../rule.ts";

/** Frameworks that both kinds know (contract B.3); other names are mistakes that the schema reports. */
const KNOWN: ReadonlySet<string> = new Set("gdpr ccpa hipaa sox iso27001 pci_dss soc2 lgpd uk_gdpr coppa".split(" "));

export const rule = defineRule<Place | undefined>({
  id: "framework-mismatch",
  severity: "warning",
  at: { environment: ["compliance.frameworks"] },
  facts: (context) => context.fileOf("security")?.get("compliance", "frameworks"),
  check: (here, report, there) => {
    if (!there || [here, there].some((list) => !list.isList || list.holdsUnresolved)) return;
    const [own, other] = [namesOf(here), namesOf(there)];
    const missing = [...other.keys()].filter((name) => !own.has(name));
    if (missing.length > 0) {
      report(here, {
        on: "key",
        message: l10n.t`The security file lists ${keyList(missing)}, and this environment does not: the rules of these frameworks are not checked here. List the same frameworks in both files.`,
        related: [{ place: there, on: "key", message: l10n.t`The frameworks of the security file stand here.` }],
        fix: {
          fix: "change",
          path: here.path,
          changes: [{ title: l10n.t`Add ${keyList(missing)}`, operations: [...missing.map(appended)] }],
        },
      });
    }
    for (const [name, item] of own) {
      if (other.has(name)) continue;
      report(item, {
        message: l10n.t`This environment lists \`${name}\`, and the security file does not: sign-in, encryption and audit are not held to it. List the same frameworks in both files.`,
        related: [{ place: there, on: "key", message: l10n.t`The frameworks of the security file stand here.` }],
        fix: {
          fix: "change",
          path: [],
          changes: [
            {
              title: l10n.t`Add \`${name}\` to the security file`,
              operations: [{ do: "append", file: there.model.uri, path: there.path, value: name }],
            },
          ],
        },
      });
    }
  },
});

function appended(name: string): Operation {
  return { do: "append", path: [], value: name };
}

/** The frameworks of a list by their usual names: `pci` is an old one. */
function namesOf(list: Place): ReadonlyMap<string, Place> {
  const named = list.items().flatMap((item): [string, Place][] => {
    const name = item.text === "pci" ? "pci_dss" : item.text;
    return name !== undefined && KNOWN.has(name) ? [[name, item]] : [];
  });
  return new Map(named);
}

const LIST = (names: string): string => `compliance:\n  frameworks: [${names}] # audited\n`;

export const page: RulePage = {
  title: "The security file and an environment file list different frameworks.",
  why: "Each framework asks for controls of both kinds: sign-in and audit in the security file, encryption, backups and residency in the environment. One that only one side lists is only half checked, and the auditor asks for the other half.",
  fix: "Add the frameworks that are missing to the other list",
  examples: {
    failing: {
      what: "an environment that lacks a framework",
      text: LIST("gdpr"),
      files: { "security.yaml": LIST("gdpr, pci_dss") },
      reports: [
        "warning 2 «frameworks» The security file lists `pci_dss`, and this environment does not: the rules of these frameworks are not checked here. List the same frameworks in both files.",
      ],
      fixed: LIST("gdpr, pci_dss"),
    },
    passing: {
      what: "the same frameworks in another order and spelling",
      text: LIST("pci, gdpr"),
      files: { "security.yaml": LIST("gdpr, pci_dss") },
      reports: [],
    },
    placeholder: {
      what: "a framework that only the deployment knows",
      text: LIST("gdpr"),
      files: { "security.yaml": LIST('gdpr, "${FRAMEWORK}"') },
      reports: [],
    },
    disabled: "frameworks can not be switched off",
    more: [
      {
        what: "several frameworks that are missing",
        text: LIST("gdpr"),
        files: { "security.yaml": LIST("iso27001, gdpr, sox") },
        reports: [
          "warning 2 «frameworks» The security file lists `iso27001` and `sox`, and this environment does not: the rules of these frameworks are not checked here. List the same frameworks in both files.",
        ],
        fixed: LIST("gdpr, iso27001, sox"),
      },
      {
        what: "a framework that the security file lacks",
        text: LIST("gdpr, hipaa"),
        files: { "security.yaml": LIST("gdpr") },
        reports: [
          "warning 2 «hipaa» This environment lists `hipaa`, and the security file does not: sign-in, encryption and audit are not held to it. List the same frameworks in both files.",
        ],
      },
      {
        what: "names that are none",
        text: LIST("gdpr, iso9001"),
        files: { "security.yaml": LIST("gdpr") },
        reports: [],
      },
      {
        what: "a security file without frameworks",
        text: LIST("gdpr"),
        files: { "security.yaml": "audit:\n  enabled: true\n" },
        reports: [],
      },
    ],
  },
};
