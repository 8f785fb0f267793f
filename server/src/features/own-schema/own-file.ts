import type { AppliedTo } from "../../schema/custom/applicable.ts";
import type { LoadedSchema } from "../../schema/custom/load.ts";
import type { PlaceholderState } from "../../schema/validate.ts";
import type { OwnSchema } from "../../tenants/own-schemas.ts";
import { stateOfText } from "../../tenants/placeholder-state.ts";
import { hasPlaceholders, type PlaceholderValues } from "../../tenants/placeholders.ts";
import type { EnvironmentVariables } from "../../tenants/tenant-context.ts";
import type { Node } from "../../yaml/node.ts";
import { toValue, type Value, type ValueResult } from "../../yaml/value.ts";
import type { ReportedFile } from "../diagnostics.ts";

/** A file that a team has a schema of its own for. */
export interface OwnFile extends ReportedFile {
  readonly own: OwnSchema;
  readonly schema: LoadedSchema;
}

/** The value of a document, with the states of the scalars whose value is not as it is written. */
export interface OwnValue {
  readonly result: ValueResult;
  readonly placeholders: WeakMap<object, PlaceholderState>;
}

/** Values that the placeholders of such a file can have: variables of the environment, no names of a tenant. */
export function placeholderValues(variables: EnvironmentVariables): PlaceholderValues {
  return { environment: (name) => variables.get(name), variable: () => undefined };
}

/** The value of a document of a file. */
export function ownValue(file: OwnFile, root: Node): OwnValue {
  const placeholders = new WeakMap<object, PlaceholderState>();
  const values = placeholderValues(file.context.variables);
  const result = toValue(root, ({ value }) => {
    if (typeof value !== "string" || !hasPlaceholders(value)) return value;
    const state = stateOfText(value, values);
    if (state.state === "none") return value;
    const standIn: { [key: string]: Value } = {};
    placeholders.set(standIn, state);
    return standIn;
  });
  return { result, placeholders };
}

/** What is asked for the schemas at a place of a document. */
export function appliedTo(file: OwnFile, root: Node | undefined, unions: AppliedTo["unions"]): AppliedTo {
  const { root: schema, links } = file.schema;
  const value = root && ownValue(file, root);
  return {
    root: schema,
    links,
    value: value && "value" in value.result ? value.result.value : undefined,
    placeholders: value?.placeholders ?? new WeakMap(),
    unions,
  };
}

/** Root of the document that holds an offset; the last one that begins before it. */
export function rootAt(file: OwnFile, offset: number): Node | undefined {
  const { documents } = file.source.file;
  const within = documents.filter((document) => document.start <= offset);
  return (within.at(-1) ?? documents[0]).root;
}
