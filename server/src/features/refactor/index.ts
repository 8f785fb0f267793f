import type { FileModel } from "../../tenants/file-model.ts";
import type { Offer } from "../offer.ts";
import { collectionStyles } from "./collection-style.ts";
import { convertFile, twinsOf } from "./convert.ts";
import { copiesOfFiles, copyEnvironment } from "./copy-environment.ts";
import { extractAnchor } from "./extract-anchor.ts";
import { extractVariable } from "./extract-variable.ts";
import { joinFile, namedHere } from "./join-file.ts";
import { placeAt } from "./place.ts";
import { inlineReferences } from "./references.ts";
import type { AskedPlace, RefactorRequest } from "./request.ts";
import { spellingRewrites } from "./spelling.ts";
import { newFile, separableEntry, splitFile } from "./split-file.ts";
import { stringStyles } from "./string-style.ts";

/**
 * Refactorings of what stands at a range, and of the whole file when somebody asks for refactorings; each but that to a variable and the copy of
 * an environment leaves all values as they are. Empty where there are none.
 */
export function refactorings(model: FileModel, request: RefactorRequest): readonly Offer[] {
  const { range, variables } = request;
  const place = placeAt(model, range);
  const spelling = spellingRewrites(model, range);
  const whole = convertFile(model, request);
  if (!place) return [...spelling, ...whole];
  const separable = separableEntry(place, request);
  return [
    ...spelling,
    ...extractVariable(place, range, variables),
    ...(model.source.notation === "json"
      ? []
      : [
          ...extractAnchor(place, range),
          ...inlineReferences(place),
          ...collectionStyles(place),
          ...stringStyles(place),
        ]),
    ...copyEnvironment(place, request),
    ...(separable ? [...splitFile(separable, request), ...joinFile(separable, request)] : []),
    ...whole,
  ];
}

/** URIs of the files that refactorings at a place read or would create. They are asked for before {@link refactorings}. */
export function filesForRefactorings(model: FileModel, request: AskedPlace): readonly string[] {
  const twins = request.isAsked ? twinsOf(model) : [];
  const place = placeAt(model, request.range);
  if (!place) return twins;
  const separable = separableEntry(place, request);
  const own = separable && (separable.file === undefined ? newFile(separable)?.uri : namedHere(separable));
  return [...twins, ...copiesOfFiles(place, request), ...(own === undefined ? [] : [own])];
}
