import type { PlaceholderState } from "../schema/validate.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { type PlaceholderValues, placeholderName, resolvePieces, sampleTexts } from "../tenants/placeholders.ts";
import { placeholderValues } from "../tenants/tenant-context.ts";
import type { NodePath, ScalarNode } from "../yaml/node.ts";

const NONE: PlaceholderState = { state: "none" };

/** How validation judges a scalar with placeholders (contract G, rule 3). */
export function placeholderState(model: FileModel, node: ScalarNode, path: NodePath): PlaceholderState {
  const text = node.value;
  if (typeof text !== "string") return NONE;
  return stateOfText(text, placeholderValues(model.context, model, path));
}

/** How validation judges a text with placeholders whose values are looked up. */
export function stateOfText(text: string, values: PlaceholderValues): PlaceholderState {
  const pieces = resolvePieces(text, values);
  const placeholders = pieces.filter((piece) => piece.placeholder !== undefined);
  if (placeholders.length === 0) return NONE;
  if (pieces.length === 1 && pieces[0]?.placeholder?.kind === "secret") return { state: "unresolved" };
  if (pieces.every((piece) => piece.text !== undefined)) {
    const names = placeholders.flatMap((piece) => (piece.placeholder ? [placeholderName(piece.placeholder)] : []));
    return {
      state: "resolved",
      text: pieces.map((piece) => piece.text).join(""),
      from: [...new Set(names)].join(", "),
    };
  }
  if (pieces.length === 1) return { state: "unresolved" };
  return { state: "partial", samples: sampleTexts(pieces) };
}
