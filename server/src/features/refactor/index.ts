import type { Range } from "vscode-languageserver-types";
import type { FileModel } from "../../tenants/file-model.ts";
import type { Offer } from "../offer.ts";
import { collectionStyles } from "./collection-style.ts";
import { extractAnchor } from "./extract-anchor.ts";
import { placeAt } from "./place.ts";
import { inlineReferences } from "./references.ts";
import { spellingRewrites } from "./spelling.ts";
import { stringStyles } from "./string-style.ts";

/** Refactorings of what stands at a range; each leaves all values as they are. Empty where there are none. */
export function refactorings(model: FileModel, range: Range): readonly Offer[] {
  const place = placeAt(model, range);
  const spelling = spellingRewrites(model, range);
  if (!place) return spelling;
  return [
    ...spelling,
    ...extractAnchor(place, range),
    ...inlineReferences(place),
    ...collectionStyles(place),
    ...stringStyles(place),
  ];
}
