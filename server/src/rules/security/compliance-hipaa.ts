import { defineRule, type RulePage } from "../rule.ts";
import { type ComplianceFacts, checkControls, complianceFacts, listedFor } from "./compliance.ts";
import { HIPAA } from "./compliance-controls.ts";

export const rule = defineRule<ComplianceFacts>({
  id: "compliance-hipaa",
  severity: "warning",
  at: { security: [""], environment: [""], tenant: [""] },
  // The rule is about flags such as `at_rest.enabled`.
  seesDisabled: true,
  facts: (context) => complianceFacts(context, "hipaa"),
  check: (file, report, facts) => {
    const listed = listedFor(file, "hipaa", facts);
    if (listed) checkControls(listed, HIPAA, report);
  },
});

const FILE = (changes: Readonly<Record<string, string>> = {}): string => {
  const text = `authentication:
  session:
    timeout: 3600
  mfa:
    required: true
encryption:
  at_rest:
    enabled: true
  in_transit:
    enabled: true
audit:
  enabled: true
  events: [authentication, authorization, data_access]
  retention:
    days: 2190
compliance:
  frameworks: [hipaa] # patients
`;
  return Object.entries(changes).reduce((changed, [from, to]) => changed.replace(from, to), text);
};
const MFA = "HIPAA asks to verify that people are who they say, which takes a second factor (§ 164.312(d)).";
const YEARS = "HIPAA asks to keep records for six years, which are 2190 days (§ 164.316(b)(2)(i)).";
const LOGOFF = "HIPAA asks for an automatic logoff, after an hour at most (§ 164.312(a)(2)(iii)).";
const RECORDS = "HIPAA asks for records of all access to health data (§ 164.312(b)).";
const EVENTS =
  "HIPAA asks for records of sign-ins, of rights that were used or refused and of access to data: `authentication`, `authorization` and `data_access` (§ 164.312(b)).";
const STORED =
  "HIPAA expects stored health data to be encrypted, or a breach has to be announced to every patient (§ 164.312(a)(2)(iv)).";
const TRAVELLING = "HIPAA expects health data to be encrypted on its way (§ 164.312(e)(1)).";
const LISTING = { "security.yaml": "compliance:\n  frameworks: [hipaa]\n" };

export const page: RulePage = {
  title: "HIPAA is listed, and a safeguard that it asks for is missing or switched off.",
  why: "The security rule of HIPAA names these safeguards, and auditors of the US Department of Health look for exactly them: encryption, a trail of every access that is kept for six years, a second factor, and sessions that end. Health data that was lost unencrypted has to be announced to every patient and, above 500 patients, to the press. Listed without its controls, the framework is a promise that the configuration contradicts.",
  fix: "Set the value that HIPAA asks for",
  examples: {
    failing: {
      what: "records that are kept for a year",
      text: FILE({ "days: 2190": "days: 365" }),
      reports: [`error 15 «365» ${YEARS} Set \`audit.retention.days\` to \`2190\`.`],
      fixed: FILE(),
    },
    passing: { what: "every safeguard in place", text: FILE(), reports: [] },
    placeholder: {
      what: "values that only the deployment knows",
      text: FILE({
        "timeout: 3600": "timeout: ${TIMEOUT}",
        "required: true": "required: ${MFA}",
        "[authentication,": '["${FIRST}",',
        "days: 2190": "days: ${DAYS}",
      }),
      reports: [],
    },
    disabled: "the rule is about what is switched off; what stands below it is not looked at",
    more: [
      {
        what: "everything switched off",
        text: FILE({
          "timeout: 3600": "timeout: 7200",
          "required: true": "required: false",
          "at_rest:\n    enabled: true": "at_rest:\n    enabled: false",
          "in_transit:\n    enabled: true": "in_transit:\n    enabled: false",
          "audit:\n  enabled: true": "audit:\n  enabled: false",
        }),
        reports: [
          `error 3 «7200» ${LOGOFF} Set \`authentication.session.timeout\` to \`3600\`.`,
          `error 5 «false» ${MFA} Set \`authentication.mfa.required\` to \`true\`.`,
          `error 8 «false» ${STORED} Set \`encryption.at_rest.enabled\` to \`true\`.`,
          `error 10 «false» ${TRAVELLING} Set \`encryption.in_transit.enabled\` to \`true\`.`,
          `error 12 «false» ${RECORDS} Set \`audit.enabled\` to \`true\`.`,
        ],
        fixed: FILE({
          "required: true": "required: false",
          "at_rest:\n    enabled: true": "at_rest:\n    enabled: false",
          "in_transit:\n    enabled: true": "in_transit:\n    enabled: false",
          "audit:\n  enabled: true": "audit:\n  enabled: false",
        }),
      },
      {
        what: "what is not written at all",
        text: "authentication:\n  session:\n    timeout: 900\ncompliance:\n  frameworks: [hipaa]\n",
        reveals: ["mfa-missing"],
        reports: [
          `warning 1 «authentication» ${MFA} Set \`authentication.mfa.required\` to \`true\`.`,
          `warning 5 «hipaa» ${RECORDS} Add \`audit\`.`,
        ],
        fixed:
          "authentication:\n  session:\n    timeout: 900\n  mfa:\n    required: true\ncompliance:\n  frameworks: [hipaa]\n",
      },
      {
        what: "events and a retention that are missing",
        text: FILE({
          "[authentication, authorization, data_access]": "[authentication]",
          "    days: 2190\n": "    hot_days: 90\n",
        }),
        reports: [
          `error 13 «events» ${EVENTS}`,
          `warning 14 «retention» ${YEARS} Set \`audit.retention.days\` to \`2190\`.`,
        ],
        fixed: FILE({ "    days: 2190\n": "    hot_days: 90\n" }),
      },
      {
        what: "an environment, when the security file lists the framework",
        kind: "environment",
        text: "environment:\n  name: production\nsecurity:\n  encryption:\n    at_rest: false\n    in_transit: true\ncompliance:\n  audit_logging:\n    enabled: true\n    retention_years: 2\n",
        files: LISTING,
        reports: [
          `error 5 «false» ${STORED} Set \`security.encryption.at_rest\` to \`true\`.`,
          "error 10 «2» HIPAA asks to keep records for six years (§ 164.316(b)(2)(i)). Set `compliance.audit_logging.retention_years` to `6`.",
        ],
        fixed:
          "environment:\n  name: production\nsecurity:\n  encryption:\n    at_rest: true\n    in_transit: true\ncompliance:\n  audit_logging:\n    enabled: true\n    retention_years: 2\n",
      },
      {
        what: "the summary of the tenant file",
        kind: "tenant",
        text: "security:\n  authentication: { mfa_required: false, session_timeout: 7200 }\n  encryption: { in_transit: false }\n",
        files: LISTING,
        reports: [
          `error 2 «false» ${MFA} Set \`security.authentication.mfa_required\` to \`true\`.`,
          `error 2 «7200» ${LOGOFF} Set \`security.authentication.session_timeout\` to \`3600\`.`,
          `error 3 «false» ${TRAVELLING} Set \`security.encryption.in_transit\` to \`true\`.`,
        ],
        fixed:
          "security:\n  authentication: { mfa_required: true, session_timeout: 7200 }\n  encryption: { in_transit: false }\n",
      },
      {
        what: "a tenant that lists other frameworks",
        text: FILE({ "[hipaa]": "[gdpr, pci]", "days: 2190": "days: 365", "required: true": "required: false" }),
        reports: [],
      },
    ],
  },
};
