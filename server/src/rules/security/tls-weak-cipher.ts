import * as l10n from "@vscode/l10n";
import type { Change, FixData } from "../../schema/problem.ts";
import { didYouMean } from "../../schema/sentences.ts";
import { nearest } from "../../values/edit-distance.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";
import { type CipherVerdict, cipherNames, cipherVerdict, recommendedOperations } from "./cipher-suites.ts";

export const rule = defineRule({
  id: "tls-weak-cipher",
  severity: "error",
  at: { security: ["encryption.in_transit"] },
  check: (place, report) => {
    const list = place.get("cipher_suites");
    const version = place.get("tls_version");
    const lowest = version ? version.scalarText : "1.3";
    for (const suite of list?.items() ?? []) {
      const name = suite.text;
      if (list && name !== undefined && name !== "") checkSuite(suite, name, list, lowest, report);
    }
  },
});

function checkSuite(suite: Place, name: string, list: Place, lowest: string | undefined, report: Report): void {
  const verdict = cipherVerdict(name);
  if (verdict === "good") return;
  if (verdict === undefined) {
    reportUnknown(suite, name, report);
    return;
  }
  report(suite, {
    message: messageAbout(name, verdict),
    severity: verdict === "no-forward-secrecy" ? "warning" : "error",
    fix: replacement(suite, name, list, lowest),
  });
}

function reportUnknown(suite: Place, name: string, report: Report): void {
  const near = nearest(name, cipherNames());
  const fault = l10n.t`\`${name}\` is not the name of a cipher suite: servers refuse the list or leave the name out silently.`;
  report(suite, {
    message: near === undefined ? fault : `${fault} ${didYouMean(`\`${near}\``)}`,
    severity: "warning",
    ...(near !== undefined &&
      cipherVerdict(near) === "good" && { fix: { fix: "replace-value", path: suite.path, values: [near] } }),
  });
}

function replacement(suite: Place, name: string, list: Place, lowest: string | undefined): FixData {
  const title =
    lowest === "1.3"
      ? l10n.t`Use the recommended suites for TLS 1.3`
      : l10n.t`Use the recommended suites for TLS 1.2 and newer`;
  const changes: Change[] = [{ title, operations: recommendedOperations(list, lowest) }];
  if (list.size > 1)
    changes.push({
      title: l10n.t`Remove \`${name}\``,
      preferred: false,
      operations: [{ do: "remove", path: suite.path }],
    });
  return { fix: "change", path: [], changes };
}

function messageAbout(name: string, verdict: Exclude<CipherVerdict, "good">): string {
  switch (verdict) {
    case "null":
      return l10n.t`\`${name}\` does not encrypt anything: everybody on the way can read the connection. Remove it.`;
    case "anonymous":
      return l10n.t`\`${name}\` does not ask the server for a certificate: everybody on the way can pretend to be it. Remove it.`;
    case "export":
      return l10n.t`\`${name}\` has keys that were made short on purpose and are broken within hours. Remove it.`;
    case "rc4":
      return l10n.t`\`${name}\` encrypts with RC4, which gives away repeated text such as cookies and is forbidden in TLS. Remove it.`;
    case "3des":
      return l10n.t`\`${name}\` encrypts with 3DES, whose short blocks give away cookies on long connections (Sweet32). Remove it.`;
    case "des":
      return l10n.t`\`${name}\` encrypts with a cipher of the last century (DES, RC2) that is broken within hours. Remove it.`;
    case "md5":
      return l10n.t`\`${name}\` protects messages with MD5, which is broken. Remove it.`;
    case "cbc-sha1":
      return l10n.t`\`${name}\` combines CBC with SHA-1, which was attacked again and again (BEAST, Lucky 13). Use a suite with GCM or ChaCha20.`;
    case "no-forward-secrecy":
      return l10n.t`\`${name}\` has no forward secrecy: whoever records connections can read all of them once the server's key leaks. Use a suite with ECDHE.`;
  }
}

const LIST = (suites: string, version = '"1.3"'): string =>
  `encryption:\n  in_transit:\n    tls_version: ${version} # reviewed\n    cipher_suites: [${suites}]\n`;
const MODERN = "TLS_AES_128_GCM_SHA256, TLS_AES_256_GCM_SHA384, TLS_CHACHA20_POLY1305_SHA256";
const OPENSSL =
  "ECDHE-ECDSA-AES128-GCM-SHA256, ECDHE-RSA-AES128-GCM-SHA256, ECDHE-ECDSA-AES256-GCM-SHA384, ECDHE-RSA-AES256-GCM-SHA384, ECDHE-ECDSA-CHACHA20-POLY1305, ECDHE-RSA-CHACHA20-POLY1305";
const IANA =
  "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256";
const NOT_A_SUITE = "is not the name of a cipher suite: servers refuse the list or leave the name out silently.";
const TRIPLE_DES = "encrypts with 3DES, whose short blocks give away cookies on long connections (Sweet32). Remove it.";
const CBC =
  "combines CBC with SHA-1, which was attacked again and again (BEAST, Lucky 13). Use a suite with GCM or ChaCha20.";
const SECRECY =
  "has no forward secrecy: whoever records connections can read all of them once the server's key leaks. Use a suite with ECDHE.";

export const page: RulePage = {
  title: "A cipher suite that is broken, weak or unknown.",
  why: "Client and server agree on a suite that both know, so one weak name in the list is enough: an attacker in the middle, or an old client, picks it. RC4 and 3DES give away cookies, suites without encryption or certificates give away everything, and without forward secrecy a key that leaks next year opens the traffic recorded today. A misspelt name is worse than none: nginx and HAProxy refuse to start, other servers leave it out silently. The verdicts follow RFC 7465 and RFC 9325, the recommended lists those of Mozilla.",
  fix: "Use the recommended suites for `tls_version`, or remove the suite",
  examples: {
    failing: {
      what: "a suite with 3DES",
      text: LIST("TLS_RSA_WITH_3DES_EDE_CBC_SHA"),
      reports: [`error 4 «TLS_RSA_WITH_3DES_EDE_CBC_SHA» \`TLS_RSA_WITH_3DES_EDE_CBC_SHA\` ${TRIPLE_DES}`],
      fixed: LIST(MODERN),
    },
    passing: { what: "suites that are recommended", text: LIST(MODERN), reports: [] },
    placeholder: {
      what: "suites that only the deployment knows",
      text: LIST('"${SUITE}", "TLS_${KIND}_WITH_3DES_EDE_CBC_SHA"'),
      reports: [],
    },
    disabled: {
      what: "connections that are not encrypted at all",
      text: "encryption:\n  in_transit:\n    enabled: false\n    cipher_suites: [TLS_RSA_WITH_3DES_EDE_CBC_SHA]\n",
      reports: [],
    },
    more: [
      {
        what: "weak suites in the spelling of OpenSSL, under TLS 1.2",
        text: LIST("ECDHE-RSA-AES128-SHA, AES128-GCM-SHA256, EXP-RC4-MD5, RC4-SHA, ADH-AES128-GCM-SHA256", '"1.2"'),
        reports: [
          `error 4 «ECDHE-RSA-AES128-SHA» \`ECDHE-RSA-AES128-SHA\` ${CBC}`,
          `warning 4 «AES128-GCM-SHA256» \`AES128-GCM-SHA256\` ${SECRECY}`,
          "error 4 «EXP-RC4-MD5» `EXP-RC4-MD5` has keys that were made short on purpose and are broken within hours. Remove it.",
          "error 4 «RC4-SHA» `RC4-SHA` encrypts with RC4, which gives away repeated text such as cookies and is forbidden in TLS. Remove it.",
          "error 4 «ADH-AES128-GCM-SHA256» `ADH-AES128-GCM-SHA256` does not ask the server for a certificate: everybody on the way can pretend to be it. Remove it.",
        ],
        fixed: LIST(`${MODERN}, ${OPENSSL}`, '"1.2"'),
      },
      {
        what: "weak suites in the spelling of IANA, under TLS 1.2",
        text: LIST("TLS_RSA_WITH_AES_256_GCM_SHA384, TLS_RSA_WITH_NULL_SHA256, TLS_RSA_WITH_DES_CBC_SHA", '"1.2"'),
        reports: [
          `warning 4 «TLS_RSA_WITH_AES_256_GCM_SHA384» \`TLS_RSA_WITH_AES_256_GCM_SHA384\` ${SECRECY}`,
          "error 4 «TLS_RSA_WITH_NULL_SHA256» `TLS_RSA_WITH_NULL_SHA256` does not encrypt anything: everybody on the way can read the connection. Remove it.",
          "error 4 «TLS_RSA_WITH_DES_CBC_SHA» `TLS_RSA_WITH_DES_CBC_SHA` encrypts with a cipher of the last century (DES, RC2) that is broken within hours. Remove it.",
        ],
        fixed: LIST(`${MODERN}, ${IANA}`, '"1.2"'),
      },
      {
        what: "a suite with MD5, and the spelling of Java",
        text: LIST("TLS_KRB5_WITH_IDEA_CBC_MD5, SSL_RSA_WITH_3DES_EDE_CBC_SHA", "1.3"),
        reports: [
          "error 4 «TLS_KRB5_WITH_IDEA_CBC_MD5» `TLS_KRB5_WITH_IDEA_CBC_MD5` protects messages with MD5, which is broken. Remove it.",
          `error 4 «SSL_RSA_WITH_3DES_EDE_CBC_SHA» \`SSL_RSA_WITH_3DES_EDE_CBC_SHA\` ${TRIPLE_DES}`,
        ],
        fixed: LIST(MODERN, "1.3"),
      },
      {
        what: "a list whose lowest version is not known",
        text: LIST("TLS_RSA_WITH_3DES_EDE_CBC_SHA", "${TLS_VERSION}"),
        reports: [`error 4 «TLS_RSA_WITH_3DES_EDE_CBC_SHA» \`TLS_RSA_WITH_3DES_EDE_CBC_SHA\` ${TRIPLE_DES}`],
        fixed: LIST(`${MODERN}, ${IANA}`, "${TLS_VERSION}"),
      },
      {
        what: "a list of several lines",
        text: "encryption:\n  in_transit:\n    cipher_suites:\n      - TLS_AES_128_GCM_SHA256\n      - RC4-SHA\n    mtls:\n      enabled: true\n",
        reports: [
          "error 5 «RC4-SHA» `RC4-SHA` encrypts with RC4, which gives away repeated text such as cookies and is forbidden in TLS. Remove it.",
        ],
        fixed:
          "encryption:\n  in_transit:\n    cipher_suites:\n      - TLS_AES_128_GCM_SHA256\n      - TLS_AES_256_GCM_SHA384\n      - TLS_CHACHA20_POLY1305_SHA256\n    mtls:\n      enabled: true\n",
      },
      {
        what: "a list of several lines that gets shorter",
        text: "encryption:\n  in_transit:\n    cipher_suites:\n      - TLS_RSA_WITH_RC4_128_SHA\n      - RC4-SHA\n      - TLS_AES_128_GCM_SHA256\n      - TLS_FALLBACK_SCSV\n      - DES-CBC3-SHA\n    mtls:\n      enabled: true\n",
        reports: [
          "error 4 «TLS_RSA_WITH_RC4_128_SHA» `TLS_RSA_WITH_RC4_128_SHA` encrypts with RC4, which gives away repeated text such as cookies and is forbidden in TLS. Remove it.",
          "error 5 «RC4-SHA» `RC4-SHA` encrypts with RC4, which gives away repeated text such as cookies and is forbidden in TLS. Remove it.",
          `error 8 «DES-CBC3-SHA» \`DES-CBC3-SHA\` ${TRIPLE_DES}`,
        ],
        fixed:
          "encryption:\n  in_transit:\n    cipher_suites:\n      - TLS_AES_128_GCM_SHA256\n      - TLS_AES_256_GCM_SHA384\n      - TLS_CHACHA20_POLY1305_SHA256\n    mtls:\n      enabled: true\n",
      },
      {
        what: "a misspelt suite",
        text: LIST("TLS_AES_256_GCM_SHA348, tls_aes_128_gcm_sha256"),
        reports: [
          `warning 4 «TLS_AES_256_GCM_SHA348» \`TLS_AES_256_GCM_SHA348\` ${NOT_A_SUITE} Did you mean \`TLS_AES_256_GCM_SHA384\`?`,
          `warning 4 «tls_aes_128_gcm_sha256» \`tls_aes_128_gcm_sha256\` ${NOT_A_SUITE} Did you mean \`TLS_AES_128_GCM_SHA256\`?`,
        ],
        fixed: LIST("TLS_AES_256_GCM_SHA384, tls_aes_128_gcm_sha256"),
      },
      {
        what: "an expression that OpenSSL knows, but that is no name",
        text: LIST("HIGH, '!aNULL'"),
        reports: [`warning 4 «HIGH» \`HIGH\` ${NOT_A_SUITE}`, `warning 4 «'!aNULL'» \`!aNULL\` ${NOT_A_SUITE}`],
      },
      {
        what: "good suites that look a little like weak ones",
        text: LIST(
          "ECDHE-RSA-AES256-SHA384, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256, DHE-RSA-AES128-GCM-SHA256, TLS_FALLBACK_SCSV",
          '"1.2"',
        ),
        reports: [],
      },
    ],
  },
};
