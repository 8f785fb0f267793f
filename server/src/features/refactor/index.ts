import type { Range } from "vscode-languageserver-types";
import type { FileModel } from "../../tenants/file-model.ts";
import type { Offer } from "../offer.ts";
import { collectionStyles } from "./collection-style.ts";
import { extractAnchor } from "./extract-anchor.ts";
import { extractVariable, type VariableList } from "./extract-variable.ts";
import { placeAt } from "./place.ts";
import { inlineReferences } from "./references.ts";
import { spellingRewrites } from "./spelling.ts";
import { stringStyles } from "./string-style.ts";

/** Refactorings of what stands at a range; each but that to a variable leaves all values as they are. Empty where there are none. */
export function refactorings(model: FileModel, range: Range, variables: VariableList | undefined): readonly Offer[] {
  const place = placeAt(model, range);
  const spelling = spellingRewrites(model, range);
  if (!place) return spelling;
  return [
    ...spelling,
    ...extractVariable(place, range, variables),
    ...extractAnchor(place, range),
    ...inlineReferences(place),
    ...collectionStyles(place),
    ...stringStyles(place),
  ];
}
