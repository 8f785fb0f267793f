import { findPlaceholders } from "../../tenants/placeholders.ts";
import { isIpv4 } from "../../values/ip.ts";
import type { Place } from "../place.ts";

/** Stands for what is not known of a text; no address holds it. */
export const UNKNOWN = "\u0000";

/** A text in which what is not known is masked, offset by offset; undefined when nothing is known. */
export function literalText(place: Place): string | undefined {
  const { known, possible } = place.texts;
  if (known !== undefined || possible.length === 0) return known;
  let text = writtenText(place);
  for (const { start, end } of findPlaceholders(text))
    text = text.slice(0, start) + UNKNOWN.repeat(end - start) + text.slice(end);
  return text;
}

/** A text with its placeholders, as fixes have to keep it. */
export function writtenText({ node }: Place): string {
  return node.kind === "scalar" ? String(node.value) : "";
}

/** Host of what stands behind the `//` of an address, in lower case. */
export function hostOf(rest: string): string {
  const [authority = ""] = rest.split(/[/?#]/, 1);
  return authority
    .slice(authority.lastIndexOf("@") + 1)
    .replace(/:\d*$/, "")
    .toLowerCase();
}

/** Port of what stands behind the `//` of an address; undefined when none is written. */
export function portOf(rest: string): string | undefined {
  return /^[^/?#]*?:(\d+)(?=[/?#]|$)/.exec(rest)?.[1];
}

/** true for a name or address by which a machine reaches itself. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/\.$/, "");
  if (isIpv4(name)) return name.startsWith("127.");
  return name === "localhost" || name.endsWith(".localhost") || /^\[(?:0{0,4}:){2,7}0{0,3}1\]$/.test(name);
}
