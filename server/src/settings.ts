import { KINDS, type Kind } from "./protocol.ts";

/** Severity a diagnostic can be set to. */
export type SeveritySetting = (typeof SEVERITY_SETTINGS)[number];

/** Every severity that a diagnostic can be set to, the least first. */
export const SEVERITY_SETTINGS = ["off", "hint", "info", "warning", "error"] as const;

/** Severities by diagnostic code, for the files that match a glob. */
export interface RuleOverride {
  readonly files: string;
  readonly rules: Readonly<Record<string, SeveritySetting>>;
}

/** How lists stand below their keys: as most of them do in the file, indented, or with the dashes in the column of the key. */
export type SequenceIndentation = "keep" | "indented" | "flush";

/** Settings of the section `tenantConfig`. */
export interface Settings {
  /** Kind of the files that match a glob, before every other question; `none` for files that are never ours. */
  readonly fileKinds: Readonly<Record<string, Kind | "none">>;
  /** Globs of the files that a schema of the team applies to, by path or URI of the schema. */
  readonly schemas: Readonly<Record<string, readonly string[]>>;
  /** Severity by diagnostic code. */
  readonly rules: Readonly<Record<string, SeveritySetting>>;
  /** Severity by diagnostic code for some files; later entries win. */
  readonly ruleOverrides: readonly RuleOverride[];
  /** Environment names beside development, staging, production and test. */
  readonly extraEnvironments: readonly string[];
  /** Environment variables for checks and previews; they win over `.env` files and the process. */
  readonly env: Readonly<Record<string, string>>;
  readonly format: {
    /** false: documents are not formatted, so that another formatter can do it. */
    readonly enable: boolean;
    /** How lists stand below their keys. */
    readonly sequenceIndentation: SequenceIndentation;
  };
  readonly generation: {
    /** Output folder of the generator; files in it are never ours. */
    readonly out: string;
  };
  /** Which hints stand beside values in the editor. */
  readonly inlayHints: InlayHintSettings;
}

/** Classes of hints; each can be switched off. */
export interface InlayHintSettings {
  /** Units of numbers, and amounts in larger units. */
  readonly units: boolean;
  /** Long durations in larger units. */
  readonly durations: boolean;
  /** What variables stand for. */
  readonly placeholders: boolean;
  /** Schedules in words. */
  readonly schedules: boolean;
  /** What aliases and merges bring in. */
  readonly merges: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  fileKinds: {},
  schemas: {},
  rules: {},
  ruleOverrides: [],
  extraEnvironments: [],
  env: {},
  format: { enable: true, sequenceIndentation: "keep" },
  generation: { out: "generated" },
  inlayHints: { units: true, durations: true, placeholders: true, schedules: true, merges: true },
};

/** Settings, and one sentence for each value that was not usable and fell back to its default. */
export interface ParsedSettings {
  readonly settings: Settings;
  readonly problems: readonly string[];
}

const SEVERITIES: readonly string[] = SEVERITY_SETTINGS;

/** Reads what a client sent for the section `tenantConfig`. Unknown keys are ignored; a bad value falls back key by key. */
export function parseSettings(input: unknown): ParsedSettings {
  const problems: string[] = [];
  const source = isRecord(input) ? input : {};
  if (input !== undefined && input !== null && !isRecord(input))
    problems.push("tenantConfig: expected an object of settings.");
  const settings: Settings = {
    fileKinds: entries(source.fileKinds, "fileKinds", isKindOrNone, `one of ${KINDS.join(", ")} or none`, problems),
    schemas: entries(source.schemas, "schemas", isGlobs, "a list of patterns", problems),
    rules: entries(source.rules, "rules", isSeverity, `one of ${SEVERITIES.join(", ")}`, problems),
    ruleOverrides: list(
      source.ruleOverrides,
      "ruleOverrides",
      (item, name) => ruleOverride(item, name, problems),
      problems,
    ),
    extraEnvironments: list(
      source.extraEnvironments,
      "extraEnvironments",
      (item, name) => text(item, name, problems),
      problems,
    ),
    env: entries(source.env, "env", isString, "text", problems),
    format: formatSettings(source.format, problems),
    generation: { out: generationOut(source.generation, problems) },
    inlayHints: switches(source.inlayHints, "inlayHints", DEFAULT_SETTINGS.inlayHints, problems),
  };
  return { settings, problems };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

function isGlobs(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((glob) => isString(glob) && glob !== "");
}

function isSeverity(value: unknown): value is SeveritySetting {
  return isString(value) && SEVERITIES.includes(value);
}

function isKindOrNone(value: unknown): value is Kind | "none" {
  return value === "none" || (KINDS as readonly unknown[]).includes(value);
}

function entries<T>(
  value: unknown,
  name: string,
  accepts: (value: unknown) => value is T,
  expected: string,
  problems: string[],
): Readonly<Record<string, T>> {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) {
    problems.push(`tenantConfig.${name}: expected an object.`);
    return {};
  }
  const good = Object.entries(value).filter((entry): entry is [string, T] => {
    if (accepts(entry[1])) return true;
    problems.push(`tenantConfig.${name}["${entry[0]}"]: expected ${expected}, found ${JSON.stringify(entry[1])}.`);
    return false;
  });
  return Object.fromEntries(good);
}

function list<T>(
  value: unknown,
  name: string,
  read: (item: unknown, name: string) => T | undefined,
  problems: string[],
): readonly T[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    problems.push(`tenantConfig.${name}: expected a list.`);
    return [];
  }
  return value
    .map((item, index) => read(item, `${name}[${index}]`))
    .filter((item): item is T & {} => item !== undefined);
}

function text(item: unknown, name: string, problems: string[]): string | undefined {
  if (isString(item) && item !== "") return item;
  problems.push(`tenantConfig.${name}: expected text, found ${JSON.stringify(item)}.`);
  return undefined;
}

function ruleOverride(item: unknown, name: string, problems: string[]): RuleOverride | undefined {
  if (!isRecord(item) || !isString(item.files) || item.files === "" || item.rules === undefined) {
    problems.push(`tenantConfig.${name}: expected an object with files (a glob) and rules.`);
    return undefined;
  }
  return {
    files: item.files,
    rules: entries(item.rules, `${name}.rules`, isSeverity, `one of ${SEVERITIES.join(", ")}`, problems),
  };
}

function generationOut(value: unknown, problems: string[]): string {
  const fallback = DEFAULT_SETTINGS.generation.out;
  if (value === undefined || value === null) return fallback;
  if (!isRecord(value)) {
    problems.push("tenantConfig.generation: expected an object.");
    return fallback;
  }
  const { out } = value;
  if (out === undefined || out === null) return fallback;
  return text(out, "generation.out", problems) ?? fallback;
}

/** A group of settings that are on or off. */
function switches<T extends { readonly [K in keyof T]: boolean }>(
  value: unknown,
  name: string,
  defaults: T,
  problems: string[],
): T {
  if (value === undefined || value === null) return defaults;
  if (!isRecord(value)) {
    problems.push(`tenantConfig.${name}: expected an object.`);
    return defaults;
  }
  const read = Object.entries(defaults).map(([key, fallback]) => {
    const given = value[key] ?? fallback;
    if (typeof given === "boolean") return [key, given];
    problems.push(`tenantConfig.${name}.${key}: expected true or false, found ${JSON.stringify(given)}.`);
    return [key, fallback];
  });
  return Object.fromEntries(read);
}

const SEQUENCE_INDENTATIONS: readonly string[] = ["keep", "indented", "flush"];

function isSequenceIndentation(value: unknown): value is SequenceIndentation {
  return isString(value) && SEQUENCE_INDENTATIONS.includes(value);
}

function formatSettings(value: unknown, problems: string[]): Settings["format"] {
  const fallback = DEFAULT_SETTINGS.format;
  if (value === undefined || value === null) return fallback;
  if (!isRecord(value)) {
    problems.push("tenantConfig.format: expected an object.");
    return fallback;
  }
  const { enable = fallback.enable, sequenceIndentation = fallback.sequenceIndentation } = value;
  const isBoolean = typeof enable === "boolean";
  if (!isBoolean) problems.push(`tenantConfig.format.enable: expected true or false, found ${JSON.stringify(enable)}.`);
  const isKnown = isSequenceIndentation(sequenceIndentation);
  if (!isKnown) {
    const expected = `one of ${SEQUENCE_INDENTATIONS.join(", ")}`;
    const found = JSON.stringify(sequenceIndentation);
    problems.push(`tenantConfig.format.sequenceIndentation: expected ${expected}, found ${found}.`);
  }
  return {
    enable: isBoolean ? enable : fallback.enable,
    sequenceIndentation: isKnown ? sequenceIndentation : fallback.sequenceIndentation,
  };
}
