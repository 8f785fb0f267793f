import * as l10n from "@vscode/l10n";
import { Address4, Address6 } from "ip-address";
import { problem, shown } from "./define-language.ts";
import type { ValueProblem } from "./scalar-language.ts";

// The package accepts more than an address (prefixes such as `/08`, zone ids), so the characters are looked at first.
const IPV4_SHAPE = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const IPV6_SHAPE = /^[0-9A-Fa-f:.]{2,45}$/;

/** Whether the text is an IPv4 address in dotted decimal form, without leading zeros. */
export function isIpv4(text: string): boolean {
  return IPV4_SHAPE.test(text) && Address4.isValid(text);
}

/** Whether the text is an IPv6 address, without brackets, zone or prefix. */
export function isIpv6(text: string): boolean {
  return IPV6_SHAPE.test(text) && text.includes(":") && Address6.isValid(text);
}

/** First fault of a bare IP address, undefined when it is one. */
export function checkIp(text: string): ValueProblem | undefined {
  if (text.includes(":")) return isIpv6(text) ? undefined : ipv6Fault(text);
  return isIpv4(text) ? undefined : ipv4Fault(text);
}

function ipv6Fault(text: string): ValueProblem {
  const strange = text.search(/[^0-9A-Fa-f:.]/);
  const message = l10n.t`${shown(text)} is not an IPv6 address`;
  if (strange >= 0)
    return problem(strange, strange + 1, l10n.t`${message}: ${shown(text.charAt(strange))} can not stand in it`);
  const group = /[0-9A-Fa-f]{5,}/.exec(text);
  if (group) {
    return problem(group.index, group.index + group[0].length, l10n.t`${message}: a group has at most four digits`);
  }
  return problem(
    0,
    text.length,
    l10n.t`${message}: write eight groups of hexadecimal digits, or \`::\` once for the missing ones`,
  );
}

function ipv4Fault(text: string): ValueProblem {
  const message = l10n.t`${shown(text)} is not an IP address`;
  if (!/^[\d.]+$/.test(text)) return problem(0, text.length, l10n.t`${message}; write for example \`10.0.4.12\``);
  let start = 0;
  const octets = text.split(".");
  for (const octet of octets) {
    const end = start + octet.length;
    if (octet !== "" && Number(octet) > 255)
      return problem(start, end, l10n.t`${message}: ${shown(octet)} is above 255`);
    if (octet.length > 1 && octet.startsWith("0") && octets.length === 4) {
      const right = octets.map((part) => part.replace(/^0+(?=\d)/, "")).join(".");
      const why = l10n.t("a leading zero is read as octal by some programs");
      // Which number was meant is exactly what is uncertain, so nothing is suggested.
      return problem(start, end, l10n.t`${message}: ${why}, write \`${right}\` if decimal is meant`);
    }
    start = end + 1;
  }
  return problem(0, text.length, l10n.t`${message}: four numbers from 0 to 255 joined by dots are expected`);
}
