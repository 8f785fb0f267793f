import * as l10n from "@vscode/l10n";
import { defineRule, type RulePage } from "../rule.ts";

const WEAK: ReadonlySet<string> = new Set(["sms", "email"]);

export const rule = defineRule({
  id: "mfa-weak-methods",
  severity: "warning",
  at: { security: ["authentication.mfa.methods"] },
  check: (place, report) => {
    const methods = place.items();
    if (methods.length === 0 || !methods.every(({ text }) => text !== undefined && WEAK.has(text))) return;
    report(place, {
      message: l10n.t`The only second factors are codes by text message or e-mail, which can be intercepted, redirected or asked for on a copied sign-in page. Offer \`webauthn\` or \`totp\` as well.`,
      fix: {
        fix: "change",
        path: place.path,
        changes: [
          { title: l10n.t`Also offer \`webauthn\``, operations: [{ do: "append", path: [], value: "webauthn" }] },
        ],
      },
    });
  },
});

const METHODS = (methods: string): string => `authentication:\n  mfa:\n    required: true\n    methods: ${methods}\n`;
const WEAK_ONLY =
  "The only second factors are codes by text message or e-mail, which can be intercepted, redirected or asked for on a copied sign-in page. Offer `webauthn` or `totp` as well.";

export const page: RulePage = {
  title: "Only weak second factors.",
  why: "A phone number is moved to another SIM card with a call to the operator, and a mailbox often has the very password that leaked. NIST SP 800-63B restricts text messages and does not count e-mail as a second factor at all. Security keys and passkeys are the only methods here that a copied sign-in page can not get around.",
  fix: "Also offer `webauthn`",
  examples: {
    failing: {
      what: "text messages only",
      text: METHODS("[sms] # for now"),
      reports: [`warning 4 «methods» ${WEAK_ONLY}`],
      fixed: METHODS("[sms, webauthn] # for now"),
    },
    passing: {
      what: "text messages beside security keys",
      text: METHODS("[sms, webauthn]"),
      reports: [],
    },
    placeholder: {
      what: "a method that only the deployment knows",
      text: METHODS('[sms, "${SECOND_METHOD}"]'),
      reports: [],
    },
    disabled: "there is no switch for the list",
    more: [
      {
        what: "both weak methods in block style",
        text: METHODS("\n      - sms\n      - email # slow"),
        reports: [`warning 4 «methods» ${WEAK_ONLY}`],
        fixed: METHODS("\n      - sms\n      - email # slow\n      - webauthn"),
      },
      {
        what: "no method at all, which is another fault",
        text: METHODS("[]"),
        reports: [],
      },
      {
        what: "a method that nobody knows",
        text: METHODS("[sms, fax]"),
        reports: [],
      },
    ],
  },
};
