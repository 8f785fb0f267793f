import { readFileSync } from "node:fs";
import { type BenchDocument, benchDocument, DOCUMENT_NAMES } from "./documents.ts";
import { type LspProcess, startProcess } from "./lsp-process.ts";
import { median, percentile } from "./statistics.ts";
import { SUBJECTS, type Subject } from "./subjects.ts";

/** Milliseconds, and megabytes for the memory, of one server on one document. */
export interface Latency {
  readonly open: readonly number[];
  readonly edit: readonly number[];
  readonly completion: readonly number[];
  readonly hover: readonly number[];
  readonly symbols: readonly number[];
  readonly memory: number;
}

const EDITS = 25;

/** Processes that open the document; each can do it once. */
const OPENS = 3;

/** A session that takes so long (milliseconds) is given up; its figures are left out. */
const PATIENCE = 240_000;

/** Speaks to one server about one document and waits for what an editor waits for. */
class Session {
  readonly #server: LspProcess;
  readonly #uri: string;
  #version = 1;
  #published: (() => void) | undefined;

  constructor(server: LspProcess, uri: string) {
    this.#server = server;
    this.#uri = uri;
    server.connection.onNotification("textDocument/publishDiagnostics", (params: { uri: string; version?: number }) => {
      if (params.uri === uri && (params.version === undefined || params.version === this.#version)) this.#published?.();
    });
  }

  async open(text: string): Promise<number> {
    const textDocument = { uri: this.#uri, languageId: "yaml", version: this.#version, text };
    return this.#untilPublished(() =>
      this.#server.connection.sendNotification("textDocument/didOpen", { textDocument }),
    );
  }

  /** Replaces text and waits for the diagnostics of the new version. */
  edit(line: number, from: number, to: number, text: string): Promise<number> {
    return this.#untilPublished(() => this.change(line, from, to, text));
  }

  async change(line: number, from: number, to: number, text: string): Promise<void> {
    this.#version++;
    const range = { start: { line, character: from }, end: { line, character: to } };
    const textDocument = { uri: this.#uri, version: this.#version };
    await this.#server.connection.sendNotification("textDocument/didChange", {
      textDocument,
      contentChanges: [{ range, text }],
    });
  }

  async ask(method: string, line?: number, character?: number): Promise<number> {
    const start = performance.now();
    const position = line === undefined ? {} : { position: { line, character } };
    await this.#server.connection.sendRequest(method, { textDocument: { uri: this.#uri }, ...position });
    return performance.now() - start;
  }

  async #untilPublished(act: () => Promise<void>): Promise<number> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#published = resolve;
    const start = performance.now();
    await act();
    await promise;
    this.#published = undefined;
    return performance.now() - start;
  }
}

/** Measures one server on one document. */
export async function measureLatency(subject: Subject, document: BenchDocument): Promise<Latency> {
  const open: number[] = [];
  while (open.length < OPENS - 1)
    open.push(await inSession(subject, document, (session) => session.open(document.text)));
  const latency = await inSession(subject, document, (session, pid) => run(session, document, pid));
  return { ...latency, open: [...open, ...latency.open] };
}

async function inSession<T>(
  subject: Subject,
  document: BenchDocument,
  use: (session: Session, pid: number) => Promise<T>,
): Promise<T> {
  const uri = `file:///bench/example.${document.kind}.yaml`;
  const server = startProcess(subject.script, subject.args, subject.configuration);
  const { promise: expired, reject } = Promise.withResolvers<never>();
  const limit = setTimeout(() => reject(new GivenUp()), PATIENCE);
  try {
    const capabilities = {
      workspace: { configuration: true },
      textDocument: { publishDiagnostics: { versionSupport: true } },
    };
    await server.initialize(capabilities);
    return await Promise.race([use(new Session(server, uri), server.pid), expired]);
  } finally {
    clearTimeout(limit);
    // A server that was given up would go on and be in the way of the next one.
    server.stop();
  }
}

/** The server did not answer in time. */
class GivenUp extends Error {}

async function run(session: Session, document: BenchDocument, pid: number): Promise<Latency> {
  const { line, character } = document.digit;
  const open = [await session.open(document.text)];
  const edit: number[] = [];
  for (let count = 0; count < EDITS; count++)
    edit.push(await session.edit(line, character, character + 1, String(2 + (count % 8))));
  const completion: number[] = [];
  const { typed } = document;
  for (let count = 0; count < EDITS; count++) {
    // A new half-typed key each time; what is measured is the answer to the request that follows the keystroke at once.
    const start = performance.now();
    await session.change(typed.line, 0, 0, `${" ".repeat(typed.indentation)}${typed.text}\n`);
    await session.ask("textDocument/completion", typed.line, typed.indentation + typed.text.length);
    completion.push(performance.now() - start);
    await session.edit(typed.line, 0, typed.indentation + typed.text.length, "");
  }
  const hover: number[] = [];
  for (let count = 0; count < EDITS; count++) hover.push(await session.ask("textDocument/hover", line, character - 3));
  const symbols: number[] = [];
  while (symbols.length < OPENS) symbols.push(await session.ask("textDocument/documentSymbol"));
  return { open, edit, completion, hover, symbols, memory: residentMegabytes(pid) };
}

/** Resident memory of a process; NaN where the system does not tell. */
function residentMegabytes(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kilobytes) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** Prints one row per document, size and figure: ours, theirs, and how many times faster. `words` choose documents by name. */
export async function benchLatency(sizes: readonly number[], words: readonly string[] = []): Promise<void> {
  const [ours, theirs] = SUBJECTS;
  if (!ours || !theirs) return;
  const names = DOCUMENT_NAMES.filter((name) => words.length === 0 || words.some((word) => name.includes(word)));
  for (const name of names) {
    for (const size of sizes) {
      const document = benchDocument(name, size);
      const own = await orNoFigures(measureLatency(ours, document));
      const other = await orNoFigures(measureLatency(theirs, document));
      process.stdout.write(`\n${name}, ${document.lines} lines\n${table(own, other)}`);
    }
  }
}

const NO_FIGURES: Latency = {
  open: [],
  edit: [],
  completion: [],
  hover: [],
  symbols: [],
  memory: Number.NaN,
};

async function orNoFigures(measuring: Promise<Latency>): Promise<Latency> {
  try {
    return await measuring;
  } catch (error) {
    if (error instanceof GivenUp) return NO_FIGURES;
    throw error;
  }
}

function table(own: Latency, other: Latency): string {
  const rows: readonly (readonly [string, number, number])[] = [
    ["open, median", median(own.open), median(other.open)],
    ["edit, median", median(own.edit), median(other.edit)],
    ["edit, p95", percentile(own.edit, 95), percentile(other.edit, 95)],
    ["completion, median", median(own.completion), median(other.completion)],
    ["completion, p95", percentile(own.completion, 95), percentile(other.completion, 95)],
    ["hover, median", median(own.hover), median(other.hover)],
    ["symbols, median", median(own.symbols), median(other.symbols)],
    ["memory, MB", own.memory, other.memory],
  ];
  return rows
    .map(([label, a, b]) => `  ${label.padEnd(20)}${figure(a)}${figure(b)}   ${(b / a).toFixed(1)} times\n`)
    .join("");
}

function figure(value: number): string {
  return value.toFixed(value < 10 ? 2 : 0).padStart(9);
}
