import * as l10n from "@vscode/l10n";
import { Address4, Address6 } from "ip-address";
import { grouped } from "../text/language.ts";
import { defineLanguage, problem, shifted, shown } from "./define-language.ts";
import { checkIp, isIpv4, isIpv6 } from "./ip.ts";
import type { ScalarLanguage, ValueCompletion, ValueProblem } from "./scalar-language.ts";

/** `cidr`: an IPv4 or IPv6 prefix. Bits set behind the prefix are accepted here. */
export const cidrLanguage: ScalarLanguage = defineLanguage({
  format: "cidr",
  code: "cidr-invalid",
  title: l10n.t("Address range"),
  noun: l10n.t("an address range"),
  example: "10.0.0.0/16",
  maxLength: 64,
  check(text) {
    if (text.includes("/")) return checkPrefix(text);
    const found = checkIp(text);
    if (found) return found;
    const suggestion = `${text}/${isIpv4(text) ? 32 : 128}`;
    return problem(
      0,
      text.length,
      l10n.t`${shown(text)} is a single address: a range needs a prefix, \`${suggestion}\``,
      suggestion,
    );
  },
  completions: () => privateRanges(),
  describe: describeRange,
});

/** `ip-cidr`: a prefix or a single address. */
export const ipCidrLanguage: ScalarLanguage = defineLanguage({
  format: "ip-cidr",
  code: "cidr-invalid",
  title: l10n.t("Address or range"),
  noun: l10n.t("an address or a range"),
  example: "10.0.0.0/16",
  maxLength: 64,
  check: (text) => (text.includes("/") ? checkPrefix(text) : checkIp(text)),
  completions: () => privateRanges(),
  describe: describeRange,
});

/** Ranges that are free to use inside of a network, the usual sizes first. */
export function privateRanges(): readonly ValueCompletion[] {
  return [
    { label: "10.0.0.0/16", detail: l10n.t("private range, 65,536 addresses") },
    { label: "172.16.0.0/16", detail: l10n.t("private range, 65,536 addresses") },
    { label: "192.168.0.0/24", detail: l10n.t("private range, 256 addresses") },
    { label: "10.0.0.0/8", detail: l10n.t("the whole private range 10.x.x.x, 16,777,216 addresses") },
    { label: "172.16.0.0/12", detail: l10n.t("the whole private range 172.16.x.x to 172.31.x.x, 1,048,576 addresses") },
    { label: "192.168.0.0/16", detail: l10n.t("the whole private range 192.168.x.x, 65,536 addresses") },
    { label: "100.64.0.0/10", detail: l10n.t("shared range of providers (RFC 6598), 4,194,304 addresses") },
    { label: "fd00::/8", detail: l10n.t("private IPv6 range (RFC 4193)") },
  ];
}

function checkPrefix(text: string): ValueProblem | undefined {
  const slash = text.indexOf("/");
  const address = text.slice(0, slash);
  const prefix = text.slice(slash + 1);
  if (address === "")
    return problem(0, 1, l10n.t`${shown(text)} is not an address range: the address before \`/\` is missing`);
  const found = checkIp(address);
  if (found) return shifted(found, 0);
  const most = isIpv4(address) ? 32 : 128;
  const expected = (): string => l10n.t`a whole number from 0 to ${most} is expected after \`/\``;
  const fault = (why: string, suggestion?: string): ValueProblem =>
    problem(
      slash + (prefix === "" ? 0 : 1),
      text.length,
      l10n.t`${shown(text)} is not an address range: ${why}`,
      suggestion,
    );
  if (/^\d{1,3}$/.test(prefix)) {
    if (Number(prefix) > most) return fault(l10n.t`\`${prefix}\` is too large, ${expected()}`);
    if (prefix.length === 1 || !prefix.startsWith("0")) return undefined;
    return fault(l10n.t`the prefix is written without leading zeros`, `${address}/${Number(prefix)}`);
  }
  const masked = isIpv4(prefix) ? maskLength(prefix) : undefined;
  if (masked !== undefined && isIpv4(address)) {
    return fault(l10n.t`write the mask as a number of bits, \`/${masked}\``, `${address}/${masked}`);
  }
  return fault(prefix === "" ? expected() : l10n.t`${shown(prefix)} is not a prefix, ${expected()}`);
}

/** The number of bits of a network mask such as `255.255.0.0`, undefined when it has holes. */
function maskLength(mask: string): number | undefined {
  const bits = mask
    .split(".")
    .map((octet) => Number(octet).toString(2).padStart(8, "0"))
    .join("");
  return /^1*0*$/.test(bits) ? bits.lastIndexOf("1") + 1 : undefined;
}

/** The network that an address with a prefix stands in, in the same notation; undefined for a text that is no address with a prefix. */
export function networkOf(text: string): string | undefined {
  if (!text.includes("/") || checkPrefix(text)) return undefined;
  const prefix = text.slice(text.indexOf("/"));
  const start = text.includes(":") ? new Address6(text).startAddress() : new Address4(text).startAddress();
  const isNetwork = start.bigInt() === (text.includes(":") ? new Address6(text) : new Address4(text)).bigInt();
  return isNetwork ? text.toLowerCase() : `${start.correctForm()}${prefix}`;
}

function describeRange(text: string): string | undefined {
  if (isIpv4(text)) return l10n.t("a single IPv4 address");
  if (isIpv6(text)) return l10n.t("a single IPv6 address");
  if (text.includes(":")) {
    const range = new Address6(text);
    const bits = 128 - range.subnetMask;
    const count = bits === 0 ? l10n.t("1 address") : l10n.t`2^${bits} addresses`;
    return l10n.t`${range.startAddress().correctForm()} to ${range.endAddress().correctForm()}, ${count}`;
  }
  const range = new Address4(text);
  const size = 2 ** (32 - range.subnetMask);
  const count = size === 1 ? l10n.t("1 address") : l10n.t`${grouped(size)} addresses`;
  return l10n.t`${range.startAddress().correctForm()} to ${range.endAddress().correctForm()}, ${count}`;
}
