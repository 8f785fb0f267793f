import assert from "node:assert/strict";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createService, type Document } from "../../server/src/service.ts";
import { LineIndex } from "../../server/src/text/line-index.ts";
import { mutatedText } from "./byte-mutations.ts";
import { everyVerb } from "./every-verb.ts";
import { exampleFiles } from "./examples.ts";
import { memoryWorkspace, uriOf } from "./memory-workspace.ts";
import { seededRandom } from "./random-edits.ts";

/** Milliseconds that no request may take. */
const REQUEST_LIMIT = 1_000;

/** Bytes that may be in use when everything that can be freed is freed. */
const HEAP_LIMIT = 300 * 1024 * 1024;

/** Mutations between two looks at the heap; a service lives that long. */
const MUTATIONS_PER_SERVICE = 250;

// The collector can be asked for without starting Node with an option.
setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** What went wrong, with all that is needed to see it again. */
export class MutationFailure extends Error {
  readonly document: Document;

  constructor(message: string, document: Document) {
    super(message);
    this.document = document;
  }
}

/**
 * Mutates the bytes of example files and asks the service everything about the result: nothing may throw, no request may take longer
 * than a second (measured a second time before it counts), and the heap stays small. `onFailure` may collect failures instead.
 */
export async function checkMutations(
  seed: number,
  count: number,
  onFailure: (failure: MutationFailure) => void = (failure) => {
    throw failure;
  },
): Promise<void> {
  const random = seededRandom(seed);
  const files = { ...exampleFiles("tenants"), ...exampleFiles("seed") };
  const workspace = memoryWorkspace(files);
  const paths = Object.keys(files).filter((path) => /\.(?:ya?ml|json)$/.test(path));
  const contents = paths.map((path) => Buffer.from(files[path] ?? ""));
  let service = createService();
  for (let index = 0; index < count; index++) {
    if (index % MUTATIONS_PER_SERVICE === 0) {
      service = createService();
      assertHeap(`seed ${seed}, mutation ${index}`);
    }
    const chosen = random(paths.length);
    const text = mutatedText(contents[chosen] ?? Buffer.of(), contents[random(paths.length)] ?? Buffer.of(), random);
    const document = { uri: uriOf(paths[chosen] ?? ""), text };
    const position = new LineIndex(text).positionAt(random(text.length + 1));
    const about = `seed ${seed}, mutation ${index} of ${paths[chosen]}, at ${position.line}:${position.character}`;
    try {
      const slow = await slowVerbs(() => everyVerb(service, document, position, workspace));
      // Another look, with nothing known, tells a slow request from a busy machine.
      const still =
        slow.length > 0 && (await slowVerbs(() => everyVerb(createService(), document, position, workspace)));
      if (still && still.length > 0) onFailure(new MutationFailure(`${about}: ${still.join(", ")}`, document));
    } catch (error) {
      onFailure(new MutationFailure(`${about}: ${error instanceof Error ? error.stack : error}`, document));
    }
  }
}

async function slowVerbs(ask: () => ReturnType<typeof everyVerb>): Promise<readonly string[]> {
  return (await ask())
    .filter(({ milliseconds }) => milliseconds > REQUEST_LIMIT)
    .map(({ verb, milliseconds }) => `${verb} took ${Math.round(milliseconds)} ms`);
}

function assertHeap(about: string): void {
  collectGarbage();
  const { heapUsed } = process.memoryUsage();
  assert.ok(heapUsed < HEAP_LIMIT, `${about}: ${Math.round(heapUsed / 1024 / 1024)} MB are in use`);
}
