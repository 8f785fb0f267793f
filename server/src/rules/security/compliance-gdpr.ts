import * as l10n from "@vscode/l10n";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { type ComplianceFacts, checkControls, complianceFacts, type Listed, listedFor } from "./compliance.ts";
import { GDPR } from "./compliance-controls.ts";
import { checkEntries, entriesWithout } from "./compliance-laws.ts";
import { listingOf } from "./frameworks.ts";
import { isEuropean, isRegionInEea } from "./residency.ts";

const CONSENT = "cookie_consent_required";

/** Where files name the regions of personal data. */
const RESIDENCY = {
  tenant: ["security", "data_privacy", "residency"],
  environment: ["compliance", "data_residency", "regions"],
} as const;

/** Where an environment file says whether personal data may leave. */
const TRANSFER = ["compliance", "data_residency", "cross_border_transfer"] as const;

interface Facts extends ComplianceFacts {
  /** Entries of the localization files for people in Europe that do not ask for consent. */
  readonly entries: readonly Place[];
  /** true when another file says where personal data lies, or is the one to be asked for it. */
  readonly isResidencyStated: boolean;
  /** true when an environment file says whether data may leave, so that what leaves is meant. */
  readonly isTransferStated: boolean;
}

export const rule = defineRule<Facts>({
  id: "compliance-gdpr",
  severity: "warning",
  at: { security: [""], environment: [""], tenant: [""] },
  facts: (context) => ({
    ...complianceFacts(context, "gdpr"),
    entries: entriesWithout(context, CONSENT, isAboutEuropeans),
    ...residencyFacts(context),
  }),
  check: (file, report, facts) => {
    const listed = listedFor(file, "gdpr", facts);
    if (!listed) return;
    checkControls(listed, GDPR, report);
    if (file.model.kind !== "security") checkResidency(listed, facts, report);
    const words = (names: string): string =>
      l10n.t`People in Europe have to agree to cookies before they are set, and the localization file does not ask for ${names} (ePrivacy directive, Art. 5(3)). Set \`${CONSENT}\` to \`true\` there.`;
    checkEntries(listed, facts.entries, CONSENT, words, report);
  },
});

function isAboutEuropeans(entry: Place): boolean {
  return entry.get("gdpr_applicable")?.boolean !== false && isEuropean(entry.name);
}

/** A tenant says where personal data lies in the tenant file, or environment by environment. */
function residencyFacts({ model, filesOf }: RuleContext): Pick<Facts, "isResidencyStated" | "isTransferStated"> {
  const tenants = model.kind === "environment" ? filesOf("tenant") : [];
  const environments = model.kind === "tenant" ? filesOf("environment") : [];
  return {
    isResidencyStated:
      tenants.some((tenant) => (tenant.get(...RESIDENCY.tenant)?.size ?? 0) > 0) ||
      environments.some((file) => file.get(...RESIDENCY.environment) ?? listingOf(file, "gdpr")),
    isTransferStated: environments.some((file) => file.get(...TRANSFER) !== undefined),
  };
}

function checkResidency(listed: Listed, { isResidencyStated, isTransferStated }: Facts, report: Report): void {
  const { file, own } = listed;
  const isTenant = file.model.kind === "tenant";
  if (isTransferStated || file.get(...TRANSFER)) return;
  const regions = file.get(...(isTenant ? RESIDENCY.tenant : RESIDENCY.environment));
  if (regions && (!regions.isList || regions.size > 0)) checkRegions(listed, regions, report);
  // An environment that does not list the framework itself leaves the answer to the tenant file.
  else if (!isResidencyStated && (isTenant || own)) reportNowhere(listed, regions, report);
}

function reportNowhere({ file, own, place }: Listed, regions: Place | undefined, report: Report): void {
  const related = [{ place, message: l10n.t`The framework is listed here.` }];
  if (file.model.kind === "tenant") {
    const section = regions ?? file.get("security", "data_privacy") ?? file.get("security");
    // The schema asks for the section itself.
    if (!section) return;
    report(section, {
      message: l10n.t`The GDPR limits where personal data may lie (Art. 44), and nothing says where this tenant keeps it. Name the regions in \`security.data_privacy.residency\`.`,
      related,
    });
    return;
  }
  const section = regions ?? file.get("compliance", "data_residency") ?? file.get("compliance");
  const region = file.get("environment", "region")?.text;
  report(section ?? own ?? file, {
    message: l10n.t`The GDPR limits where personal data may lie (Art. 44), and nothing says where this environment keeps it. Name the regions in \`compliance.data_residency.regions\`.`,
    related,
    ...(region !== undefined &&
      isRegionInEea(region) && {
        fix: {
          fix: "change",
          path: [],
          changes: [
            {
              title: l10n.t`Keep personal data in \`${region}\``,
              operations: [{ do: "set", path: [...RESIDENCY.environment], value: [region] }],
            },
          ],
        },
      }),
  });
}

function checkRegions({ place }: Listed, regions: Place, report: Report): void {
  for (const region of regions.items()) {
    if (region.text === undefined || isRegionInEea(region.text) !== false) continue;
    report(region, {
      message: l10n.t`\`${region.text}\` lies outside of the European Economic Area: the GDPR allows it only with a decision, contract clauses or consent (Art. 44 to 49). Use a region inside, or state in \`compliance.data_residency.cross_border_transfer\` of the environment file whether data may leave.`,
      related: [{ place, message: l10n.t`The framework is listed here.` }],
    });
  }
}

const FILE = (changes: Readonly<Record<string, string>> = {}): string => {
  const text = `compliance:
  frameworks: [gdpr] # customers in Europe
  privacy_controls:
    data_minimization: true
    purpose_limitation: true
    consent_management: true
    right_to_be_forgotten: true
    breach_notification_hours: 72
`;
  return Object.entries(changes).reduce((changed, [from, to]) => changed.replace(from, to), text);
};
const ENVIRONMENT = (residency: string): string =>
  `environment:\n  name: production\n  region: eu-west-1\ncompliance:\n  frameworks: [gdpr]\n${residency}`;
const TENANT = (privacy: string): string => `security:\n  data_privacy:\n${privacy}`;
const LISTING = { "security.yaml": FILE() };
const LAWS = (entries: string): Readonly<Record<string, string>> => ({
  "localization.yaml": `regions:\n  legal_compliance:\n${entries}`,
});
const key = (name: string, value: unknown = true): string =>
  `Set \`compliance.privacy_controls.${name}\` to \`${value}\`.`;
const NEEDED = "The GDPR allows to keep only the personal data that is needed (Art. 5(1)(c)).";
const PURPOSE = "The GDPR allows to use personal data only for the purpose it was asked for (Art. 5(1)(b)).";
const PROVEN = "The GDPR asks for a consent that can be proven and withdrawn (Art. 7).";
const ERASED = "The GDPR gives people the right to have their data erased (Art. 17).";
const BREACH = `The GDPR gives 72 hours to report a breach to the authority (Art. 33). ${key("breach_notification_hours", 72)}`;
const AN_END =
  "The GDPR allows to keep personal data only as long as it is needed, so there has to be an end, after ten years at most (Art. 5(1)(e)). Set `security.data_privacy.data_retention_days` to `3650`.";
const OUTSIDE = (region: string): string =>
  `\`${region}\` lies outside of the European Economic Area: the GDPR allows it only with a decision, contract clauses or consent (Art. 44 to 49). Use a region inside, or state in \`compliance.data_residency.cross_border_transfer\` of the environment file whether data may leave.`;
const NOWHERE =
  "The GDPR limits where personal data may lie (Art. 44), and nothing says where this environment keeps it. Name the regions in `compliance.data_residency.regions`.";
const COOKIES = (names: string): string =>
  `People in Europe have to agree to cookies before they are set, and the localization file does not ask for ${names} (ePrivacy directive, Art. 5(3)). Set \`cookie_consent_required\` to \`true\` there.`;

export const page: RulePage = {
  title: "The GDPR is listed, and a control that it asks for is missing or switched off.",
  why: "Authorities ask for these answers first: which data is kept and for how long, for what purpose, with whose consent, how it is erased, where it lies, and how soon a breach is reported. The answer in the configuration is what the product does. A right that is switched off, or data that lies outside of the European Economic Area without a reason that is written down, can cost up to four percent of the yearly turnover (Art. 83).",
  fix: "Set the value that the GDPR asks for",
  examples: {
    failing: {
      what: "data that is never erased",
      text: FILE({ "right_to_be_forgotten: true": "right_to_be_forgotten: false" }),
      reports: [`error 7 «false» ${ERASED} ${key("right_to_be_forgotten")}`],
      fixed: FILE(),
    },
    passing: {
      what: "every control in place, and consent in Europe",
      text: FILE(),
      files: LAWS("    DE: { cookie_consent_required: true }\n    US: { cookie_consent_required: false }\n"),
      reports: [],
    },
    placeholder: {
      what: "values that only the deployment knows",
      text: FILE({ "data_minimization: true": "data_minimization: ${MINIMAL}", "hours: 72": "hours: ${HOURS}" }),
      files: LAWS('    DE: { cookie_consent_required: "${COOKIES}" }\n'),
      reports: [],
    },
    disabled: "none of the controls can be switched off as a whole",
    more: [
      {
        what: "every control below what is asked for",
        text: FILE({
          "minimization: true": "minimization: false",
          "limitation: true": "limitation: false",
          "consent_management: true": "consent_management: false",
          "hours: 72": "hours: 168",
        }),
        reports: [
          `error 4 «false» ${NEEDED} ${key("data_minimization")}`,
          `error 5 «false» ${PURPOSE} ${key("purpose_limitation")}`,
          `error 6 «false» ${PROVEN} ${key("consent_management")}`,
          `error 8 «168» ${BREACH}`,
        ],
        fixed: FILE({
          "limitation: true": "limitation: false",
          "consent_management: true": "consent_management: false",
          "hours: 72": "hours: 168",
        }),
      },
      {
        what: "a control that is missing",
        text: FILE({ "    breach_notification_hours: 72\n": "" }),
        reports: [`warning 3 «privacy_controls» ${BREACH}`],
        fixed: FILE(),
      },
      {
        what: "no privacy controls at all",
        text: "compliance:\n  frameworks: [gdpr]\n",
        reports: [
          "warning 1 «compliance» The GDPR asks for privacy controls, and this file states none: minimal data, limited purpose, consent, erasure, and notice of a breach. Add `compliance.privacy_controls`.",
        ],
        fixed:
          "compliance:\n  frameworks: [gdpr]\n  privacy_controls:\n    data_minimization: true\n    purpose_limitation: true\n    consent_management: true\n    right_to_be_forgotten: true\n    breach_notification_hours: 72\n",
      },
      {
        what: "European entries without consent, one of them an alias",
        text: FILE(),
        files: LAWS(
          "    DE: &eu { gdpr_applicable: true, cookie_consent_required: false }\n    IE: *eu\n    fr: {}\n    en: {}\n    AT: { gdpr_applicable: false }\n",
        ),
        reports: [`error 2 «gdpr» ${COOKIES("`DE`, `IE` and `fr`")}`],
      },
      {
        what: "an environment with a region outside of Europe",
        kind: "environment",
        text: ENVIRONMENT("  data_residency:\n    regions: [eu-west-1, us-east-1, moon-1, europe-west2]\n"),
        reports: [
          `warning 7 «us-east-1» ${OUTSIDE("us-east-1")}`,
          `warning 7 «europe-west2» ${OUTSIDE("europe-west2")}`,
        ],
      },
      {
        what: "an environment that states whether data may leave",
        kind: "environment",
        text: ENVIRONMENT("  data_residency:\n    regions: [us-east-1]\n    cross_border_transfer: true\n"),
        reports: [],
      },
      {
        what: "an environment that says nothing about residency",
        kind: "environment",
        text: ENVIRONMENT(""),
        reports: [`warning 4 «compliance» ${NOWHERE}`],
        fixed: ENVIRONMENT("  data_residency:\n    regions: [eu-west-1]\n"),
      },
      {
        what: "an environment whose tenant names the regions",
        kind: "environment",
        text: ENVIRONMENT(""),
        files: { "tenant.yaml": TENANT("    residency: [eu-west-1]\n") },
        reports: [],
      },
      {
        what: "a tenant that keeps data for twenty years, in America",
        kind: "tenant",
        text: TENANT("    data_retention_days: 7300\n    residency: [eu-west-1, us-east-1]\n"),
        files: LISTING,
        reports: [`error 3 «7300» ${AN_END}`, `warning 4 «us-east-1» ${OUTSIDE("us-east-1")}`],
        fixed: TENANT("    data_retention_days: 3650\n    residency: [eu-west-1, us-east-1]\n"),
      },
      {
        what: "a tenant without an end of retention",
        kind: "tenant",
        text: TENANT("    gdpr_compliant: true\n"),
        files: LISTING,
        reports: [
          `warning 2 «data_privacy» ${AN_END}`,
          "warning 2 «data_privacy» The GDPR limits where personal data may lie (Art. 44), and nothing says where this tenant keeps it. Name the regions in `security.data_privacy.residency`.",
        ],
        fixed: TENANT("    gdpr_compliant: true\n    data_retention_days: 3650\n"),
      },
      {
        what: "a tenant whose environment is asked for the regions",
        kind: "tenant",
        text: TENANT("    data_retention_days: 365\n"),
        files: { "environment.production.yaml": ENVIRONMENT("") },
        reports: [],
      },
      {
        what: "a tenant in America whose environment states whether data may leave",
        kind: "tenant",
        text: TENANT("    data_retention_days: 365\n    residency: [us-east-1]\n"),
        files: {
          "environment.production.yaml": ENVIRONMENT("  data_residency:\n    cross_border_transfer: true\n"),
        },
        reports: [],
      },
      {
        what: "an environment that says nothing, when the security file lists the framework",
        kind: "environment",
        text: "environment:\n  name: production\n  region: us-east-1\n",
        files: LISTING,
        reports: [],
      },
      {
        what: "a tenant without the framework",
        kind: "tenant",
        text: TENANT("    gdpr_compliant: true\n    residency: [us-east-1]\n"),
        files: { "security.yaml": "compliance:\n  frameworks: [uk_gdpr]\n" },
        reports: [],
      },
    ],
  },
};
