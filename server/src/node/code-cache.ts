import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/** Files that nobody wrote for so long (milliseconds) belong to versions that are gone. */
const FORGOTTEN_AFTER = 60 * 24 * 60 * 60 * 1000;

/** One word of each so many is summed up: pages that a crash of the system left empty or old do not go unnoticed. */
const SUMMED_EVERY = 512;

const WORD = 4;

/**
 * A folder with compiled code, one file for each script. V8 refuses code of another version of itself; that it belongs to the script and
 * is whole is seen to here. Nothing here throws: without the folder a start takes longer, and that is all.
 */
export interface CodeCache {
  /** Compiled code of a script as it is now; undefined when there is none. */
  read(script: string): Buffer | undefined;
  /** Keeps compiled code for later starts. */
  write(script: string, code: Buffer): void;
}

/** The cache of this user, or of the folder that `NODE_COMPILE_CACHE` names; undefined when `NODE_DISABLE_COMPILE_CACHE` is set. */
export function userCodeCache(environment: Readonly<Record<string, string | undefined>>): CodeCache | undefined {
  if (environment.NODE_DISABLE_COMPILE_CACHE) return undefined;
  const folder = environment.NODE_COMPILE_CACHE || userCacheFolder(environment);
  return codeCache(path.join(folder, "tenant-config", `${process.version}-${process.arch}`));
}

/** Where programs keep what they can make again, by the customs of the system. */
function userCacheFolder(environment: Readonly<Record<string, string | undefined>>): string {
  if (process.platform === "win32") return environment.LOCALAPPDATA || path.join(homedir(), "AppData", "Local");
  if (process.platform === "darwin") return path.join(homedir(), "Library", "Caches");
  return environment.XDG_CACHE_HOME || path.join(homedir(), ".cache");
}

/** A cache in a folder, which is made when it is first written to, for this user alone. */
export function codeCache(folder: string): CodeCache {
  return {
    read: (script) => {
      try {
        const content = readFileSync(path.join(folder, fileName(script)));
        const code = content.subarray(WORD);
        return content.length > WORD && content.readUInt32LE(0) === sum(code) ? code : undefined;
      } catch {
        return undefined;
      }
    },
    write: (script, code) => {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        removeForgotten(folder);
        const file = path.join(folder, fileName(script));
        const head = Buffer.alloc(WORD);
        head.writeUInt32LE(sum(code));
        // Another server may be reading: a file appears whole or not at all.
        writeFileSync(`${file}.${process.pid}`, Buffer.concat([head, code]), { mode: 0o600 });
        renameSync(`${file}.${process.pid}`, file);
      } catch {
        // A read-only home, a full disk: the next start compiles again.
      }
    },
  };
}

/** V8 only compares the length of a script: path, size and time tell one build from another. */
function fileName(script: string): string {
  const { size, mtimeMs } = statSync(script);
  let hash = 0;
  for (const character of `${script} ${size} ${mtimeMs}`)
    hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return `${path.basename(script, ".cjs")}-${(hash >>> 0).toString(16)}`;
}

function sum(code: Buffer): number {
  let result = code.length;
  for (let at = 0; at + WORD <= code.length; at += WORD * SUMMED_EVERY)
    result = (Math.imul(result, 31) + code.readUInt32LE(at)) >>> 0;
  return result;
}

function removeForgotten(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (Date.now() - statSync(file).mtimeMs > FORGOTTEN_AFTER) rmSync(file, { force: true });
  }
}
