import * as l10n from "@vscode/l10n";
import { defineRule, type RulePage } from "../rule.ts";

export const rule = defineRule({
  id: "mfa-mismatch",
  severity: "error",
  at: { security: ["authentication.mfa.required"] },
  facts: (context) => context.fileOf("tenant")?.get("security", "authentication", "mfa_required"),
  check: (place, report, promised) => {
    const required = place.boolean;
    if (!promised || required === undefined || promised.boolean === undefined || promised.boolean === required) return;
    const isWeaker = promised.boolean;
    report(place, {
      message: isWeaker
        ? l10n.t`The tenant file promises a second factor, and this file does not require one.`
        : l10n.t`This file requires a second factor, and the tenant file says that none is required.`,
      severity: isWeaker ? "error" : "warning",
      related: [{ place: promised, message: l10n.t`The tenant file says it here.` }],
      fix: {
        fix: "change",
        path: [],
        changes: isWeaker
          ? [{ title: l10n.t`Require a second factor`, operations: [{ do: "set", path: place.path, value: true }] }]
          : [
              {
                title: l10n.t`Say so in the tenant file as well`,
                operations: [{ do: "set", file: promised.model.uri, path: promised.path, value: true }],
              },
            ],
      },
    });
  },
});

const TENANT = (required: boolean): string => `security:\n  authentication:\n    mfa_required: ${required}\n`;
const SECURITY = (required: string): string =>
  `authentication:\n  mfa:\n    required: ${required} # reviewed\n    methods: [totp]\n`;

export const page: RulePage = {
  title: "The tenant file and the security file disagree on the second factor.",
  why: "The security file is what the identity provider is set up from. What the tenant file promises and that does not require, nobody asks for at sign-in.",
  fix: "Require a second factor, or say in the tenant file that one is required",
  examples: {
    failing: {
      what: "a promise that is not kept",
      text: SECURITY("false"),
      files: { "tenant.yaml": TENANT(true) },
      reports: ["error 3 «false» The tenant file promises a second factor, and this file does not require one."],
      fixed: SECURITY("true"),
    },
    passing: {
      what: "a promise that is kept",
      text: SECURITY("true"),
      files: { "tenant.yaml": TENANT(true) },
      reports: [],
    },
    placeholder: {
      what: "a requirement that only the deployment knows",
      text: SECURITY("${MFA}"),
      files: { "tenant.yaml": TENANT(true) },
      reports: [],
    },
    disabled: "neither value stands in a part that can be switched off",
    more: [
      {
        what: "more than was promised",
        text: SECURITY("true"),
        files: { "tenant.yaml": TENANT(false) },
        reports: [
          "warning 3 «true» This file requires a second factor, and the tenant file says that none is required.",
        ],
      },
    ],
  },
};
