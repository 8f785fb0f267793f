import type { DirectoryEntry } from "../protocol.ts";

/** Reads files of some host. Answers are never cached by it. */
export interface HostFiles {
  /** Text of a file; undefined when it does not exist or can not be read. */
  readFile(uri: string): Promise<string | undefined>;
  /** Entries of a folder; empty when it does not exist or can not be read. */
  readDirectory(uri: string): Promise<readonly DirectoryEntry[]>;
}

/** The one door to the outside: where tenant files are, and how to read them. Open documents are read as they are in the editor. */
export interface Workspace extends HostFiles {
  /** URIs of the workspace folders, without a slash at the end. */
  readonly folders: readonly string[];
  /** Variables of the process; empty where there is none or the workspace is not trusted. */
  readonly processEnvironment: Readonly<Record<string, string | undefined>>;
}

/** A workspace of nothing: single documents without neighbours. */
export const EMPTY_WORKSPACE: Workspace = {
  folders: [],
  readFile: async () => undefined,
  readDirectory: async () => [],
  processEnvironment: {},
};
