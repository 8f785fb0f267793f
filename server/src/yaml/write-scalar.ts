import type { Notation } from "./source.ts";

/** Words that the YAML core schema or older loaders do not read as text. */
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n|~)$/i;
const NUMBER_LIKE = /^[-+]?(?:\.?\d|0[xob]|\.(?:inf|nan)|[\d_.]*(?:e[-+]?\d+)?$)/i;
const SAFE_PLAIN = /^[\p{L}\p{N}_/.][\p{L}\p{N}_/.@+*()=-]*(?:[ :][\p{L}\p{N}_/.@+*()=-]+)*$/u;

/** Numbers of other bases and dates of YAML 1.1: `22:30`, `1_000`, `0777`, `2024-01-01`. */
const OLD_NUMBER = /^[-+]?(?:\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?|\d[\d_]*|0b[01_]+|\d{4}-\d\d?-\d\d?(?:[Tt ].*)?)$/;

/** true for a plain text that some loaders do not read as text, though the YAML 1.2 core schema may do so. */
export function isReadOtherwise(text: string): boolean {
  return RESERVED.test(text) || OLD_NUMBER.test(text);
}

/** Text of a scalar that every loader reads back as exactly this value: plain where that is safe, else in double quotes. */
export function writeScalar(value: string | number | boolean | null, notation: Notation = "yaml"): string {
  if (typeof value === "number" && notation === "yaml" && !Number.isFinite(value)) return nonFinite(value);
  if (typeof value !== "string") return String(value);
  if (notation === "json" || !isSafePlain(value)) return JSON.stringify(value);
  return value;
}

function isSafePlain(text: string): boolean {
  if (RESERVED.test(text) || !SAFE_PLAIN.test(text)) return false;
  // `15s` is text for every loader; `0xFF` is a number.
  return (
    !NUMBER_LIKE.test(text) || /^(?!0[xob])(?:\d+[a-z]+)+$/i.test(text) || /^\d+(?:\.\d+){3}(?:\/\d+)?$/.test(text)
  );
}

function nonFinite(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  return value > 0 ? ".inf" : "-.inf";
}

/** Text of a key that reads back as exactly this name. */
export function writeKey(name: string, notation: Notation = "yaml"): string {
  return writeScalar(name, notation);
}
