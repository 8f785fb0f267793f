import * as l10n from "@vscode/l10n";
import type { Change } from "../../schema/problem.ts";
import { code, joinWords } from "../../schema/wording.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";
import { replacingItems } from "./list-operations.ts";

/** The shortest secret that RFC 7518 allows for the weakest of the HS algorithms. */
const LEAST_BYTES = 32;
const SHARED = /^HS(?:256|384|512)$/;
const ASYMMETRIC = /^(?:(?:RS|PS|ES)(?:256|384|512)|EdDSA)$/;

export const rule = defineRule({
  id: "jwt-weak-algorithm",
  severity: "error",
  at: { security: ["authentication.providers.*.config"] },
  check: (place, report) => {
    const list = place.get("algorithms");
    const shared = itemsLike(list, SHARED);
    const [first] = shared;
    if (!list || !first) return;
    const asymmetric = itemsLike(list, ASYMMETRIC);
    if (asymmetric.length > 0) reportMixture(place, list, shared, asymmetric, report);
    reportSecret(place.get("secret"), first.text ?? "", report);
  },
});

function itemsLike(list: Place | undefined, pattern: RegExp): readonly Place[] {
  return (list?.items() ?? []).filter(({ text }) => text !== undefined && pattern.test(text));
}

function reportMixture(
  config: Place,
  list: Place,
  shared: readonly Place[],
  asymmetric: readonly Place[],
  report: Report,
): void {
  const [first] = shared;
  if (!first) return;
  // Without a public key it is the other algorithms that can not be meant.
  const dropped = config.has("secret") ? asymmetric : shared;
  report(first, {
    message: l10n.t`${code(first.text ?? "")} stands beside algorithms with a public key, which then also passes for the shared secret: anybody who knows the public key can forge tokens. Keep one of the two families.`,
    related: asymmetric.map((item) => ({ place: item, message: l10n.t`This one verifies with a public key.` })),
    fix: { fix: "change", path: list.path, changes: [dropping(list, dropped)] },
  });
}

function dropping(list: Place, items: readonly Place[]): Change {
  const names = joinWords(
    items.map(({ text }) => code(text ?? "")),
    "and",
  );
  const replacements = new Map(items.map(({ path }) => [Number(path.at(-1)), []]));
  return { title: l10n.t`Do not accept ${names}`, operations: replacingItems(list, replacements) };
}

/** What a reference or a variable stands for is not known here, or is of this machine only. */
function reportSecret(secret: Place | undefined, algorithm: string, report: Report): void {
  if (secret?.placeholders.state !== "none") return;
  const bytes = new TextEncoder().encode(secret.text ?? "").length;
  if (bytes === 0 || bytes >= LEAST_BYTES) return;
  report(secret, {
    message: l10n.t`${code(algorithm)} needs a shared secret of at least ${LEAST_BYTES} random bytes, and this one has ${bytes}: it can be guessed from a single token, and with it every token forged. Make a longer one, and write a reference to it.`,
  });
}

const JWT = (algorithms: string, more = "", enabled = "true"): string =>
  `authentication:
  providers:
    - name: tokens
      type: jwt
      enabled: ${enabled}
      config:
        algorithms: ${algorithms} # agreed
${more}`;
const URI = "        jwks_uri: https://login.company.com/jwks.json\n";
const MIXED = (name: string): string =>
  `\`${name}\` stands beside algorithms with a public key, which then also passes for the shared secret: anybody who knows the public key can forge tokens. Keep one of the two families.`;

export const page: RulePage = {
  title: "Token signatures that can be forged.",
  why: "A verifier that accepts both families picks by the header of the token, which the sender writes. An attacker signs with HS256 and uses the published RSA key as the secret, and many libraries accept it (CVE-2015-9235 and its successors). A shared secret under 32 bytes is found offline by trying, without a single request that somebody could notice.",
  fix: "Drop the algorithms that do not fit the key",
  examples: {
    failing: {
      what: "both families of algorithms",
      text: JWT("[RS256, HS256]", URI),
      reports: [`error 7 «HS256» ${MIXED("HS256")}`],
      fixed: JWT("[RS256]", URI),
    },
    passing: {
      what: "algorithms of one family",
      text: JWT("[RS256, ES256, EdDSA]", URI),
      reports: [],
    },
    placeholder: {
      what: "an algorithm that only the deployment knows, and a referenced secret",
      text: JWT('[HS256, "${ALGORITHM}"]', '        secret: "vault:secret/data/acme/jwt#secret"\n'),
      reports: [],
    },
    disabled: {
      what: "a provider that is switched off",
      text: JWT("[RS256, HS256]", URI, "false"),
      reports: [],
    },
    more: [
      {
        what: "a shared secret beside both families",
        text: JWT("[HS512, RS256, ES256]", '        secret: "vault:secret/data/acme/jwt#secret"\n'),
        reports: [`error 7 «HS512» ${MIXED("HS512")}`],
        fixed: JWT("[HS512]", '        secret: "vault:secret/data/acme/jwt#secret"\n'),
      },
      {
        what: "several shared ones in block style",
        text: JWT("\n          - HS256\n          - RS256\n          - HS512", URI).replace(/ # agreed/, ""),
        reports: [`error 8 «HS256» ${MIXED("HS256")}`],
        fixed: JWT("\n          - RS256", URI).replace(/ # agreed/, ""),
      },
      {
        what: "a secret that is too short",
        text: JWT("[HS256]", "        secret: hunter2\n"),
        reports: [
          "error 8 «hunter2» `HS256` needs a shared secret of at least 32 random bytes, and this one has 7: it can be guessed from a single token, and with it every token forged. Make a longer one, and write a reference to it.",
        ],
      },
      {
        what: "a secret that is long enough in bytes",
        text: JWT("[HS256]", "        secret: äöüäöüäöüäöüäöüä\n"),
        reports: [],
      },
    ],
  },
};
