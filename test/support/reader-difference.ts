import { isDeepStrictEqual } from "node:util";
import type { ParsedFile } from "../../server/src/yaml/node.ts";
import { parseYaml } from "../../server/src/yaml/parse-yaml.ts";
import { parseSource } from "../../server/src/yaml/source.ts";
import { plainTree } from "./plain-tree.ts";

/**
 * Where the reader of files and the reference (`parseYaml`) read a text differently: path of the first difference and both answers.
 * Undefined when documents, nodes, ranges, values and problems are the same.
 */
export function readerDifference(text: string): string | undefined {
  return firstDifference(reading(parseSource(text, "yaml").file), reading(parseYaml(text)));
}

/** What was read, as plain data. The range of an only document is nobody's business: everything asks its root. */
export function reading({ documents, problems }: ParsedFile): unknown {
  const isOnly = documents.length === 1;
  return {
    documents: documents.map(({ root, start, end }) => [plainTree(root), ...(isOnly ? [] : [start, end])]),
    problems,
  };
}

/** Path of the first difference of two values with what stands there; undefined when they are equal. */
export function firstDifference(actual: unknown, expected: unknown, path = ""): string | undefined {
  if (isDeepStrictEqual(actual, expected)) return undefined;
  if (isObject(actual) && isObject(expected)) {
    for (const key of new Set([...Object.keys(actual), ...Object.keys(expected)])) {
      const inner = firstDifference(actual[key], expected[key], `${path}/${key}`);
      if (inner !== undefined) return inner;
    }
  }
  return `at ${path || "/"}: ${short(actual)} instead of ${short(expected)}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
