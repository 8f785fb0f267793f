import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { DirectoryEntry } from "../protocol.ts";
import { createService, type Settings } from "../service.ts";
import { parentUri } from "../tenants/uri-path.ts";
import { cliWorkspace } from "./cli-workspace.ts";
import { type InputFile, readText } from "./read-files.ts";
import { addCounts, type Counts, countsOf, NO_COUNTS } from "./report.ts";
import { type FormatName, reportFormat } from "./report-format.ts";

/** Files that are checked one after the other by one thread. */
export type Batch = readonly InputFile[];

/** What every thread of a run has to know. Plain data: it is sent to the workers. */
export interface CheckPlan {
  readonly workingDirectory: string;
  /** URIs of the workspace folders. */
  readonly folders: readonly string[];
  readonly settings: Settings;
  readonly format: FormatName;
  readonly colour: boolean;
}

/** What came out of a batch: finished text and numbers, so that a worker never sends diagnostics or files. */
export interface BatchResult {
  /** The pieces of the files in the format of the plan, with separators between them. */
  readonly text: string;
  readonly counts: Counts;
  /** One sentence for each file that could not be checked. */
  readonly errors: readonly string[];
}

/** Checks batches; never rejects. */
export type BatchCheck = (batch: Batch) => Promise<BatchResult>;

/** An engine for one thread. It keeps what it read last and no more, so its memory does not grow with the number of batches. */
export function batchCheck(plan: CheckPlan): BatchCheck {
  // Files come by tenant and each one once: its folder, the one of its environments and two above are all that is asked for again.
  const service = createService({ keptDocuments: 1, keptFolders: 4 });
  const listings = new Map<string, readonly DirectoryEntry[]>();
  const workspace = cliWorkspace(plan.folders, (folder) => listings.get(folder));
  const format = reportFormat(plan.format, plan.colour);

  const uriOf = (file: InputFile): string => pathToFileURL(resolve(plan.workingDirectory, file.path)).href;

  /** The search has read the folders of a batch already. */
  const learnListings = (batch: Batch): void => {
    listings.clear();
    let last: readonly string[] | undefined;
    for (const file of batch) {
      if (file.beside && file.beside !== last) listings.set(parentUri(uriOf(file)), file.beside.map(entryOf));
      last = file.beside;
    }
  };

  /** The piece of one file and its counts, why it could not be checked, or undefined when it is not ours and nobody said it was. */
  const checkFile = async (file: InputFile): Promise<{ piece: string; counts: Counts } | string | undefined> => {
    const read = readText(file, plan.workingDirectory);
    if ("error" in read) return read.error;
    const uri = uriOf(file);
    const { kind, ownSchemas, diagnostics } = await service.check({ uri, text: read.text }, workspace, plan.settings);
    const name = kind.kind ?? (ownSchemas && ("custom" as const));
    if (name) {
      const report = { path: file.path, kind: name, diagnostics };
      return { piece: format.file(report, read.text), counts: countsOf(report) };
    }
    return file.named ? `${file.path}: is not a tenant file. ${kind.reasons.at(-1) ?? ""}` : undefined;
  };

  return async (batch) => {
    learnListings(batch);
    const pieces: string[] = [];
    const errors: string[] = [];
    let counts = NO_COUNTS;
    for (const file of batch) {
      const result = await checkFile(file).catch((error) => `${file.path}: could not be checked: ${messageOf(error)}.`);
      if (typeof result === "string") errors.push(result);
      if (typeof result !== "object") continue;
      if (result.piece !== "") pieces.push(result.piece);
      counts = addCounts(counts, result.counts);
    }
    return { text: pieces.join(format.separator), counts, errors };
  };
}

/** The entry of a folder that the search wrote down as a name. */
function entryOf(name: string): DirectoryEntry {
  return name.endsWith("/") ? { name: name.slice(0, -1), kind: "directory" } : { name, kind: "file" };
}

/** What an error says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
