import * as l10n from "@vscode/l10n";
import type { Place } from "../place.ts";
import { defineRule, type RulePage } from "../rule.ts";
import { type ComplianceFacts, checkControls, complianceFacts, listedFor } from "./compliance.ts";
import { CCPA } from "./compliance-controls.ts";
import { checkEntries, entriesWithout } from "./compliance-laws.ts";
import { writtenCountry } from "./residency.ts";

const APPLICABLE = "ccpa_applicable";

interface Facts extends ComplianceFacts {
  /** Entries of the localization files for the United States that do not say that the law applies. */
  readonly entries: readonly Place[];
}

export const rule = defineRule<Facts>({
  id: "compliance-ccpa",
  severity: "warning",
  at: { security: [""], environment: [""] },
  facts: (context) => ({
    ...complianceFacts(context, "ccpa"),
    entries: entriesWithout(context, APPLICABLE, ({ name }) => writtenCountry(name) === "US"),
  }),
  check: (file, report, facts) => {
    const listed = listedFor(file, "ccpa", facts);
    if (!listed) return;
    checkControls(listed, CCPA, report);
    const words = (names: string): string =>
      l10n.t`The CCPA applies to people in California, and the localization file does not say so for ${names}: they are not asked whether their data may be sold. Set \`${APPLICABLE}\` to \`true\` there.`;
    checkEntries(listed, facts.entries, APPLICABLE, words, report);
  },
});

const FILE = (changes: Readonly<Record<string, string>> = {}): string => {
  const text = `compliance:
  frameworks: [ccpa] # customers in California
  privacy_controls:
    consent_management: true
    right_to_be_forgotten: true
`;
  return Object.entries(changes).reduce((changed, [from, to]) => changed.replace(from, to), text);
};
const LAWS = (entries: string): Readonly<Record<string, string>> => ({
  "localization.yaml": `regions:\n  legal_compliance:\n${entries}`,
});
const DELETED =
  "The CCPA gives people the right to have their data deleted (§ 1798.105). Set `compliance.privacy_controls.right_to_be_forgotten` to `true`.";
const SALE =
  "The CCPA gives people the right to object to the sale of their data (§ 1798.120). Set `compliance.privacy_controls.consent_management` to `true`.";
const APPLIES = (names: string): string =>
  `The CCPA applies to people in California, and the localization file does not say so for ${names}: they are not asked whether their data may be sold. Set \`ccpa_applicable\` to \`true\` there.`;

export const page: RulePage = {
  title: "The CCPA is listed, and a right that it gives is switched off or not stated.",
  why: "People in California may have their data deleted and may object to its sale. Each request that is not answered within 45 days, and each visitor who was not asked, counts by itself when the attorney general of California adds up the penalty, which is up to 7,500 dollars for each when it was intended. A localization file that does not say that the law applies keeps the question away from everybody there.",
  fix: "Set the value that the CCPA asks for",
  examples: {
    failing: {
      what: "data that is never deleted",
      text: FILE({ "right_to_be_forgotten: true": "right_to_be_forgotten: false" }),
      reports: [`error 5 «false» ${DELETED}`],
      fixed: FILE(),
    },
    passing: {
      what: "both rights, and an entry for the United States that says so",
      text: FILE(),
      files: LAWS("    US: { ccpa_applicable: true }\n    en-GB: { gdpr_applicable: true }\n    en: {}\n"),
      reports: [],
    },
    placeholder: {
      what: "values that only the deployment knows",
      text: FILE({ "consent_management: true": "consent_management: ${CONSENT}" }),
      files: LAWS('    US: { ccpa_applicable: "${CCPA}" }\n'),
      reports: [],
    },
    disabled: "neither privacy controls nor regional law can be switched off",
    more: [
      {
        what: "consent that is missing",
        text: FILE({ "    consent_management: true\n": "" }),
        reports: [`warning 3 «privacy_controls» ${SALE}`],
        fixed: FILE(),
      },
      {
        what: "no privacy controls at all",
        text: "compliance:\n  frameworks: [ccpa]\n",
        reports: [
          "warning 1 «compliance» The CCPA gives people the right to have their data deleted and to object to its sale, and this file states no privacy controls. Add `compliance.privacy_controls`.",
        ],
        fixed:
          "compliance:\n  frameworks: [ccpa]\n  privacy_controls:\n    consent_management: true\n    right_to_be_forgotten: true\n",
      },
      {
        what: "a localization file that says that the law does not apply",
        text: FILE(),
        files: LAWS("    US:\n      ccpa_applicable: false\n    es-US:\n      gdpr_applicable: false\n"),
        reports: [`error 2 «ccpa» ${APPLIES("`US` and `es-US`")}`],
      },
      {
        what: "a localization file that does not say that the law applies",
        text: FILE(),
        files: LAWS("    en-US:\n      gdpr_applicable: false\n"),
        reports: [`warning 2 «ccpa» ${APPLIES("`en-US`")}`],
      },
      {
        what: "an environment that lists the framework alone",
        kind: "environment",
        text: "compliance:\n  frameworks: [ccpa]\n",
        files: LAWS("    en-US:\n      ccpa_applicable: false\n"),
        reports: [`error 2 «ccpa» ${APPLIES("`en-US`")}`],
      },
      {
        what: "an environment beside a security file that lists the framework",
        kind: "environment",
        text: "compliance:\n  frameworks: [ccpa]\n",
        files: { ...LAWS("    en-US:\n      ccpa_applicable: false\n"), "security.yaml": FILE() },
        reports: [],
      },
      {
        what: "another framework",
        text: FILE({ "[ccpa]": "[sox]", "consent_management: true": "consent_management: false" }),
        reports: [],
      },
    ],
  },
};
