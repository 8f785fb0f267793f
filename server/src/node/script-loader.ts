import { readFileSync } from "node:fs";
import path from "node:path";
import { Script } from "node:vm";
import type { CodeCache } from "./code-cache.ts";

/**
 * So long (milliseconds) after a script was compiled, what V8 has compiled by then is kept: the code of a start and of a first check, and
 * once more that of some minutes of work, completion and all.
 */
const KEEP_AFTER: readonly number[] = [2_000, 180_000];

/** Modules of Node that libraries name at their top and that a server hardly ever uses; together they take 4 ms. */
const RARELY_USED: ReadonlySet<string> = new Set(["crypto", "child_process"]);

/** Gives a module of Node itself. */
export type RequireOfNode = (name: string) => unknown;

/**
 * Loads the CommonJS scripts of a folder, with the code that V8 compiled of them at an earlier start. Node's own compile cache keeps what
 * is compiled when a module is loaded, and V8 compiles most functions when they are first called: it would miss nearly everything.
 */
export class ScriptLoader {
  readonly #folder: string;
  readonly #cache: CodeCache | undefined;
  readonly #requireOfNode: RequireOfNode;
  readonly #modules = new Map<string, { exports: unknown }>();
  readonly #compiled = new Map<string, Script>();
  readonly #keepAfter: readonly number[];
  #timers: readonly NodeJS.Timeout[] = [];

  constructor(
    folder: string,
    cache: CodeCache | undefined,
    requireOfNode: RequireOfNode,
    keepAfter: readonly number[] = KEEP_AFTER,
  ) {
    this.#folder = folder;
    this.#cache = cache;
    this.#requireOfNode = requireOfNode;
    this.#keepAfter = keepAfter;
  }

  /** Exports of a script, named like `./server.cjs`, or of a module of Node. */
  readonly load = (name: string): unknown => {
    if (!name.startsWith("./")) return this.#ofNode(name);
    const known = this.#modules.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    this.#modules.set(name, module);
    this.#compile(path.join(this.#folder, name)).runInThisContext()(module.exports, this.load, module);
    return module.exports;
  };

  #ofNode(name: string): unknown {
    if (!RARELY_USED.has(name)) return this.#requireOfNode(name);
    // Stands for the module and loads it when something of it is asked for.
    return new Proxy({}, { get: (_target, key) => Reflect.get(this.#requireOfNode(name) as object, key) });
  }

  #compile(file: string): Script {
    // The build writes ASCII, which needs no decoding and half of the memory.
    const source = `(function (exports, require, module) {${readFileSync(file, "latin1")}\n})`;
    const cachedData = this.#cache?.read(file);
    const script = new Script(source, { filename: file, ...(cachedData && { cachedData }) });
    if (!cachedData || script.cachedDataRejected) this.#keepLater(file, script);
    return script;
  }

  #keepLater(file: string, script: Script): void {
    if (!this.#cache) return;
    this.#compiled.set(file, script);
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = this.#keepAfter.map((delay) => setTimeout(() => this.#keep([...this.#compiled]), delay).unref());
  }

  /** Keeps what is compiled by now of the scripts that were not kept before, for a program that is about to end. */
  keep(): void {
    for (const [file, script] of this.#compiled) this.#cache?.write(file, script.createCachedData());
  }

  /** One script at a time: a request that comes meanwhile waits for a few milliseconds at most. */
  #keep([first, ...others]: readonly (readonly [file: string, script: Script])[]): void {
    if (!first) return;
    const [file, script] = first;
    this.#cache?.write(file, script.createCachedData());
    setImmediate(() => this.#keep(others));
  }
}
