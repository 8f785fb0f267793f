import * as l10n from "@vscode/l10n";
import type { Operation } from "../../schema/problem.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";

/** The second factors to begin with: one that everybody can use, and the one that resists phishing. */
const METHODS: readonly string[] = ["totp", "webauthn"];

interface Facts {
  readonly isProduction: boolean;
  /** true when `mfa-mismatch` asks for the same as this rule would. */
  readonly isPromised: boolean;
}

export const rule = defineRule<Facts>({
  id: "mfa-missing",
  severity: "warning",
  at: { security: ["authentication.mfa"] },
  facts: (context) => ({
    isProduction: context.isProduction,
    isPromised: context.fileOf("tenant")?.get("security", "authentication", "mfa_required")?.boolean === true,
  }),
  check: (place, report, { isProduction, isPromised }) => {
    if (!place.isMap) return;
    const required = place.get("required");
    const roles = place.get("enforced_roles");
    if (required?.boolean === true) return reportNoMethods(place, required, report);
    // Some roles need a second factor all the same: a decision, not an oversight.
    if (roles && roles.size > 0) return reportNoMethods(place, roles, report);
    if (!isProduction || roles?.isUnresolved) return;
    if (required === undefined) reportOptional(place, place, report);
    else if (required.boolean === false && !isPromised) reportOptional(place, required, report);
  },
});

function lacksMethods(place: Place): boolean {
  const methods = place.get("methods");
  return methods === undefined || (methods.isList && methods.size === 0);
}

function reportNoMethods(place: Place, demand: Place, report: Report): void {
  if (!lacksMethods(place)) return;
  const methods = place.get("methods");
  report(methods ?? demand, {
    severity: "error",
    on: "key",
    message: l10n.t`A second factor is required, and \`methods\` offers none: whoever needs one can not finish signing in. List at least one, such as \`webauthn\`.`,
    related: methods ? [{ place: demand, message: l10n.t`It is required here.` }] : [],
    fix: {
      fix: "change",
      path: place.path,
      changes: [
        {
          title: l10n.t`Offer \`totp\` and \`webauthn\``,
          operations: [{ do: "set", path: ["methods"], value: METHODS }],
        },
      ],
    },
  });
}

function reportOptional(place: Place, at: Place, report: Report): void {
  const requiring: Operation = { do: "set", path: ["required"], value: true };
  const offering: Operation = { do: "set", path: ["methods"], value: METHODS };
  report(at, {
    message:
      at === place
        ? l10n.t`The tenant has a production environment, and a second factor is optional because \`required\` is not set: one stolen password is enough to get in. Set \`required\` to \`true\`.`
        : l10n.t`The tenant has a production environment, and a second factor is optional: one stolen password is enough to get in. Set \`required\` to \`true\`.`,
    fix: {
      fix: "change",
      path: place.path,
      changes: [
        {
          title: l10n.t`Require a second factor`,
          operations: lacksMethods(place) ? [requiring, offering] : [requiring],
        },
      ],
    },
  });
}

const MFA = (required: string, methods: string): string =>
  `authentication:
  mfa:
    required: ${required} # see the audit
    methods: ${methods}
`;
const TENANT = (security = ""): string => `environments:\n  production:\n    enabled: true\n${security}`;
const IN_PRODUCTION = { "tenant.yaml": TENANT() };
const NO_METHODS =
  "A second factor is required, and `methods` offers none: whoever needs one can not finish signing in. List at least one, such as `webauthn`.";
const OPTIONAL =
  "The tenant has a production environment, and a second factor is optional: one stolen password is enough to get in. Set `required` to `true`.";

export const page: RulePage = {
  title: "A second factor that nobody needs or nobody can give.",
  why: "Passwords leak and are tried elsewhere; without a second factor each of them opens an account in production. The reverse is just as bad on the day it is deployed: when a factor is required and no method is offered, the enrolment page is empty and everybody is locked out, administrators included.",
  fix: "Require a second factor, or offer authenticator codes and security keys",
  examples: {
    failing: {
      what: "a required factor without a method",
      text: MFA("true", "[]"),
      reports: [`error 4 «methods» ${NO_METHODS}`],
      fixed: MFA("true", "[totp, webauthn]"),
    },
    passing: {
      what: "a required factor with methods",
      text: MFA("true", "[totp, webauthn]"),
      files: IN_PRODUCTION,
      reports: [],
    },
    placeholder: {
      what: "a requirement that only the deployment knows",
      text: MFA("${MFA}", "[]"),
      files: IN_PRODUCTION,
      reports: [],
    },
    disabled: "there is no other switch than the one that the rule is about",
    more: [
      {
        what: "a factor that is optional in production",
        text: MFA("false", "[webauthn]"),
        files: IN_PRODUCTION,
        reports: [`warning 3 «false» ${OPTIONAL}`],
        fixed: MFA("true", "[webauthn]"),
      },
      {
        what: "a factor that is optional in production, and has no method",
        text: MFA("false", "[]"),
        files: IN_PRODUCTION,
        reports: [`warning 3 «false» ${OPTIONAL}`],
        fixed: MFA("true", "[totp, webauthn]"),
      },
      {
        what: "methods that nobody has to use in production",
        text: "authentication:\n  mfa:\n    methods: [totp]\n",
        files: IN_PRODUCTION,
        reports: [
          "warning 2 «mfa» The tenant has a production environment, and a second factor is optional because `required` is not set: one stolen password is enough to get in. Set `required` to `true`.",
        ],
        fixed: "authentication:\n  mfa:\n    required: true\n    methods: [totp]\n",
      },
      {
        what: "a required factor that says nothing about methods",
        text: "authentication: { mfa: { required: true } }\n",
        reports: [`error 1 «required» ${NO_METHODS}`],
        fixed: "authentication: { mfa: { required: true, methods: [totp, webauthn] } }\n",
      },
      {
        what: "roles that need a factor, and no method",
        text: "authentication:\n  mfa:\n    enforced_roles: [admin]\n",
        reports: [`error 3 «enforced_roles» ${NO_METHODS}`],
        fixed: "authentication:\n  mfa:\n    methods: [totp, webauthn]\n    enforced_roles: [admin]\n",
      },
      {
        what: "a factor for some roles only",
        text: "authentication:\n  mfa:\n    required: false\n    methods: [webauthn]\n    enforced_roles: [admin]\n",
        files: IN_PRODUCTION,
        reports: [],
      },
      {
        what: "methods that a placeholder stands for",
        text: MFA("true", "${MFA_METHODS}"),
        reports: [],
      },
      {
        what: "an optional factor outside production",
        text: MFA("false", "[]"),
        reports: [],
      },
      {
        what: "a promise of the tenant file, which is said once",
        text: MFA("false", "[totp]"),
        files: { "tenant.yaml": TENANT("security:\n  authentication:\n    mfa_required: true\n") },
        reports: [],
      },
    ],
  },
};
