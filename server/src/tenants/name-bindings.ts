import { isSameName, type NameOccurrence, namesOf } from "./name-index.ts";
import type { TenantFile } from "./tenant-context.ts";

/** An occurrence of a name and the file that it stands in. */
export interface BoundOccurrence {
  readonly file: TenantFile;
  readonly occurrence: NameOccurrence;
}

/** All places of one name. */
export interface BoundName {
  readonly declarations: readonly BoundOccurrence[];
  readonly uses: readonly BoundOccurrence[];
  /** Files in which another declaration of an equal name would be the same name. */
  readonly scope: readonly TenantFile[];
}

/**
 * All places of the name that stands somewhere in one of the files; `files` may be those of a tenant or of more. A use means the
 * declarations of its own file and, when that has none, those of all others. So the security groups `app` of two environments are two
 * names, while a bucket that the tenant file refers to is one name in all environment files that declare it.
 */
export function bindName(
  files: readonly TenantFile[],
  file: Pick<TenantFile, "uri">,
  occurrence: NameOccurrence,
): BoundName {
  const holders = files
    .map((holder) => {
      const { declarations, uses } = namesOf(holder);
      const same = (other: NameOccurrence): boolean => isSameName(other, occurrence);
      return { file: holder, declarations: declarations.filter(same), uses: uses.filter(same) };
    })
    .filter(({ declarations, uses }) => declarations.length + uses.length > 0);
  const isShared = holders.some(({ declarations }) => declarations.length === 0);
  const bound = isShared ? holders : holders.filter((holder) => holder.file.uri === file.uri);
  const all = (which: "declarations" | "uses"): BoundOccurrence[] =>
    bound.flatMap((holder) => holder[which].map((found) => ({ file: holder.file, occurrence: found })));
  return {
    declarations: all("declarations"),
    uses: all("uses"),
    scope: isShared ? files : bound.map((holder) => holder.file),
  };
}
