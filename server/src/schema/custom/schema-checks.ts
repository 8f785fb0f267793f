import * as l10n from "@vscode/l10n";
import type { Node } from "../../yaml/node.ts";
import type { Source } from "../../yaml/source.ts";
import type { Value } from "../../yaml/value.ts";
import { code, listWords } from "../wording.ts";
import { judge } from "./evaluate.ts";
import { explainFaults } from "./explain.ts";
import type { SchemaLinks } from "./links.ts";
import { dialectOf, inPlace, isSchemaObject, type JsonSchema, type SchemaObject } from "./schema-object.ts";

/** A file with a schema. */
export interface SchemaFile {
  readonly uri: string;
  readonly source: Source;
  readonly value: JsonSchema;
  /** Where the schema stands in the file. */
  readonly tree: Node | undefined;
}

/** Looks up a meta-schema by its URI. */
export type MetaSchemas = (uri: string) => Promise<{ readonly root: JsonSchema; readonly links: SchemaLinks }>;

/** Meta-schemas for a file that names none: what either of them refuses is wrong in every draft, `items` as a list excepted. */
const LENIENT: readonly string[] = [
  "http://json-schema.org/draft-07/schema",
  "https://json-schema.org/draft/2020-12/schema",
];

/** What is wrong with a schema by the meta-schema of its draft: a sentence with the line; undefined when it is valid. */
export async function invalidSchema(file: SchemaFile, metaSchemaOf: MetaSchemas): Promise<string | undefined> {
  const { tree } = file;
  if (!isSchemaObject(file.value) || !tree) return undefined;
  const { metaSchema } = dialectOf(file.value.$schema);
  const { text, lines } = file.source;
  for (const uri of metaSchema === undefined ? LENIENT : [metaSchema]) {
    const { root, links } = await metaSchemaOf(uri);
    const { faults } = judge(root, links, file.value as Value);
    if (faults.length === 0) continue;
    const isOlderSpelling = (start: number): boolean =>
      metaSchema === undefined && /["']?items["']?\s*:\s*$/.test(text.slice(0, start));
    const problem = explainFaults(faults, { root: tree, links }).find(({ start }) => !isOlderSpelling(start));
    if (problem) return l10n.t`Line ${lines.lineOf(problem.start) + 1}: ${problem.message}`;
  }
  return undefined;
}

/** A step of the search for references that lead back. */
interface Step {
  readonly schema: SchemaObject;
  readonly next: JsonSchema[];
}

/** A schema that refers to itself for the same value would be asked without end: a sentence about the first; undefined without one. */
export function endlessReferences(links: SchemaLinks, nameOf: (uri: string) => string): string | undefined {
  const done = new Set<SchemaObject>();
  for (const schema of links.targets.keys()) {
    const cycle = done.has(schema) ? undefined : cycleFrom(schema, links, done);
    if (!cycle) continue;
    const references = cycle.filter((member) => member.$ref !== undefined);
    const file = links.resources.get(references[0] ?? {})?.file ?? "";
    const name = code(nameOf(file));
    const words = listWords(references.map((member) => code(member.$ref)));
    return references.length === 1
      ? l10n.t`The schema ${name} never comes to an end: ${words} leads back to where it began.`
      : l10n.t`The schema ${name} never comes to an end: ${words} lead back to where it began.`;
  }
  return undefined;
}

function cycleFrom(
  start: SchemaObject,
  links: SchemaLinks,
  done: Set<SchemaObject>,
): readonly SchemaObject[] | undefined {
  const path: Step[] = [stepOf(start, links)];
  const open = new Set([start]);
  for (let last = path.at(-1); last; last = path.at(-1)) {
    const next = last.next.pop();
    if (next === undefined) {
      done.add(last.schema);
      open.delete(last.schema);
      path.pop();
    } else if (isSchemaObject(next) && !done.has(next)) {
      if (open.has(next))
        return path.slice(path.findIndex(({ schema }) => schema === next)).map(({ schema }) => schema);
      open.add(next);
      path.push(stepOf(next, links));
    }
  }
  return undefined;
}

/** What a schema asks about the same value. */
function stepOf(schema: SchemaObject, links: SchemaLinks): Step {
  const target = links.targets.get(schema);
  const standsAlone = target !== undefined && links.resources.get(schema)?.dialect.referenceStandsAlone === true;
  return { schema, next: [...(standsAlone ? [] : inPlace(schema)), ...(target === undefined ? [] : [target])] };
}
