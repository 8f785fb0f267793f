import type { CompletionItem } from "vscode-languageserver-types";
import { InsertTextFormat, InsertTextMode } from "vscode-languageserver-types";
import type { OffsetRange } from "../text/line-index.ts";
import type { KeyContext, ValueContext } from "../yaml/cursor-context.ts";
import type { CompletionAbout } from "./completion-about.ts";

/** What the editor can do with an item. */
export interface CompletionOptions {
  /** Tab stops and choices are understood. */
  readonly snippets: boolean;
  /** The editor asks for the documentation of an item when it shows it. */
  readonly resolvesDocumentation?: boolean;
  /** The editor knows `editor.action.triggerSuggest`: after a key that has listed values they are shown at once. */
  readonly triggerSuggest: boolean;
}

/** Where the cursor stands, as far as anything can be completed there. */
export type Place = KeyContext | ValueContext;

/** An item whose edit still counts in offsets. */
export interface Draft extends CompletionItem {
  /** What the documentation is about; it is written when it is needed. */
  readonly about?: CompletionAbout;
  readonly replace: OffsetRange;
  readonly newText: string;
}

/** What an item does to the text. */
export type DraftEdit = Pick<Draft, "replace" | "newText" | "insertTextFormat" | "insertTextMode" | "command">;

/** The edit that puts a text, plain or as a snippet, in place of what is typed already. */
export function draftEdit(place: { readonly replace: OffsetRange }, newText: string, snippet: boolean): DraftEdit {
  return {
    replace: place.replace,
    newText,
    insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
  };
}
