import * as l10n from "@vscode/l10n";
import { characterAt, defineLanguage, problem, shifted, shown } from "./define-language.ts";
import { checkHost } from "./host.ts";
import { checkIp } from "./ip.ts";
import type { ScalarLanguage, ValueProblem } from "./scalar-language.ts";

const MAX_LOCAL_LENGTH = 64;

/** First fault of a bare address `name@domain`, undefined when it is well-formed. */
export function checkAddress(text: string): ValueProblem | undefined {
  const message = (): string => l10n.t`${shown(text)} is not an e-mail address`;
  const at = text.lastIndexOf("@");
  if (at < 0)
    return problem(0, text.length, l10n.t`${message()}: \`@\` is missing, write for example \`ops@acme.example\``);
  if (at === 0) return problem(0, 1, l10n.t`${message()}: the name before \`@\` is missing`);
  if (at === text.length - 1) return problem(at, at + 1, l10n.t`${message()}: the domain after \`@\` is missing`);
  return checkLocal(text.slice(0, at), message) ?? checkDomain(text.slice(at + 1), at + 1, message);
}

/** `email`: one address, without a display name. */
export const emailLanguage: ScalarLanguage = defineLanguage({
  format: "email",
  title: l10n.t("E-mail address"),
  noun: l10n.t("an e-mail address"),
  example: "ops@acme.example",
  maxLength: 320,
  check(text) {
    const prefix = /^mailto:/i.exec(text)?.[0];
    const inner = prefix === undefined ? /^[^<>]*<([^<>]+)>$/.exec(text)?.[1]?.trim() : text.slice(prefix.length);
    if (inner === undefined) return checkAddress(text);
    const suggestion = checkAddress(inner) === undefined ? inner : undefined;
    return problem(
      0,
      prefix?.length ?? text.length,
      l10n.t`${shown(text)} holds more than an address: write the address alone`,
      suggestion,
    );
  },
});

/** `email-list`: mailboxes (`ops@acme.example`, `Ops <ops@acme.example>`) separated by commas. */
export const emailListLanguage: ScalarLanguage = defineLanguage({
  format: "email-list",
  title: l10n.t("E-mail addresses"),
  noun: l10n.t("a list of e-mail addresses"),
  example: "ops@acme.example, oncall@acme.example",
  maxLength: 8192,
  check: checkList,
  describe(text) {
    const count = splitList(text, ",").length;
    return count > 1 ? l10n.t`${count} addresses` : undefined;
  },
});

function checkList(text: string): ValueProblem | undefined {
  const semicolons = splitList(text, ";");
  if (semicolons.length > 1 && splitList(text, ",").length === 1) {
    const at = semicolons[0]?.length ?? 0;
    const suggestion = semicolons
      .map((part) => part.trim())
      .filter((part) => part !== "")
      .join(", ");
    const certain = checkList(suggestion) === undefined ? suggestion : undefined;
    return problem(at, at + 1, l10n.t("Addresses are separated by commas, found `;`"), certain);
  }
  let start = 0;
  for (const part of splitList(text, ",")) {
    const mailbox = part.trim();
    const offset = start + (part.length - part.trimStart().length);
    if (mailbox === "") {
      const comma = start > 0 ? start - 1 : part.length;
      return problem(comma, comma + 1, l10n.t`${shown(text)} has a comma too many: an address is missing`);
    }
    const found = shifted(checkMailbox(mailbox), offset);
    if (found) return found;
    start += part.length + 1;
  }
  return undefined;
}

function checkMailbox(mailbox: string): ValueProblem | undefined {
  const open = mailbox.lastIndexOf("<");
  if (open < 0) return checkAddress(mailbox);
  if (!mailbox.endsWith(">")) {
    return problem(
      open,
      mailbox.length,
      l10n.t`${shown(mailbox)} is not an e-mail address: the closing \`>\` is missing`,
    );
  }
  return shifted(checkAddress(mailbox.slice(open + 1, -1)), open + 1);
}

/** Cuts at each separator that stands outside quoted display names. */
function splitList(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === "\\" && quoted) index++;
    else if (character === '"') quoted = !quoted;
    else if (character === separator && !quoted) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

function checkLocal(local: string, message: () => string): ValueProblem | undefined {
  if (local.length > MAX_LOCAL_LENGTH) {
    return problem(0, local.length, l10n.t`${message()}: the name before \`@\` has more than 64 characters`);
  }
  if (/^"(?:[^"\\]|\\.)+"$/.test(local)) return undefined;
  // Letters beyond ASCII are allowed (RFC 6531).
  const strange = local.search(/[^A-Za-z0-9.!#$%&'*+/=?^_{|}~`\u0080-\uFFFF-]/);
  if (strange >= 0) {
    const character = characterAt(local, strange);
    return problem(
      strange,
      strange + character.length,
      l10n.t`${message()}: ${shown(character)} can not stand before \`@\``,
    );
  }
  const dots = local.startsWith(".") ? 0 : local.endsWith(".") ? local.length - 1 : local.indexOf("..");
  if (dots < 0) return undefined;
  return problem(dots, dots + 1, l10n.t`${message()}: a dot must stand between other characters`);
}

function checkDomain(domain: string, offset: number, message: () => string): ValueProblem | undefined {
  const literal = /^\[(?:IPv6:)?([^\]]*)\]$/i.exec(domain)?.[1];
  if (literal !== undefined && checkIp(literal) === undefined) return undefined;
  const found = checkHost(domain);
  if (!found || found.advice) return undefined;
  const why = /[:/[]/.test(domain) ? l10n.t("the domain after `@` must be a host name") : found.message;
  return problem(offset + found.start, offset + found.end, l10n.t`${message()}: ${why}`);
}
