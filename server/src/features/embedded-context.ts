import { walkMatches } from "../schema/match.ts";
import { resolve, schemaOf } from "../schema/registry.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { messageContext } from "../tenants/messages.ts";
import { namesOfClass, type TenantFile } from "../tenants/tenant-context.ts";
import { scalarLanguage } from "../values/index.ts";
import type { EmbeddedContext } from "../values/scalar-language.ts";
import { effectivePairs } from "../yaml/navigate.ts";
import type { Node, NodePath } from "../yaml/node.ts";
import { rootOf, type Source } from "../yaml/source.ts";

/** Names that the expressions and labels of a file use. */
interface UsedNames {
  readonly metrics: Set<string>;
  readonly labels: Set<string>;
  readonly labelValues: Map<string, Set<string>>;
  /** The expression that records a metric, by its name. */
  readonly rules: Map<string, string>;
}

/** What was found in a file; a new version of its text is another source. */
const found = new WeakMap<Source, UsedNames>();

/** What a language inside the scalar at a path can know about the files of the tenant. Files are read when something is asked for. */
export function embeddedContext(model: FileModel, path: NodePath): EmbeddedContext {
  const files = (): readonly UsedNames[] => {
    const others = model.context.files.filter((file) => file.uri !== model.uri);
    return [model, ...others].map(usedNames);
  };
  const union = (pick: (names: UsedNames) => Iterable<string>): readonly string[] =>
    [...new Set(files().flatMap((names) => [...pick(names)]))].sort();
  return {
    names: (nameClass) => [...new Set(namesOfClass(model.context, nameClass).map(({ name }) => name))],
    metrics: () => union(({ metrics }) => metrics),
    labels: () => union(({ labels }) => labels),
    labelValues: (label) => union(({ labelValues }) => labelValues.get(label) ?? []),
    recordingRule: (metric) => {
      const names = files().find(({ rules }) => rules.has(metric));
      return names?.rules.get(metric);
    },
    message: () => messageContext(model, path),
  };
}

function usedNames(file: TenantFile): UsedNames {
  const known = found.get(file.source);
  if (known) return known;
  const names: UsedNames = { metrics: new Set(), labels: new Set(), labelValues: new Map(), rules: new Map() };
  const root = rootOf(file.source);
  if (root) collect(file, root, names);
  found.set(file.source, names);
  return names;
}

function collect(file: TenantFile, root: Node, names: UsedNames): void {
  walkMatches(schemaOf(file.kind), root, ({ node, schemas }) => {
    for (const schema of schemas) {
      if (node.kind === "scalar" && typeof node.value === "string" && schema.format !== undefined) {
        addMentions(schema.format, node.value, names);
      }
      if (node.kind !== "map") continue;
      const keys = schema.propertyNames && resolve(schema.propertyNames);
      if (keys?.format === "label-name") addLabels(node, names);
      if (schema.properties) addRule(node, schema.properties, names);
    }
  });
}

function addMentions(format: string, text: string, names: UsedNames): void {
  for (const { kind, name, label } of scalarLanguage(format)?.mentions?.(text) ?? []) {
    if (kind === "metric") names.metrics.add(name);
    else if (kind === "label") names.labels.add(name);
    else addValue(names, label ?? "", name);
  }
}

function addValue(names: UsedNames, label: string, value: string): void {
  // A placeholder is no value.
  if (value === "" || value.includes("{{") || value.includes("${")) return;
  const values = names.labelValues.get(label) ?? new Set();
  names.labelValues.set(label, values.add(value));
}

function addLabels(node: Extract<Node, { kind: "map" }>, names: UsedNames): void {
  for (const [label, { value }] of effectivePairs(node)) {
    names.labels.add(label);
    if (value.kind === "scalar" && typeof value.value === "string") addValue(names, label, value.value);
  }
}

/** A mapping with the name of a metric and an expression records that metric. */
function addRule(node: Extract<Node, { kind: "map" }>, properties: object, names: UsedNames): void {
  const texts = new Map<string, string>();
  for (const [key, child] of Object.entries(properties)) {
    const { format } = resolve(child);
    if (format !== "metric-name" && format !== "promql") continue;
    const value = effectivePairs(node).get(key)?.value;
    if (value?.kind === "scalar" && typeof value.value === "string") texts.set(format, value.value);
  }
  const metric = texts.get("metric-name");
  const expression = texts.get("promql");
  if (metric === undefined || expression === undefined) return;
  names.metrics.add(metric);
  names.rules.set(metric, expression);
}
