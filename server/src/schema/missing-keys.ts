import { dereference, keyText, type Node, type NodePath } from "../yaml/node.ts";
import { type Instance, mappingPlace, severityAt, typedPath } from "./instance.ts";
import type { Schema } from "./json-schema.ts";
import { schemasAt } from "./match.ts";
import type { Problem } from "./problem.ts";
import { missingKeysMessage } from "./sentences.ts";

/** The problem of a mapping that lacks required keys: one problem that names them all. */
export function missingKeysProblem(
  schema: Schema,
  root: Node,
  path: NodePath,
  instance: Instance,
  keys: readonly string[],
): Problem {
  const node = dereference(instance.node) ?? instance.node;
  const range = mappingPlace(instance, node);
  const typed = typedPath(root, path);
  const schemas = schemasAt(schema, root, typed);
  // While a union is open, its branches have titles but none of them is the name of what stands here.
  const title = schemas.length === 1 ? schemas[0]?.title : undefined;
  const isFile = path.length === 0;
  const owner = instance.key ? `\`${keyText(instance.key)}\`` : isFile ? undefined : title;
  return {
    code: "missing-property",
    message: missingKeysMessage(owner, isFile, keys),
    severity: severityAt(schema, root, typed, "required"),
    start: range.start,
    end: range.end,
    data: { fix: "add-required", path: typed, keys },
  };
}
