import type { Random } from "./random-edits.ts";

/** Longest result of a mutation, in bytes. */
const LONGEST = 150_000;

/** Characters that parsers, encodings and editors stumble over. */
const SPECIAL = [
  "\u0000",
  "\u0007",
  "\u001b",
  "\u007f",
  "\u0085",
  "\u00a0",
  "\u00ad",
  "\u200b",
  "\u202e",
  "\u2028",
  "\u2029",
  "\ufeff",
  "\ufffe",
  "\uffff",
  "\r",
  "\t",
  "\f",
  "é",
  "ß",
  "İ",
  "中",
  "😀",
  "👩‍👩‍👧",
  "\u{10ffff}",
  "\u0301\u0301\u0301",
] as const;

/** One random change of the bytes of a file. `other` is a file to splice in. */
export type Mutation = (bytes: Buffer, other: Buffer, random: Random) => Buffer;

/** What is done to files, by name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  flip: (bytes, _, random) => {
    const changed = Buffer.from(bytes);
    const at = random(bytes.length + 1);
    if (at < bytes.length) changed[at] = (changed[at] ?? 0) ^ (1 << random(8));
    return changed;
  },
  insert: (bytes, _, random) => {
    const added = Buffer.from(Array.from({ length: 1 + random(8) }, () => random(256)));
    return put(bytes, random(bytes.length + 1), added);
  },
  delete: (bytes, _, random) => {
    const at = random(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random(200))]);
  },
  duplicate: (bytes, _, random) => {
    const from = random(bytes.length + 1);
    const block = bytes.subarray(from, from + 1 + random(400));
    return put(bytes, random(bytes.length + 1), Buffer.concat(Array.from({ length: 1 + random(20) }, () => block)));
  },
  splice: (bytes, other, random) =>
    Buffer.concat([bytes.subarray(0, random(bytes.length + 1)), other.subarray(random(other.length + 1))]),
  repeat: (bytes, _, random) => {
    const at = random(bytes.length + 1);
    const character = random(2) === 0 ? bytes.subarray(at, at + 1) : Buffer.from(special(random));
    return put(bytes, at, Buffer.concat(Array.from({ length: 1_000 + random(9_000) }, () => character)));
  },
  structure: (bytes, _, random) => {
    const indicators = "[]{}:-?&*!|>'\"%@`#,\n \t<";
    const added = Array.from({ length: 1 + random(12) }, () => indicators.charAt(random(indicators.length))).join("");
    return put(bytes, random(bytes.length + 1), Buffer.from(added));
  },
  special: (bytes, _, random) => put(bytes, random(bytes.length + 1), Buffer.from(special(random))),
};

/** The text of a file after one to four random mutations of its bytes. */
export function mutatedText(bytes: Buffer, other: Buffer, random: Random): string {
  const mutations = Object.values(MUTATIONS);
  let changed = bytes;
  for (let count = 1 + random(4); count > 0; count--) {
    const mutation = mutations[random(mutations.length)];
    if (mutation) changed = mutation(changed, other, random).subarray(0, LONGEST);
  }
  return changed.toString("utf8");
}

function put(bytes: Buffer, at: number, added: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at)]);
}

function special(random: Random): string {
  return SPECIAL[random(SPECIAL.length)] ?? "";
}
