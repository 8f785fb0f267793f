import * as l10n from "@vscode/l10n";
import { didYouMean } from "../../schema/sentences.ts";
import { code } from "../../schema/wording.ts";
import { SPOTIFY_SCOPES } from "../../values/data/spotify-scopes.ts";
import { nearest } from "../../values/edit-distance.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";

const KNOWN: ReadonlySet<string> = new Set(SPOTIFY_SCOPES);

/** Addresses of an OAuth provider. */
const ENDPOINTS: readonly string[] = [
  "authorization_endpoint",
  "token_endpoint",
  "userinfo_endpoint",
  "jwks_uri",
  "issuer",
];

export const rule = defineRule({
  id: "spotify-unknown-scope",
  severity: "warning",
  at: { tenant: ["features.spotify_integration.scopes"], security: ["authentication.providers.*"] },
  check: (place, report) => {
    const isProvider = place.model.kind === "security";
    const scopes = isProvider ? place.get("config", "scopes") : place;
    if (!scopes || (isProvider && !isSpotify(place))) return;
    for (const scope of scopes.items()) checkScope(scope, report);
  },
});

/** true for a provider that signs in at Spotify; one that only has the name and signs in elsewhere passes on scopes of its own. */
function isSpotify(provider: Place): boolean {
  const urls = ENDPOINTS.map((key) => provider.get("config", key)?.text).filter((url) => url !== undefined);
  const hosts = urls.map(hostOf).filter((host) => host !== "");
  if (hosts.some((host) => host === "spotify.com" || host.endsWith(".spotify.com"))) return true;
  const isNamed = /spotify/i.test(provider.get("name")?.text ?? "");
  return isNamed && hosts.every((host) => host.includes("spotify"));
}

function hostOf(url: string): string {
  return (/^https?:\/\/([^/?#:@]+)/i.exec(url)?.[1] ?? "").toLowerCase();
}

/** An item may hold several scopes as they stand in a request, one after the other. */
function checkScope(place: Place, report: Report): void {
  const { text } = place;
  if (text === undefined) return;
  for (const match of text.matchAll(/[^\s,]+/g)) {
    const [scope] = match;
    if (KNOWN.has(scope)) continue;
    const best = nearest(scope, SPOTIFY_SCOPES);
    const fault = l10n.t`Spotify has no scope ${code(scope)} and refuses the sign-in of every listener with \`invalid_scope\`.`;
    const advice = best === undefined ? l10n.t`Take it out, or use one of Spotify's scopes.` : didYouMean(code(best));
    const end = match.index + scope.length;
    const fixed = text.slice(0, match.index) + (best ?? "") + text.slice(end);
    report(place, {
      message: `${fault} ${advice}`,
      ...(scope !== text && { range: place.rangeOf(match.index, end) }),
      ...(best !== undefined &&
        place.placeholders.state === "none" && {
          fix: { fix: "replace-value", path: place.path, values: [fixed] },
        }),
    });
  }
}

const TENANT = (scopes: string): string =>
  `features:\n  spotify_integration:\n    enabled: true\n    scopes: ${scopes}\n`;
const SECURITY = (name: string, lines: string): string =>
  `authentication:\n  providers:\n    - name: ${name}\n      type: oauth2\n      enabled: true\n      config:\n${lines}`;

export const page: RulePage = {
  title: "A scope that Spotify does not have.",
  why: "Spotify answers an authorization request with an unknown scope with `invalid_scope`: not a single listener can connect, also for the scopes that are right. The mistake shows only when somebody signs in, long after the deployment.",
  fix: "Use the scope that is most like it",
  examples: {
    failing: {
      what: "a misspelt scope",
      text: TENANT("[user-read-privat]"),
      reports: [
        "warning 4 «user-read-privat» Spotify has no scope `user-read-privat` and refuses the sign-in of every listener with `invalid_scope`. Did you mean `user-read-private`?",
      ],
      fixed: TENANT("[user-read-private]"),
    },
    passing: {
      what: "scopes of Spotify, those for partners included",
      text: TENANT("[user-read-private, streaming, user-soa-link]"),
      reports: [],
    },
    placeholder: {
      what: "a scope that only the deployment knows",
      text: TENANT('["${SCOPE}", "user-${SCOPE}"]'),
      reports: [],
    },
    disabled: {
      what: "an integration that is switched off",
      text: TENANT("[user-read-privat]").replace("true", "false"),
      reports: [],
    },
    more: [
      {
        what: "a scope that is like none",
        text: TENANT("\n      - user-read-email\n      - everything"),
        reports: [
          "warning 6 «everything» Spotify has no scope `everything` and refuses the sign-in of every listener with `invalid_scope`. Take it out, or use one of Spotify's scopes.",
        ],
      },
      {
        what: "a sign-in provider with Spotify's addresses, and several scopes in one text",
        kind: "security",
        text: SECURITY(
          "music",
          '        token_endpoint: https://accounts.spotify.com/api/token\n        scopes: ["user-read-email user-top-reed"]\n',
        ),
        reports: [
          "warning 8 «user-top-reed» Spotify has no scope `user-top-reed` and refuses the sign-in of every listener with `invalid_scope`. Did you mean `user-top-read`?",
        ],
        fixed: SECURITY(
          "music",
          '        token_endpoint: https://accounts.spotify.com/api/token\n        scopes: ["user-read-email user-top-read"]\n',
        ),
      },
      {
        what: "a sign-in provider with Spotify's name",
        kind: "security",
        text: SECURITY("Spotify", "        scopes: [User-Read-Email]\n"),
        reports: [
          "warning 7 «User-Read-Email» Spotify has no scope `User-Read-Email` and refuses the sign-in of every listener with `invalid_scope`. Did you mean `user-read-email`?",
        ],
        fixed: SECURITY("Spotify", "        scopes: [user-read-email]\n"),
      },
      {
        what: "a provider of that name that signs in elsewhere",
        kind: "security",
        text: SECURITY(
          "spotify-staff",
          "        authorization_endpoint: https://sso.acme.example/authorize\n        scopes: [openid, profile]\n",
        ),
        reports: [],
      },
      {
        what: "scopes of other providers",
        kind: "security",
        text: SECURITY("google", "        scopes: [openid, email]\n"),
        reports: [],
      },
      {
        what: "a provider that is switched off",
        kind: "security",
        text: SECURITY("spotify", "        scopes: [openid]\n").replace("true", "false"),
        reports: [],
      },
    ],
  },
};
