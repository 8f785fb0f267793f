import type { JsonValue } from "../../schema/problem.ts";
import type { Control } from "./compliance.ts";
import { holding, isOn, isThere } from "./compliance-tests.ts";

/** Rights of the persons concerned, in security files. */
export const PRIVACY = ["compliance", "privacy_controls"];
/** Encryption of connections, in security files. */
export const TRAVELLING = ["encryption", "in_transit", "enabled"];
/** Encryption of connections, in tenant and environment files. */
export const SUMMARY_TRAVELLING = ["security", "encryption", "in_transit"];

/** What a new audit section records when the framework does not say. */
const USUAL_EVENTS = ["authentication", "authorization", "data_access", "configuration_change", "user_management"];

const AUDIT_ON = { kind: "security", path: ["audit", "enabled"], absent: "fine", accepts: isOn, value: true } as const;

/** Privacy controls that have to be true, with their sentences. */
export function privacyControls(
  names: readonly (readonly [name: string, sentence: () => string])[],
): readonly Control[] {
  return names.map(([name, sentence]) => ({
    kind: "security",
    path: [...PRIVACY, name],
    within: 2,
    accepts: isOn,
    value: true,
    sentence,
  }));
}

/** Encryption of stored data and of connections, wherever a file can switch it off. */
export function encryptionOn(stored: () => string, travelling: () => string): readonly Control[] {
  const on = { absent: "fine", accepts: isOn, value: true } as const;
  return [
    { kind: "security", path: ["encryption", "at_rest", "enabled"], ...on, sentence: stored },
    { kind: "security", path: TRAVELLING, ...on, sentence: travelling },
    ...(["tenant", "environment"] as const).flatMap((kind): Control[] => [
      { kind, path: ["security", "encryption", "at_rest"], ...on, sentence: stored },
      { kind, path: SUMMARY_TRAVELLING, ...on, sentence: travelling },
    ]),
  ];
}

/** An audit section that is there and on, with the retention of a new one, and records some events. */
export function audited(
  sentences: { readonly on: () => string; readonly events?: () => string },
  retention: JsonValue | undefined,
  needed: readonly string[] = [],
): readonly Control[] {
  const events = needed.length > 0 ? needed : USUAL_EVENTS;
  const section: JsonValue = { enabled: true, events, ...(retention !== undefined && { retention }) };
  const on: readonly Control[] = [
    { kind: "security", path: ["audit"], accepts: isThere, value: section, sentence: sentences.on },
    { ...AUDIT_ON, sentence: sentences.on },
  ];
  if (!sentences.events) return on;
  return [
    ...on,
    { kind: "security", path: ["audit", "events"], within: 1, ...holding(needed), sentence: sentences.events },
  ];
}

/** The audit log of an environment. */
export function logged(sentence: () => string): readonly Control[] {
  return [
    {
      kind: "environment",
      path: ["compliance", "audit_logging", "enabled"],
      absent: "fine",
      accepts: isOn,
      value: true,
      sentence,
    },
  ];
}
