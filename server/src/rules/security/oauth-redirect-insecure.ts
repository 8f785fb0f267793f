import * as l10n from "@vscode/l10n";
import type { FixData } from "../../schema/problem.ts";
import { findPlaceholders } from "../../tenants/placeholders.ts";
import type { Place } from "../place.ts";
import { defineRule, type RulePage } from "../rule.ts";
import { hostOf, isLoopback, literalText, portOf, UNKNOWN, writtenText } from "./addresses.ts";

const PLAIN = "http://";

export const rule = defineRule({
  id: "oauth-redirect-insecure",
  severity: "error",
  at: {
    security: ["authentication.providers.*.config.redirect_uri", "authentication.providers.*.config.redirect_uris.*"],
  },
  check: (place, report) => {
    const text = literalText(place);
    if (text === undefined || !mayBeAddress(text)) return;
    if (isPlain(text)) {
      report(place, {
        message: l10n.t`The sign-in comes back over plain HTTP, where anybody on the way can read the code and sign in with it. Use \`https\`; only addresses of the user's own machine may do without.`,
        range: place.rangeOf(0, PLAIN.length - "://".length),
        fix: encrypting(place),
      });
    }
    const fragment = text.indexOf("#");
    const wildcard = text.indexOf("*");
    if (wildcard >= 0 && (fragment < 0 || wildcard < fragment)) {
      report(place, {
        message: l10n.t`A redirect address has no wildcards: servers compare it character by character and refuse this one, and one that accepts it hands sign-ins to every page that fits. List each address in \`redirect_uris\`.`,
        range: place.rangeOf(wildcard, wildcard + 1),
      });
    }
    if (fragment >= 0) {
      report(place, {
        message: l10n.t`A redirect address has no fragment: OAuth 2.0 forbids it, and servers refuse the sign-in. End the address before the \`#\`.`,
        range: place.rangeOf(fragment, text.length),
        fix: cutting(place),
      });
    }
  },
});

/** What is no address at all the schema reports. */
function mayBeAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) || text.startsWith(UNKNOWN);
}

/** true for an unencrypted address of another machine than the user's own. */
function isPlain(text: string): boolean {
  if (!startsPlain(text)) return false;
  const host = hostOf(text.slice(PLAIN.length));
  return host !== "" && !host.includes(UNKNOWN) && !isLoopback(host);
}

function startsPlain(text: string): boolean {
  return text.slice(0, PLAIN.length).toLowerCase() === PLAIN;
}

/** Another port than that of HTTP is seldom one that also speaks TLS, so a person has to look. */
function encrypting(place: Place): FixData | undefined {
  const written = writtenText(place);
  if (!startsPlain(written)) return undefined;
  const rest = written.slice(PLAIN.length);
  const port = portOf(rest);
  const value = `https://${port === "80" ? rest.replace(":80", "") : rest}`;
  const change = { title: l10n.t`Use \`https\``, operations: [{ do: "set", path: [], value }] } as const;
  const isSure = port === undefined || port === "80" || port === "443";
  return { fix: "change", path: place.path, changes: [isSure ? change : { ...change, preferred: false }] };
}

/** What comes back without the fragment may have to be registered first, and served by another page. */
function cutting(place: Place): FixData | undefined {
  const written = writtenText(place);
  const at = written.indexOf("#");
  if (at <= 0 || findPlaceholders(written).some(({ start, end }) => start < at && at < end)) return undefined;
  return {
    fix: "change",
    path: place.path,
    changes: [
      {
        title: l10n.t`Remove the fragment`,
        preferred: false,
        operations: [{ do: "set", path: [], value: written.slice(0, at) }],
      },
    ],
  };
}

const ONE = (uri: string, enabled = "true"): string =>
  `authentication:
  providers:
    - name: web
      type: oauth2
      enabled: ${enabled}
      config:
        client_id: web
        redirect_uri: ${uri} # registered
`;
const MANY = (uris: string): string =>
  `authentication:
  providers:
    - name: web
      type: oidc
      enabled: true
      config:
        client_id: web
        redirect_uris: [${uris}]
`;
const OVER_HTTP =
  "The sign-in comes back over plain HTTP, where anybody on the way can read the code and sign in with it. Use `https`; only addresses of the user's own machine may do without.";
const WILDCARD =
  "A redirect address has no wildcards: servers compare it character by character and refuse this one, and one that accepts it hands sign-ins to every page that fits. List each address in `redirect_uris`.";
const FRAGMENT =
  "A redirect address has no fragment: OAuth 2.0 forbids it, and servers refuse the sign-in. End the address before the `#`.";

export const page: RulePage = {
  title: "A redirect address that is not encrypted, has a wildcard or a fragment.",
  why: "The authorization code comes back in the redirect address. Over plain HTTP it can be read and used by everybody on the way; with a wildcard any page that fits, such as a forgotten subdomain, can collect codes. RFC 6749 forbids fragments and RFC 9700 demands exact comparison, so most servers answer such a request with `redirect_uri_mismatch` and nobody gets in.",
  fix: "Use `https`",
  examples: {
    failing: {
      what: "a redirect address over HTTP",
      text: ONE("http://app.company.com/cb"),
      reports: [`error 8 «http» ${OVER_HTTP}`],
      fixed: ONE("https://app.company.com/cb"),
    },
    passing: {
      what: "a redirect address over HTTPS",
      text: ONE("https://app.company.com/cb"),
      reports: [],
    },
    placeholder: {
      what: "a host that only the deployment knows",
      text: ONE("http://${APP_HOST}/cb"),
      reports: [],
    },
    disabled: {
      what: "a provider that is switched off",
      text: ONE("http://app.company.com/cb", "false"),
      reports: [],
    },
    more: [
      {
        what: "addresses of the user's own machine",
        text: MANY(
          '"http://localhost:3000/cb", "http://127.0.0.1/cb", "http://[::1]:8080/cb", "http://app.localhost/cb"',
        ),
        reports: [],
      },
      {
        what: "one of several addresses",
        text: MANY('"https://app.company.com/cb", "http://127.0.0.1.company.com/cb"'),
        reports: [`error 8 «http» ${OVER_HTTP}`],
        fixed: MANY('"https://app.company.com/cb", "https://127.0.0.1.company.com/cb"'),
      },
      {
        what: "the port of HTTP, which goes with it",
        text: ONE("http://app.company.com:80/cb"),
        reports: [`error 8 «http» ${OVER_HTTP}`],
        fixed: ONE("https://app.company.com/cb"),
      },
      {
        what: "a port of its own, which a person has to look at",
        text: ONE("http://app.company.com:8080/cb"),
        reports: [`error 8 «http» ${OVER_HTTP}`],
        fixed: ONE("https://app.company.com:8080/cb"),
      },
      {
        what: "a path that only the deployment knows",
        text: ONE("http://app.company.com/${CALLBACK}"),
        reports: [`error 8 «http» ${OVER_HTTP}`],
        fixed: ONE("https://app.company.com/${CALLBACK}"),
      },
      {
        what: "an address that a variable holds",
        text: ONE("${CALLBACK_URL}"),
        files: { "/.env": "CALLBACK_URL=http://app.company.com/cb\n" },
        reports: [`error 8 «\${CALLBACK_URL}» ${OVER_HTTP.slice(0, -1)} (resolved from CALLBACK_URL).`],
      },
      {
        what: "texts that are no addresses",
        text: MANY('"*", "#", "app.company.com/*"'),
        reports: [],
      },
      {
        what: "a fragment behind what only the deployment knows",
        text: ONE('"${BASE_URL}/cb#top"'),
        reports: [`error 8 «#top» ${FRAGMENT}`],
        fixed: ONE('"${BASE_URL}/cb"'),
      },
      {
        what: "a wildcard in the path",
        text: ONE("https://app.company.com/*"),
        reports: [`error 8 «*» ${WILDCARD}`],
      },
      {
        what: "a wildcard in the host",
        text: MANY('"https://*.company.com/cb"'),
        reports: [`error 8 «*» ${WILDCARD}`],
      },
      {
        what: "a fragment",
        text: ONE('"https://app.company.com/#/cb"'),
        reports: [`error 8 «#/cb» ${FRAGMENT}`],
        fixed: ONE('"https://app.company.com/"'),
      },
    ],
  },
};
