import * as l10n from "@vscode/l10n";
import { fullFormats } from "ajv-formats/dist/formats.js";
import { code } from "../wording.ts";
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

/** What messages say of a format. */
interface FormatWords {
  readonly example: string;
  /** What a text of the format is called. */
  readonly name: () => string;
  /** The sentence about a text that is not of the format. */
  readonly fault: (text: string) => string;
}

/** An example of a text of a format; undefined for a format that has no name of its own. */
export function formatExample(format: string): string | undefined {
  return FORMAT_WORDS[format]?.example;
}

/** What a text of a format is called; undefined for a format that has no name of its own. */
export function formatName(format: string): string | undefined {
  return FORMAT_WORDS[format]?.name();
}

/** The sentence about a text, given as inline code, that is not of a format. */
export function notOfFormatMessage(text: string, format: string): string {
  return FORMAT_WORDS[format]?.fault(text) ?? l10n.t`${text} is not a text of the format ${code(format)}.`;
}

const EMAIL: FormatWords = {
  example: "ops@example.com",
  name: () => l10n.t`an e-mail address`,
  fault: (text) => l10n.t`${text} is not an e-mail address.`,
};

const URI: FormatWords = {
  example: "https://example.com/",
  name: () => l10n.t`a URI`,
  fault: (text) => l10n.t`${text} is not a URI.`,
};

const FORMAT_WORDS: Readonly<Record<string, FormatWords>> = {
  date: {
    example: "2026-05-31",
    name: () => l10n.t`a date`,
    fault: (text) => l10n.t`${text} is not a date.`,
  },
  time: {
    example: "08:30:00Z",
    name: () => l10n.t`a time with an offset`,
    fault: (text) => l10n.t`${text} is not a time with an offset.`,
  },
  "date-time": {
    example: "2026-05-31T08:30:00Z",
    name: () => l10n.t`a date and time`,
    fault: (text) => l10n.t`${text} is not a date and time.`,
  },
  duration: {
    example: "PT15M",
    name: () => l10n.t`an ISO 8601 duration`,
    fault: (text) => l10n.t`${text} is not an ISO 8601 duration.`,
  },
  email: EMAIL,
  "idn-email": EMAIL,
  hostname: {
    example: "db.example.com",
    name: () => l10n.t`a host name`,
    fault: (text) => l10n.t`${text} is not a host name.`,
  },
  ipv4: {
    example: "10.0.0.1",
    name: () => l10n.t`an IPv4 address`,
    fault: (text) => l10n.t`${text} is not an IPv4 address.`,
  },
  ipv6: {
    example: "2001:db8::1",
    name: () => l10n.t`an IPv6 address`,
    fault: (text) => l10n.t`${text} is not an IPv6 address.`,
  },
  uri: URI,
  "uri-reference": {
    example: "/docs",
    name: () => l10n.t`a URI or a relative reference`,
    fault: (text) => l10n.t`${text} is not a URI or a relative reference.`,
  },
  iri: URI,
  uuid: {
    example: "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
    name: () => l10n.t`a UUID`,
    fault: (text) => l10n.t`${text} is not a UUID.`,
  },
  regex: {
    example: "^[a-z]+$",
    name: () => l10n.t`a regular expression`,
    fault: (text) => l10n.t`${text} is not a regular expression.`,
  },
  "color-hex": {
    example: "#00aa88",
    name: () => l10n.t`a colour`,
    fault: (text) => l10n.t`${text} is not a colour.`,
  },
  "json-pointer": {
    example: "/a/0",
    name: () => l10n.t`a JSON pointer`,
    fault: (text) => l10n.t`${text} is not a JSON pointer.`,
  },
};
