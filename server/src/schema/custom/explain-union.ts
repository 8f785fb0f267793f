import { meantBranches } from "./branches.ts";
import { isTypeFault } from "./evaluate.ts";
import type { Branch, Fault } from "./outcome.ts";
import { isSchemaObject, type SchemaObject, typesOf } from "./schema-object.ts";

/** true for a fault of `anyOf` or `oneOf`. */
export function isUnion(fault: Fault): fault is Fault & { readonly branches: readonly Branch[] } {
  return fault.branches !== undefined;
}

/** What a union has against a value, told by the branches that are meant. Undefined when the union has to speak for itself. */
export function explainUnion(fault: Fault & { readonly branches: readonly Branch[] }): readonly Fault[] | undefined {
  if (fault.count !== undefined) return undefined;
  const { place } = fault;
  const branches = fault.branches.flatMap(flattened);
  const meant = meantBranches(branches, place);
  if (meant.branches.length === 0) return [expectedTypes(fault, branches)];
  const deciding = meant.undecidedBy;
  if (deciding !== undefined) {
    const faults = meant.branches.flatMap((branch) =>
      branch.faults.filter((inner) => inner.place.outer === place && inner.place.step === deciding),
    );
    return [oneOfValues(faults)];
  }
  const [first] = meant.branches;
  if (!first) return undefined;
  if (meant.branches.every(isAboutValue)) return [oneOfValues(meant.branches.flatMap((branch) => branch.faults))];
  const isChoice = meant.branches.length > 1 && meant.branches.every((branch) => isAboutKeys(branch, fault));
  return isChoice ? undefined : first.faults;
}

/** A union within a branch counts as so many branches of the outer one, when it is all that the branch has against the value. */
function flattened(branch: Branch): readonly Branch[] {
  const [only, ...others] = branch.faults;
  if (only?.branches === undefined || others.length > 0 || only.count !== undefined || only.message !== undefined)
    return [branch];
  return only.branches.flatMap(flattened);
}

function isAboutValue({ faults }: Branch): boolean {
  return faults.length > 0 && faults.every(({ keyword }) => keyword === "const" || keyword === "enum");
}

function isAboutKeys({ faults }: Branch, { place }: Fault): boolean {
  return faults.every((fault) => fault.keyword === "required" && fault.place === place);
}

function oneOfValues(faults: readonly Fault[]): Fault {
  const values = faults.flatMap(({ schema }) => (schema.const === undefined ? (schema.enum ?? []) : [schema.const]));
  const [first] = faults;
  const place = first?.place ?? { outer: undefined, step: "", open: [] };
  return { keyword: "enum", schema: { enum: [...new Set(values)] }, place };
}

function expectedTypes({ place }: Fault, branches: readonly Branch[]): Fault {
  const types = branches.flatMap((branch) =>
    branch.faults.flatMap((fault) => (fault.place === place && isTypeFault(fault) ? expectedIn(fault.schema) : [])),
  );
  const schema: SchemaObject = types.length > 0 ? { type: [...new Set(types)] } : {};
  return { keyword: types.length > 0 ? "type" : "false", schema, place };
}

function expectedIn(schema: SchemaObject): readonly string[] {
  const own = typesOf(schema);
  if (own.length > 0) return own;
  return [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].filter(isSchemaObject).flatMap(expectedIn);
}
