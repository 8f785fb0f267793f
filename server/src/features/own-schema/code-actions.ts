import type { CodeAction } from "vscode-languageserver-types";
import { applicableAt } from "../../schema/custom/applicable.ts";
import { plainChild } from "../../schema/custom/plain-schema.ts";
import type { Schema } from "../../schema/json-schema.ts";
import type { NodePath } from "../../yaml/node.ts";
import { type CodeActionRequest, quickFixActions } from "../code-actions.ts";
import type { FixedFile } from "../entry-edits.ts";
import { readFix } from "../fix-data.ts";
import { appliedTo, type OwnFile, rootAt } from "./own-file.ts";

/** Quick fixes of the diagnostics of a file with a schema of its team. */
export function ownCodeActions(file: OwnFile, request: CodeActionRequest): CodeAction[] {
  return request.diagnostics.flatMap((diagnostic) => {
    const fix = readFix(diagnostic.data);
    const root = rootAt(file, file.source.lines.offsetAt(diagnostic.range.start));
    const isForKeys = fix?.fix === "add-required";
    const schema = isForKeys ? schemaTo(fix.path, missing(file, root, fix.path, fix.keys)) : {};
    const fixed: FixedFile = { uri: file.uri, source: file.source, root, schema };
    return quickFixActions(fixed, { ...request, diagnostics: [diagnostic] });
  });
}

/** What the schemas at a path say of some keys. */
function missing(file: OwnFile, root: FixedFile["root"], path: NodePath, keys: readonly string[]): Schema {
  const document = appliedTo(file, root, "fitting");
  const applied = applicableAt(document, path);
  const order = applied.flatMap(({ schema }) => Object.keys(schema.properties ?? {}));
  const properties = [...new Set([...order, ...keys])].map((key): [string, Schema] => [
    key,
    keys.includes(key) ? plainChild(document, applied, key) : {},
  ]);
  return { type: "object", properties: Object.fromEntries(properties) };
}

/** A schema that says something at one path alone. */
function schemaTo(path: NodePath, schema: Schema): Schema {
  return path.reduceRight<Schema>(
    (inner, step) => (typeof step === "number" ? { type: "array", items: inner } : { properties: { [step]: inner } }),
    schema,
  );
}
