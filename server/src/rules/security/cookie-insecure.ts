import * as l10n from "@vscode/l10n";
import type { FixData } from "../../schema/problem.ts";
import type { Place } from "../place.ts";
import { defineRule, type RulePage } from "../rule.ts";

export const rule = defineRule({
  id: "cookie-insecure",
  severity: "warning",
  at: { security: ["authentication.session"] },
  facts: (context) => context.isProduction,
  check: (place, report, isProduction) => {
    const secure = place.get("secure_cookies");
    if (secure?.boolean !== false) return;
    const sameSite = place.get("same_site");
    if (sameSite?.text === "none") {
      report(secure, {
        severity: "error",
        message: l10n.t`\`same_site: none\` needs secure cookies: browsers drop such a cookie otherwise, and nobody stays signed in. Set \`secure_cookies\` to \`true\`.`,
        related: [{ place: sameSite, message: l10n.t`The cookie is for requests from other sites.` }],
        fix: securing(secure),
      });
      return;
    }
    report(secure, {
      severity: isProduction ? "error" : "warning",
      message: isProduction
        ? l10n.t`The tenant has a production environment, and this sends its session cookie over plain HTTP as well: whoever reads it on the way is signed in. Set \`secure_cookies\` to \`true\`.`
        : l10n.t`The session cookie is sent over plain HTTP as well: whoever reads it on the way is signed in. Set \`secure_cookies\` to \`true\`.`,
      fix: securing(secure),
    });
  },
});

function securing(secure: Place): FixData {
  return { fix: "replace-value", path: secure.path, values: [true] };
}

const SESSION = (secure: string, sameSite: string): string =>
  `authentication:
  session:
    secure_cookies: ${secure} # as on the test system
    same_site: ${sameSite}
`;

const TENANT = (enabled: boolean): string => `environments:\n  prod:\n    enabled: ${enabled}\n`;
const NEEDS =
  "`same_site: none` needs secure cookies: browsers drop such a cookie otherwise, and nobody stays signed in. Set `secure_cookies` to `true`.";
const PLAIN =
  "The session cookie is sent over plain HTTP as well: whoever reads it on the way is signed in. Set `secure_cookies` to `true`.";

export const page: RulePage = {
  title: "Session cookies that travel over plain HTTP.",
  why: "A cookie without the `Secure` attribute is also sent with `http://` requests, so a single unencrypted image or link hands the session to anybody on the same network. With `SameSite=None`, Chrome, Edge and Firefox reject a cookie that is not secure: sign-in seems to work, and the next request is anonymous again.",
  fix: "Set `secure_cookies` to `true`",
  examples: {
    failing: {
      what: "cookies for other sites that are not secure",
      text: SESSION("false", "none"),
      reports: [`error 3 «false» ${NEEDS}`],
      fixed: SESSION("true", "none"),
    },
    passing: {
      what: "secure cookies for other sites",
      text: SESSION("true", "none"),
      reports: [],
    },
    placeholder: {
      what: "a flag that the deployment sets",
      text: SESSION("${SECURE_COOKIES}", "none"),
      reports: [],
    },
    disabled: "the session can not be switched off",
    more: [
      {
        what: "insecure cookies of a tenant in production",
        text: SESSION("false", "lax"),
        files: { "tenant.yaml": TENANT(true) },
        reports: [
          "error 3 «false» The tenant has a production environment, and this sends its session cookie over plain HTTP as well: whoever reads it on the way is signed in. Set `secure_cookies` to `true`.",
        ],
        fixed: SESSION("true", "lax"),
      },
      {
        what: "insecure cookies of a tenant that is not in production",
        text: SESSION("false", "strict"),
        files: { "tenant.yaml": TENANT(false) },
        reports: [`warning 3 «false» ${PLAIN}`],
        fixed: SESSION("true", "strict"),
      },
      {
        what: "insecure cookies whose site rule only the deployment knows",
        text: SESSION("false", "${SAME_SITE}"),
        reports: [`warning 3 «false» ${PLAIN}`],
        fixed: SESSION("true", "${SAME_SITE}"),
      },
      {
        what: "a flag that a variable sets",
        text: SESSION("${SECURE_COOKIES}", "none"),
        files: { "/.env": "SECURE_COOKIES=false\n" },
        reports: [`error 3 «\${SECURE_COOKIES}» ${NEEDS.slice(0, -1)} (resolved from SECURE_COOKIES).`],
        fixed: SESSION("true", "none"),
      },
      {
        what: "cookies for other sites, secure because nothing else is said",
        text: "authentication: { session: { same_site: none } }\n",
        reports: [],
      },
    ],
  },
};
