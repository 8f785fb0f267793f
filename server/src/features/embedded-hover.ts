import { type Hover, MarkupKind, type SignatureHelp } from "vscode-languageserver-types";
import type { FileModel } from "../tenants/file-model.ts";
import { embeddedContext } from "./embedded-context.ts";
import { embeddedPlace } from "./embedded-place.ts";

/** Hover of a word inside a scalar that is written in a language of its own; undefined where the language has nothing to say. */
export function embeddedHover(model: FileModel, offset: number): Hover | undefined {
  const place = embeddedPlace(model, offset);
  const found = place?.language.hoverAt?.(place.text, place.offset, embeddedContext(model, place.path));
  const range = found && place?.rangeOf(found.start, found.end);
  if (!found) return undefined;
  const contents = { kind: MarkupKind.Markdown, value: found.markdown };
  return range ? { contents, range: model.source.lines.rangeOf(range) } : { contents };
}

/** The call around the cursor inside such a scalar; undefined outside of calls. */
export function signatureHelp(model: FileModel, offset: number): SignatureHelp | undefined {
  const place = embeddedPlace(model, offset);
  const found = place?.language.signatureAt?.(place.text, place.offset);
  if (!found) return undefined;
  const parameters = found.parameters.map((label) => ({ label }));
  const documentation = { kind: MarkupKind.Markdown, value: found.documentation };
  return {
    signatures: [{ label: found.label, documentation, parameters }],
    activeSignature: 0,
    ...(parameters.length > 0 && { activeParameter: found.active }),
  };
}
