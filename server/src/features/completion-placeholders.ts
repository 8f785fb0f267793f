import * as l10n from "@vscode/l10n";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { FileModel } from "../tenants/file-model.ts";
import { TENANT_VARIABLE_MEANINGS } from "../tenants/placeholders.ts";
import { ORIGIN, originWords } from "../tenants/value-origins.ts";
import { type Draft, draftEdit, type Place } from "./completion-item.ts";

/**
 * Names for a placeholder that was begun at the cursor: variables of `.env` files and settings behind `${`, tenant variables
 * behind `{{`. Their values are not shown. Empty where no placeholder was begun.
 */
export function placeholderItems(model: FileModel, place: Place, offset: number): Draft[] {
  if (place.flow) return [];
  const { text } = model.source;
  const typed = text.slice(place.replace.start, offset);
  const rest = text.slice(offset, place.replace.end);
  const environment = /\$\{(?:env:)?(\w*)$/.exec(typed);
  if (environment) {
    // Names of the process environment are many and say nothing about the tenant.
    const names = [...model.context.variables].filter(([, variable]) => variable.from !== ORIGIN.process);
    const end = /^\w*/.exec(rest)?.[0].length ?? 0;
    const close = rest.startsWith("}", end) || rest.startsWith(":-", end) ? "" : "}";
    return names.map(([name, { from }]) =>
      item(place, offset - (environment[1] ?? "").length, offset + end, {
        name,
        detail: l10n.t`variable from ${originWords(from)}`,
        close,
      }),
    );
  }
  const variable = /^["'].*\{\{\s*(\w*)$|^[^"'{].*\{\{\s*(\w*)$/.exec(typed);
  if (!variable) return [];
  const end = /^\w*/.exec(rest)?.[0].length ?? 0;
  const close = /^\s*\}\}/.test(rest.slice(end)) ? "" : "}}";
  const start = offset - (variable[1] ?? variable[2] ?? "").length;
  return Object.entries(TENANT_VARIABLE_MEANINGS).map(([name, detail]) =>
    item(place, start, offset + end, { name, detail, close }),
  );
}

interface Name {
  readonly name: string;
  readonly detail: string;
  /** What ends the placeholder, when it has no end yet. */
  readonly close: string;
}

function item(place: Place, start: number, end: number, { name, detail, close }: Name): Draft {
  return {
    label: name,
    kind: CompletionItemKind.Variable,
    detail,
    ...draftEdit({ ...place, replace: { start, end } }, `${name}${close}`, false),
  };
}
