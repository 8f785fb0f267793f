import * as l10n from "@vscode/l10n";
import { defineLanguage } from "./define-language.ts";
import type { ScalarLanguage } from "./scalar-language.ts";
import { checkUrl } from "./url.ts";

const RULE = { noun: l10n.t("the address of an LDAP server"), schemes: ["ldaps", "ldap"] };

/** `ldap-url`: `ldap://` or `ldaps://`, host, optional port. */
export const ldapUrlLanguage: ScalarLanguage = defineLanguage({
  format: "ldap-url",
  title: l10n.t("LDAP URL"),
  noun: RULE.noun,
  example: "ldaps://ldap.acme.example:636",
  maxLength: 1024,
  check: (text) => checkUrl(text, RULE),
  completions: () => [
    { label: "ldaps://", detail: l10n.t("encrypted from the start, port 636") },
    { label: "ldap://", detail: l10n.t("plain, port 389; needs `start_tls`") },
  ],
});
