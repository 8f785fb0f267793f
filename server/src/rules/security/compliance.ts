import * as l10n from "@vscode/l10n";
import type { Kind } from "../../protocol.ts";
import type { JsonValue, Operation } from "../../schema/problem.ts";
import { code } from "../../schema/wording.ts";
import type { Place } from "../place.ts";
import type { Report } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { listingOf, otherListings } from "./frameworks.ts";

/** A control that a framework asks for: a value of one kind of file. */
export interface Control {
  readonly kind: Kind;
  readonly path: readonly string[];
  /** Whether a written value is enough; undefined while that is not known. */
  readonly accepts: (value: Place, file: Place) => boolean | undefined;
  /** `fine` where the default, or having no such part, is enough. */
  readonly absent?: "fine";
  /** Number of steps of the path that have to be there; another control says it when they are not. */
  readonly within?: number;
  /** true for files that do not need the control, because another value does as much. */
  readonly isNeedless?: (file: Place) => boolean;
  /** What the fix writes; without it somebody has to decide. */
  readonly value?: JsonValue;
  /** What the fix does to a written value instead. */
  readonly operations?: (value: Place, file: Place) => readonly Operation[];
  /** false for a fix that nobody should make without a look. */
  readonly preferred?: false;
  /** What the framework asks for, in a whole sentence. */
  readonly sentence: () => string;
}

/** What the rules of a framework know about the other files of a tenant. */
export interface ComplianceFacts {
  /** Where another file lists the framework that is valid for the checked one as well. */
  readonly listing: Place | undefined;
}

/** Facts of a rule about a framework. */
export function complianceFacts(context: RuleContext, framework: string): ComplianceFacts {
  const listing = otherListings(context)
    .map((file) => listingOf(file, framework))
    .find((place) => place !== undefined);
  return { listing };
}

/** A framework that is valid for a file, and where it is listed. */
export interface Listed {
  readonly file: Place;
  /** In the file itself; undefined when another one lists it. */
  readonly own: Place | undefined;
  /** In another file of the tenant. */
  readonly elsewhere: Place | undefined;
  /** In the file itself, else in another one. */
  readonly place: Place;
}

/** Where a framework is listed; undefined when it is not valid for the file. */
export function listedFor(file: Place, framework: string, { listing }: ComplianceFacts): Listed | undefined {
  const own = listingOf(file, framework);
  const place = own ?? listing;
  return place && { file, own, elsewhere: listing, place };
}

/** Reports the controls that a file lacks or has switched off, each once, at the smallest place that is written. */
export function checkControls(listed: Listed, controls: readonly Control[], report: Report): void {
  const { kind } = listed.file.model;
  for (const control of controls) if (control.kind === kind) checkControl(listed, control, report);
}

function checkControl(listed: Listed, control: Control, report: Report): void {
  const { file } = listed;
  if (control.isNeedless?.(file)) return;
  let section = file;
  for (const [depth, step] of control.path.entries()) {
    const isLast = depth === control.path.length - 1;
    // What is switched off is not looked at, but for the flag that does it.
    if (section.isDisabled && !(isLast && step === "enabled")) return;
    const next = section.get(step);
    if (!next) {
      if (section.isMap && !section.has(step)) checkAbsent(listed, control, section, report);
      return;
    }
    if (isLast) checkWritten(listed, control, next, report);
    else if (!next.isMap) return;
    section = next;
  }
}

function checkAbsent(listed: Listed, control: Control, section: Place, report: Report): void {
  const depth = section.path.length;
  if (control.absent === "fine" || depth < (control.within ?? 0) || isRequired(listed.file, control.path[depth], depth))
    return;
  const at = depth > 0 ? section : (listed.own ?? listed.file);
  report(at, {
    message: messageOf(control, true),
    severity: "warning",
    ...relatedTo(listed, at),
    ...fixOf(control, control.value === undefined ? [] : [{ do: "set", path: control.path, value: control.value }]),
  });
}

/** A section that the schema asks for by itself. */
function isRequired(file: Place, key: string | undefined, depth: number): boolean {
  return depth === 0 && key !== undefined && (REQUIRED[file.model.kind]?.includes(key) ?? false);
}

const REQUIRED: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  security: ["authentication", "authorization", "encryption"],
  environment: ["infrastructure", "databases", "storage", "monitoring", "security"],
  tenant: ["environments", "features", "security", "billing"],
};

function checkWritten(listed: Listed, control: Control, value: Place, report: Report): void {
  // A key without a value is of the wrong type for its schema.
  if (value.isNull || value.isUnresolved || control.accepts(value, listed.file) !== false) return;
  const set: readonly Operation[] =
    control.value === undefined ? [] : [{ do: "set", path: value.path, value: control.value }];
  report(value, {
    message: messageOf(control, false),
    severity: "error",
    ...relatedTo(listed, value),
    ...fixOf(control, control.operations?.(value, listed.file) ?? set),
  });
}

function messageOf({ sentence, path, value }: Control, isAbsent: boolean): string {
  const key = path.join(".");
  if (value !== undefined && typeof value !== "object")
    return `${sentence()} ${l10n.t`Set \`${key}\` to ${code(value)}.`}`;
  return isAbsent && value !== undefined ? `${sentence()} ${l10n.t`Add \`${key}\`.`}` : sentence();
}

function relatedTo(listed: Listed, at: Place): Pick<Parameters<Report>[1], "related"> {
  if (at === listed.own) return {};
  return { related: [{ place: listed.place, message: l10n.t`The framework is listed here.` }] };
}

function fixOf(control: Control, operations: readonly Operation[]): Pick<Parameters<Report>[1], "fix"> {
  if (operations.length === 0) return {};
  const { path, value, preferred } = control;
  const key = path.join(".");
  const title =
    value === undefined || typeof value === "object"
      ? l10n.t`Complete \`${key}\``
      : l10n.t`Set \`${key}\` to ${code(value)}`;
  return {
    fix: { fix: "change", path: [], changes: [{ title, operations, ...(preferred === false && { preferred }) }] },
  };
}
