import { resolvePieces } from "../../tenants/placeholders.ts";
import { placeholderValues } from "../../tenants/tenant-context.ts";
import type { Place } from "../place.ts";

/** A value as it is compared with one of another environment: its placeholders replaced as far as they are known. */
export interface ComparableText {
  readonly text: string;
  /** Names of the placeholders that each deployment may fill differently, known or not. */
  readonly variables: readonly string[];
}

/** A value as it is compared with one of another environment; undefined for none, and for what only its environment knows. */
export function comparableText(place: Place | undefined): ComparableText | undefined {
  if (place?.node.kind !== "scalar" || place.node.value === null) return undefined;
  const { value } = place.node;
  if (typeof value !== "string") return { text: String(value), variables: [] };
  const pieces = resolvePieces(value, placeholderValues(place.model.context, place.model, place.path));
  const variables: string[] = [];
  let text = "";
  let offset = 0;
  for (const { placeholder, text: known } of pieces) {
    const end = placeholder?.end ?? offset + (known ?? "").length;
    if (placeholder && placeholder.kind !== "environment" && known === undefined) return undefined;
    if (placeholder?.kind === "environment") variables.push(placeholder.name);
    text += known ?? value.slice(offset, end);
    offset = end;
  }
  return { text, variables };
}
