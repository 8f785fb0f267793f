import assert from "node:assert/strict";
import {
  createService,
  DEFAULT_SETTINGS,
  type Document,
  EMPTY_WORKSPACE,
  type Service,
} from "../../server/src/service.ts";
import { parseSource, type Source } from "../../server/src/yaml/source.ts";
import { manyAlerts, yamlCorpus } from "./corpus.ts";
import { plainFile } from "./plain-tree.ts";
import { randomDocument } from "./random-documents.ts";
import { type Random, randomEdit, seededRandom } from "./random-edits.ts";
import { firstDifference } from "./reader-difference.ts";
import { CONSTRUCTS, PLACEMENTS } from "./yaml-constructs.ts";

/** Longest text that is edited: a paste doubles it now and then. */
const LONGEST = 8_000;

/** Edits of one document before another one is taken. */
const EDITS_PER_DOCUMENT = 25;

const KINDS = ["tenant", "monitoring", "security", "environment", "localization"] as const;

/** A text to edit, and the name it is edited under, which decides its kind. */
interface Subject {
  readonly name: string;
  readonly text: string;
}

/**
 * Applies random edits to files of the project, constructs and random documents, and asserts after each edit that what was kept from
 * before makes no difference: same tree, same values, same diagnostics as from scratch. The seed and the number of the edit are in the
 * message of a failure.
 */
export async function checkRandomEdits(seed: number, edits: number): Promise<void> {
  const random = seededRandom(seed);
  const files = yamlCorpus();
  const { stackTraceLimit } = Error;
  // Both libraries make an error for every fault they find; their stack traces took a quarter of the time.
  Error.stackTraceLimit = 0;
  try {
    for (let done = 0; done < edits; done += EDITS_PER_DOCUMENT) {
      const subject = randomSubject(random, files);
      await checkSession(subject, random, Math.min(EDITS_PER_DOCUMENT, edits - done), `seed ${seed}, edit ${done} + `);
    }
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Edits one document. */
async function checkSession({ name, text: original }: Subject, random: Random, edits: number, about: string) {
  const keeping = createService();
  const earlier: string[] = [];
  let text = original.slice(0, LONGEST);
  let source: Source | undefined;
  for (let edit = 0; edit < edits; edit++) {
    const where = `${about}${edit} of ${name}`;
    source = parseSource(text, "yaml", source);
    const anew = parseSource(text, "yaml");
    assert.equal(firstDifference(plainFile(source.file), plainFile(anew.file)), undefined, where);
    const document = { uri: `file:///edited/${name}`, text };
    const kept = await checked(keeping, document, where);
    const scratch = await checked(createService(), document, where);
    assert.equal(firstDifference(kept, scratch), undefined, where);
    earlier.push(text);
    text = randomEdit(text, earlier, random).slice(0, LONGEST);
  }
}

async function checked(service: Service, document: Document, where: string): Promise<unknown> {
  try {
    return await service.check(document, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
  } catch (error) {
    throw new Error(`${where}: ${error}\n${JSON.stringify(document.text)}`);
  }
}

/** Half of the documents are files of the project, the others are generated. */
function randomSubject(random: Random, files: readonly (readonly [path: string, text: string])[]): Subject {
  const choice = random(8);
  if (choice < 4) {
    const examples = files.filter(([path]) => path.startsWith("examples/") === choice < 3);
    const [path, text] = oneOf(examples, random);
    return { name: `${path.replaceAll("/", "-")}/${kindOf(path) ?? oneOf(KINDS, random)}.yaml`, text };
  }
  if (choice === 4) return { name: "alerts/monitoring.yaml", text: manyAlerts(5 + random(30)) };
  const name = `generated/${oneOf(KINDS, random)}.yaml`;
  if (choice < 7) {
    const constructs = CONSTRUCTS.map(({ text }) => text).filter((text) => text.length < 600);
    return { name, text: randomDocument({ random, constructs }, 2 + random(200)) };
  }
  const [, put] = oneOf(Object.entries(PLACEMENTS), random);
  return { name, text: put(oneOf(CONSTRUCTS, random).text) };
}

/** The kind that a file's name tells. */
function kindOf(path: string): string | undefined {
  return KINDS.find((kind) => new RegExp(`\\b${kind}\\b`).test(path.slice(path.lastIndexOf("/") + 1)));
}

function oneOf<T>(list: readonly T[], random: Random): T {
  const chosen = list[random(list.length)];
  assert.ok(chosen !== undefined);
  return chosen;
}
