import { schemasAt } from "../schema/match.ts";
import type { ResolvedSpan } from "../schema/resolved-span.ts";
import type { PlaceholderState } from "../schema/validate.ts";
import { isTemplateFormat } from "../values/go-template/language.ts";
import type { NodePath, ScalarNode } from "../yaml/node.ts";
import type { FileModel } from "./file-model.ts";
import {
  type PlaceholderValues,
  placeholderName,
  type ResolvedPiece,
  resolvePieces,
  sampleTexts,
} from "./placeholders.ts";
import { placeholderValues } from "./tenant-context.ts";

/** Where each piece stands in the written and in the resolved text. */
function spansOf(pieces: readonly ResolvedPiece[]): readonly ResolvedSpan[] {
  let written = 0;
  return pieces.map(({ placeholder, text = "" }) => {
    const start = written;
    written += placeholder ? placeholder.end - placeholder.start : text.length;
    return { isLiteral: placeholder === undefined, length: text.length, start, end: written };
  });
}

const NONE: PlaceholderState = { state: "none" };

/** How validation judges a scalar with placeholders (contract G, rule 3). */
export function placeholderState(model: FileModel, node: ScalarNode, path: NodePath): PlaceholderState {
  const text = node.value;
  if (typeof text !== "string") return NONE;
  const resolved = resolvePieces(text, placeholderValues(model.context, model, path));
  const isTemplated = resolved.some(isLiteralBraces) && isTemplate(model, path);
  return stateOf(isTemplated ? resolved.map(asWritten(text)) : resolved);
}

/** How validation judges a text with placeholders whose values are looked up. */
export function stateOfText(text: string, values: PlaceholderValues): PlaceholderState {
  return stateOf(resolvePieces(text, values));
}

function stateOf(pieces: readonly ResolvedPiece[]): PlaceholderState {
  const placeholders = pieces.filter((piece) => piece.placeholder !== undefined);
  if (placeholders.length === 0) return NONE;
  if (pieces.length === 1 && pieces[0]?.placeholder?.kind === "secret") return { state: "unresolved" };
  if (pieces.every((piece) => piece.text !== undefined)) {
    const names = placeholders.flatMap((piece) => (piece.placeholder ? [placeholderName(piece.placeholder)] : []));
    return {
      state: "resolved",
      text: pieces.map((piece) => piece.text).join(""),
      from: [...new Set(names)].join(", "),
      pieces: spansOf(pieces),
    };
  }
  if (pieces.length === 1) return { state: "unresolved" };
  return { state: "partial", samples: sampleTexts(pieces) };
}

/** true for `{{"{{"}}`, which template engines read themselves. */
function isLiteralBraces({ placeholder }: ResolvedPiece): boolean {
  return placeholder?.kind === "escape" && placeholder.text === "{{";
}

function isTemplate(model: FileModel, path: NodePath): boolean {
  return schemasAt(model.schema, model.root, path).some(({ format }) => isTemplateFormat(format));
}

function asWritten(text: string): (piece: ResolvedPiece) => ResolvedPiece {
  return (piece) => {
    const { placeholder } = piece;
    if (!placeholder || !isLiteralBraces(piece)) return piece;
    return { ...piece, text: text.slice(placeholder.start, placeholder.end) };
  };
}
