import type { EffectivePreview, ValueOrigin } from "../../server/src/protocol.ts";

/** Type of the panels; their saved state is restored under this name. */
export const PREVIEW_VIEW_TYPE = "tenantConfig.effectivePreview";

/** Id of the element of the page that holds its {@link PageTexts} as JSON. */
export const PAGE_TEXTS_ID = "texts";

/** What the page says in the language of VS Code; `{0}` and `{1}` stand for values. */
export interface PageTexts {
  readonly noValues: string;
  readonly noValuesIn: string;
  readonly goTo: string;
  readonly line: string;
  readonly level: string;
  readonly item: string;
  readonly namedItem: string;
  readonly origins: Readonly<Record<Exclude<ValueOrigin, "written">, string>>;
}

/** A text of the page with its values in place. */
export function filled(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (placeholder, index) => String(values[Number(index)] ?? placeholder));
}

/** What the page of the effective configuration is told. */
export type ToPage =
  | {
      readonly type: "show";
      readonly revision: number;
      readonly file: string;
      readonly uri: string;
      readonly preview: EffectivePreview;
    }
  | { readonly type: "message"; readonly uri: string; readonly level: "info" | "error"; readonly text: string };

/** What the page tells. A line is named by its place in the preview of that revision, never by a path of the page's choice. */
export type FromPage =
  | { readonly type: "ready" }
  | { readonly type: "environment"; readonly name: string }
  | { readonly type: "reveal"; readonly revision: number; readonly line: number };

/** What survives a reload of the window. */
export interface PageState {
  readonly uri: string;
  readonly environment?: string;
  readonly scroll?: number;
}

/** Reads a message of the page; undefined when it is none. */
export function parseFromPage(message: unknown): FromPage | undefined {
  if (!isRecord(message)) return undefined;
  const { type, name, revision, line } = message;
  if (type === "ready") return { type };
  if (type === "environment" && typeof name === "string") return { type, name };
  if (type === "reveal" && typeof revision === "number" && typeof line === "number") return { type, revision, line };
  return undefined;
}

/** Reads the saved state of a page; undefined when it is none. */
export function parsePageState(state: unknown): PageState | undefined {
  if (!isRecord(state) || typeof state.uri !== "string") return undefined;
  return {
    uri: state.uri,
    ...(typeof state.environment === "string" && { environment: state.environment }),
    ...(typeof state.scroll === "number" && { scroll: state.scroll }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
