import type { OffsetEdit } from "../text/offset-edit.ts";
import type { Source } from "../yaml/source.ts";

/** One way to change a document: what it is called, and what it does. */
export interface Proposal {
  readonly title: string;
  readonly edits: readonly OffsetEdit[];
  /** What changes in other files of the tenant. */
  readonly others?: readonly { readonly uri: string; readonly source: Source; readonly edits: readonly OffsetEdit[] }[];
  /** false for a proposal that an editor should not choose by itself. */
  readonly preferred?: boolean;
}
