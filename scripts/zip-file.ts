import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { inflateRawSync } from "node:zlib";

/** One file of a ZIP archive. */
export interface ZipEntry {
  /** Path inside the archive, with `/`. */
  readonly name: string;
  /** Bytes in the archive. */
  readonly packedSize: number;
  /** Bytes of the file itself. */
  readonly size: number;
  /** The file's content. */
  content(): Buffer;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const stored = 0;
const deflated = 8;

/**
 * Lists the files of a ZIP archive in the order of its directory, folders left out. Understands what a VSIX is: one
 * part, below 4 GB, stored or deflated. Throws for everything else.
 */
export async function readZip(file: string): Promise<readonly ZipEntry[]> {
  const bytes = await readFile(file);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.length < end + endLength || bytes.readUInt32LE(end) !== endSignature) {
    throw new Error(`${file} is not a ZIP archive.`);
  }
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== entrySignature) {
      throw new Error(`The directory of ${file} is damaged.`);
    }
    const nameLength = bytes.readUInt16LE(at + 28);
    const entry = readEntry(bytes, at, nameLength);
    if (!entry.name.endsWith("/")) {
      entries.push(entry);
    }
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function readEntry(bytes: Buffer, at: number, nameLength: number): ZipEntry {
  const method = bytes.readUInt16LE(at + 10);
  const packedSize = bytes.readUInt32LE(at + 20);
  const local = bytes.readUInt32LE(at + 42);
  const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
  const content = (): Buffer => {
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + packedSize);
    if (method === stored) {
      return packed;
    }
    if (method !== deflated) {
      throw new Error(`${name} is packed in an unknown way (${method}).`);
    }
    return inflateRawSync(packed);
  };
  return { name, packedSize, size: bytes.readUInt32LE(at + 24), content };
}

/** Writes the files below `prefix` of the archive into `folder`, without the prefix. */
export async function unpackZip(entries: readonly ZipEntry[], prefix: string, folder: string): Promise<void> {
  for (const entry of entries) {
    const relative = entry.name.startsWith(prefix) ? entry.name.slice(prefix.length) : undefined;
    if (relative === undefined) {
      continue;
    }
    if (relative.split(/[\\/]/).includes("..")) {
      throw new Error(`${entry.name} leads out of the folder.`);
    }
    const target = path.join(folder, relative);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, entry.content());
  }
}
