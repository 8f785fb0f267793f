import * as l10n from "@vscode/l10n";
import type { Change } from "../../schema/problem.ts";
import type { Place } from "../place.ts";
import { defineRule, type RulePage } from "../rule.ts";
import { hostOf, isLoopback, literalText, portOf, writtenText } from "./addresses.ts";

const PLAIN = "ldap://";

/** Ports of plain connections, with those of encrypted ones; the second pair is that of the global catalogue of Active Directory. */
const ENCRYPTED_PORT: ReadonlyMap<string, string> = new Map([
  ["389", "636"],
  ["3268", "3269"],
]);

export const rule = defineRule({
  id: "ldap-plaintext",
  severity: "warning",
  at: { security: ["authentication.providers.*.config"] },
  facts: (context) => context.isProduction,
  check: (place, report, isProduction) => {
    const url = place.get("url");
    const text = url && literalText(url);
    if (!url || !text || !startsPlain(text) || isLoopback(hostOf(text.slice(PLAIN.length)))) return;
    const upgrade = place.get("start_tls");
    if (upgrade && upgrade.boolean !== false) return;
    report(url, {
      severity: isProduction ? "error" : "warning",
      message: l10n.t`Passwords travel to this directory unencrypted: everybody on the way reads them. Use \`ldaps://\`, or set \`start_tls\` to \`true\`.`,
      range: url.rangeOf(0, "ldap".length),
      related: upgrade ? [{ place: upgrade, message: l10n.t`The upgrade to TLS is switched off here.` }] : [],
      fix: { fix: "change", path: place.path, changes: [...encrypting(url), upgrading()] },
    });
  },
});

function startsPlain(text: string): boolean {
  return text.slice(0, PLAIN.length).toLowerCase() === PLAIN;
}

/** On a port of its own a server seldom speaks both, so a person has to look. */
function encrypting(url: Place): readonly Change[] {
  const written = writtenText(url);
  if (!startsPlain(written)) return [];
  const rest = written.slice(PLAIN.length);
  const port = portOf(rest);
  const encrypted = ENCRYPTED_PORT.get(port ?? "");
  const value = `ldaps://${encrypted === undefined ? rest : rest.replace(`:${port}`, `:${encrypted}`)}`;
  const change: Change = { title: l10n.t`Use \`ldaps\``, operations: [{ do: "set", path: ["url"], value }] };
  return [port === undefined || encrypted !== undefined ? change : { ...change, preferred: false }];
}

function upgrading(): Change {
  return {
    title: l10n.t`Upgrade the connection with \`start_tls\``,
    preferred: false,
    operations: [{ do: "set", path: ["start_tls"], value: true }],
  };
}

const LDAP = (url: string, more = "", enabled = "true"): string =>
  `authentication:
  providers:
    - name: staff
      type: ldap
      enabled: ${enabled}
      config:
        url: ${url} # the old server
${more}        base_dn: dc=company,dc=com
`;
const PASSWORDS =
  "Passwords travel to this directory unencrypted: everybody on the way reads them. Use `ldaps://`, or set `start_tls` to `true`.";

export const page: RulePage = {
  title: "A directory that is asked over an unencrypted connection.",
  why: "A sign-in against a directory sends the password itself, in a simple bind. Over `ldap://` it passes every switch and tap in clear, together with the password of the account that searches. Active Directory and 389 Directory Server can also refuse such a bind, with `strongerAuthRequired` or `confidentialityRequired`, so that nobody can sign in.",
  fix: "Use `ldaps`, with the port that goes with it",
  examples: {
    failing: {
      what: "a plain connection",
      text: LDAP("ldap://dc:389"),
      reports: [`warning 7 «ldap» ${PASSWORDS}`],
      fixed: LDAP("ldaps://dc:636"),
    },
    passing: {
      what: "an encrypted connection",
      text: LDAP("ldaps://dc:636"),
      reports: [],
    },
    placeholder: {
      what: "an address and an upgrade that only the deployment knows",
      text: LDAP('"ldap://${LDAP_HOST}:389"', "        start_tls: ${START_TLS}\n"),
      reports: [],
    },
    disabled: {
      what: "a provider that is switched off",
      text: LDAP("ldap://dc:389", "", "false"),
      reports: [],
    },
    more: [
      {
        what: "a plain connection that is upgraded",
        text: LDAP("ldap://dc:389", "        start_tls: true\n"),
        reports: [],
      },
      {
        what: "a plain connection in production that says so",
        text: LDAP("ldap://dc", "        start_tls: false\n"),
        files: { "tenant.yaml": "environments:\n  production:\n    enabled: true\n" },
        reports: [`error 7 «ldap» ${PASSWORDS}`],
        fixed: LDAP("ldaps://dc", "        start_tls: false\n"),
      },
      {
        what: "the global catalogue of Active Directory",
        text: LDAP("ldap://dc.company.com:3268"),
        reports: [`warning 7 «ldap» ${PASSWORDS}`],
        fixed: LDAP("ldaps://dc.company.com:3269"),
      },
      {
        what: "a host that only the deployment knows",
        text: LDAP('"ldap://${LDAP_HOST}:389"'),
        reports: [`warning 7 «ldap» ${PASSWORDS}`],
        fixed: LDAP('"ldaps://${LDAP_HOST}:636"'),
      },
      {
        what: "an address that a variable holds",
        text: LDAP("${LDAP_URL}"),
        files: { "/.env": "LDAP_URL=ldap://dc:389\n" },
        reports: [`warning 7 «\${LDAP_URL}» ${PASSWORDS.slice(0, -1)} (resolved from LDAP_URL).`],
        fixed: LDAP("${LDAP_URL}", "        start_tls: true\n"),
      },
      {
        what: "a directory, or a tunnel to one, on the same machine",
        text: LDAP("ldap://127.0.0.1:1389"),
        reports: [],
      },
    ],
  },
};
