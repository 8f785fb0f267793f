import { fullFormats } from "ajv-formats/dist/formats.js";
import { patternOf } from "./patterns.ts";

/** Formats of JSON Schema under their other names. */
const SAME_AS: Readonly<Record<string, keyof typeof fullFormats>> = {
  "idn-email": "email",
  iri: "uri",
  "iri-reference": "uri-reference",
};

/** true when a text is of a format, and for every format that is not known. */
export function isOfFormat(text: string, format: string): boolean {
  if (format === "regex") return patternOf(text) !== undefined;
  if (format === "color-hex") return /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(text);
  const ascii = Object.hasOwn(SAME_AS, format) ? encodeUnicode(text) : text;
  const name = SAME_AS[format] ?? format;
  const known: unknown = Object.hasOwn(fullFormats, name) ? fullFormats[name as keyof typeof fullFormats] : undefined;
  return known === undefined || accepts(known, ascii);
}

function encodeUnicode(text: string): string {
  return text.replace(/[\u0080-\u{10ffff}]/gu, "a");
}

function accepts(rule: unknown, text: string): boolean {
  if (rule instanceof RegExp) {
    rule.lastIndex = 0;
    return rule.test(text);
  }
  if (typeof rule === "function") return rule(text) === true;
  if (typeof rule !== "object" || rule === null || !("validate" in rule)) return true;
  // Formats of numbers say nothing about texts.
  return "type" in rule && rule.type === "number" ? true : accepts(rule.validate, text);
}

/** What a text of a format is called in a message; undefined for a format without a name of its own. */
export function formatWords(format: string): { readonly name: string; readonly example: string } | undefined {
  return FORMAT_WORDS[format];
}

const FORMAT_WORDS: Readonly<Record<string, { readonly name: string; readonly example: string }>> = {
  date: { name: "a date", example: "2026-05-31" },
  time: { name: "a time with an offset", example: "08:30:00Z" },
  "date-time": { name: "a date and time", example: "2026-05-31T08:30:00Z" },
  duration: { name: "an ISO 8601 duration", example: "PT15M" },
  email: { name: "an e-mail address", example: "ops@example.com" },
  "idn-email": { name: "an e-mail address", example: "ops@example.com" },
  hostname: { name: "a host name", example: "db.example.com" },
  ipv4: { name: "an IPv4 address", example: "10.0.0.1" },
  ipv6: { name: "an IPv6 address", example: "2001:db8::1" },
  uri: { name: "a URI", example: "https://example.com/" },
  "uri-reference": { name: "a URI or a relative reference", example: "/docs" },
  iri: { name: "a URI", example: "https://example.com/" },
  uuid: { name: "a UUID", example: "f81d4fae-7dec-11d0-a765-00a0c91e6bf6" },
  regex: { name: "a regular expression", example: "^[a-z]+$" },
  "color-hex": { name: "a colour", example: "#00aa88" },
  "json-pointer": { name: "a JSON pointer", example: "/a/0" },
};
