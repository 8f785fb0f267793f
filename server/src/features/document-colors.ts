import type { Color, ColorInformation, ColorPresentation, Range } from "vscode-languageserver-types";
import { walkWritten } from "../schema/walk-written.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { formatColor, parseColor } from "../values/css-color.ts";
import type { ScalarNode } from "../yaml/node.ts";
import { contentOf } from "../yaml/scalar-content.ts";
import { writeScalar } from "../yaml/write-scalar.ts";

/** Every schema of a colour calls its key so; a part without the word holds none. */
const TRACE = /colou?r/i;

/** Colours of a file, where the schemas expect one. Templates and unknown names are left out. */
export function documentColors(model: FileModel): ColorInformation[] {
  return colorNodes(model).map(({ node, color }) => ({
    range: model.source.lines.rangeOf(contentOf(node, model.source.text)),
    color,
  }));
}

interface ColorNode {
  readonly node: ScalarNode;
  readonly color: Color;
}

function colorNodes({ root, schema }: FileModel): readonly ColorNode[] {
  const found: ColorNode[] = [];
  if (!root) return found;
  walkWritten(schema, root, {
    visit: ({ node, schemas }) => {
      if (node.kind !== "scalar" || typeof node.value !== "string") return;
      const color = schemas.some((candidate) => candidate["x-color"]) ? parseColor(node.value) : undefined;
      if (color) found.push({ node, color });
    },
    skip: (part) => !TRACE.test(part.text),
  });
  return found;
}

/** How a colour can be written at a range that {@link documentColors} gave. An unquoted value gets the quotes that it needs. */
export function colorPresentations(model: FileModel, color: Color, range: Range): ColorPresentation[] {
  const label = formatColor(color);
  const { lines, text } = model.source;
  const start = lines.offsetAt(range.start);
  const place = colorNodes(model).find(({ node }) => contentOf(node, text).start === start)?.node;
  const newText = place?.style === "plain" ? writeScalar(label) : label;
  return [{ label, textEdit: { range, newText } }];
}
