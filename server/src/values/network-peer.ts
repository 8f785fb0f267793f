import * as l10n from "@vscode/l10n";
import { oneOf } from "../text/language.ts";
import { ipCidrLanguage, privateRanges } from "./cidr.ts";
import { defineLanguage, problem, shown, withCode } from "./define-language.ts";
import type { ScalarLanguage, ValueProblem } from "./scalar-language.ts";

/** `firewall-peer`: `any`, an address or range, or an address group as `@name`. */
export const firewallPeerLanguage: ScalarLanguage = defineLanguage({
  format: "firewall-peer",
  title: l10n.t("Address, range or group"),
  noun: l10n.t("an address, a range, `@group` or `any`"),
  example: "any",
  maxLength: 256,
  check: (text) => checkPeer(text, ["any"], "@"),
  completions: () => [{ label: "any", detail: l10n.t("every address") }, ...privateRanges()],
});

/** `security-group-peer`: `self`, an address or range, or a security group as `sg:name`. */
export const securityGroupPeerLanguage: ScalarLanguage = defineLanguage({
  format: "security-group-peer",
  title: l10n.t("Address, range or security group"),
  noun: l10n.t("an address, a range, `sg:name` or `self`"),
  example: "self",
  maxLength: 256,
  check: (text) => checkPeer(text, ["self"], "sg:"),
  completions: () => [{ label: "self", detail: l10n.t("the security group itself") }, ...privateRanges()],
});

function checkPeer(text: string, words: readonly string[], prefix: string): ValueProblem | undefined {
  if (words.includes(text)) return undefined;
  if (text.startsWith(prefix)) {
    const isNamed = text.length > prefix.length && !/\s/.test(text);
    return isNamed
      ? undefined
      : problem(0, text.length, l10n.t`${shown(text)} lacks the name of the group behind \`${prefix}\``);
  }
  const found = ipCidrLanguage.check(text);
  if (!found || /[.:/]/.test(text)) return withCode(found, ipCidrLanguage.code);
  const choices = oneOf([...words.map((word) => `\`${word}\``), `\`${prefix}name\``]);
  return problem(0, text.length, l10n.t`${shown(text)} is neither an address nor a range nor ${choices}`);
}
