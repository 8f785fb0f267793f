import type { Place } from "../place.ts";
import type { RuleContext } from "../rule-context.ts";

/** The name that is compared: `pci` is another spelling of `pci_dss`. */
export function canonicalFramework(name: string): string {
  return name === "pci" ? "pci_dss" : name;
}

/** The frameworks that a security or environment file lists, where they are known. */
export function listedFrameworks(file: Place | undefined): readonly Place[] {
  return (file?.get("compliance", "frameworks")?.items() ?? []).filter(({ text }) => text !== undefined);
}

/** Where a file lists a framework by its canonical name. */
export function listingOf(file: Place | undefined, framework: string): Place | undefined {
  return listedFrameworks(file).find(({ text = "" }) => canonicalFramework(text) === framework);
}

/**
 * Other files of the tenant whose frameworks are valid for the checked one: what the security file lists is valid for every environment, and
 * what an environment lists is valid for the files of the whole tenant.
 */
export function otherListings({ model, filesOf }: RuleContext): readonly Place[] {
  const kinds = model.kind === "environment" ? (["security"] as const) : (["security", "environment"] as const);
  return kinds.flatMap((kind) => filesOf(kind)).filter((file) => file.model.uri !== model.uri);
}
