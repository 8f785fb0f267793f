import * as l10n from "@vscode/l10n";
import { propertyOf, type Schemas, schemasAt } from "../schema/match.ts";
import { resolve } from "../schema/registry.ts";
import { code } from "../schema/wording.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { datePatternSample, type PatternDialect } from "../values/date-pattern-sample.ts";
import { scalarLanguage } from "../values/index.ts";
import { amountInLargerWords, bytesInWords, durationInLargerWords, unitWord } from "../values/quantity-words.ts";
import { parsePrometheusSize, parseSize } from "../values/size.ts";
import { nodeAt, stringValue } from "../yaml/navigate.ts";
import type { NodePath } from "../yaml/node.ts";

/** What a value means in words, by the language or the unit that the schemas name: `1095 days, which is 3 years`. */
export function valueInWords(
  model: FileModel,
  value: string | number | boolean,
  path: NodePath,
  schemas: Schemas,
): string | undefined {
  const unit = schemas.map((schema) => schema["x-unit"]).find((name) => name !== undefined);
  if (typeof value === "number" && unit !== undefined) return amountInWords(value, unit);
  const format = schemas.map((schema) => schema.format).find((name) => name !== undefined);
  if (format === undefined) return undefined;
  const language = scalarLanguage(format);
  const text = String(value);
  if (format === "date-pattern" || format === "time-pattern") return patternInWords(model, text, path);
  const words = language?.describe?.(text);
  if (language?.category === "duration") return joined(words, durationInLargerWords(text));
  if (language?.category === "size") return joined(words, sizeInWords(format, text));
  return words;
}

function amountInWords(value: number, unit: string): string {
  const word = unitWord(value, unit);
  return joined(`${value}${word === "%" ? "" : " "}${word}`, amountInLargerWords(value, unit)) ?? "";
}

function joined(words: string | undefined, larger: string | undefined): string | undefined {
  return words === undefined || larger === undefined || larger === words ? words : l10n.t`${words}, which is ${larger}`;
}

/** A size in a larger unit than bytes; undefined for a small one and for a text that is no size. */
function sizeInWords(format: string, text: string): string | undefined {
  const bytes = (format === "prometheus-size" ? parsePrometheusSize(text) : parseSize(text)) ?? 0;
  return bytes >= 1024 ? bytesInWords(bytes) : undefined;
}

/** A sample of a date or time pattern in the locale that its place belongs to. */
function patternInWords(model: FileModel, pattern: string, path: NodePath): string | undefined {
  const locale = localeAt(model, path);
  if (locale === undefined) return undefined;
  const sample = datePatternSample(pattern, dialectAt(model, path), locale);
  return sample === undefined ? undefined : l10n.t`${code(sample)} in \`${locale}\`, for example`;
}

/** The innermost key on the way to a place that is a locale by its schema. */
function localeAt(model: FileModel, path: NodePath): string | undefined {
  for (let length = path.length - 1; length >= 0; length--) {
    const schemas = schemasAt(model.schema, model.root, path.slice(0, length));
    const isLocale = schemas.some(({ propertyNames }) => propertyNames && resolve(propertyNames).format === "locale");
    if (isLocale) return String(path[length]);
  }
  return undefined;
}

/** The dialect of patterns at a place: what the nearest mapping around it that can choose one chooses, else its default. */
function dialectAt(model: FileModel, path: NodePath): PatternDialect {
  const key = "pattern_syntax";
  for (let length = path.length - 1; length >= 0; length--) {
    const around = path.slice(0, length);
    const choice = schemasAt(model.schema, model.root, around)
      .map((schema) => propertyOf(schema, key))
      .find(Boolean);
    if (!choice) continue;
    const chosen = stringValue(nodeAt(model.root, [...around, key])) ?? resolve(choice).default;
    return chosen === "cldr" ? "cldr" : "moment";
  }
  return "moment";
}

/** A schedule and where its times count. */
export interface Schedule {
  readonly expression: string;
  readonly timeZone: string;
}

/** The schedule that a value is, with the time zone of the sibling whose schema is one, else UTC. Undefined for other values. */
export function scheduleAt(model: FileModel, value: unknown, path: NodePath, schemas: Schemas): Schedule | undefined {
  const isSchedule = schemas.some(
    ({ format }) => format !== undefined && scalarLanguage(format)?.category === "schedule",
  );
  if (!isSchedule || typeof value !== "string") return undefined;
  const around = path.slice(0, -1);
  const zones = schemasAt(model.schema, model.root, around).flatMap(({ properties }) =>
    Object.entries(properties ?? {}).flatMap(([key, schema]) => {
      const resolved = resolve(schema);
      return resolved.format === "time-zone" ? [{ key, fallback: resolved.default }] : [];
    }),
  );
  const [zone] = zones;
  const written = zone && stringValue(nodeAt(model.root, [...around, zone.key]));
  const fallback = typeof zone?.fallback === "string" ? zone.fallback : "UTC";
  return { expression: value, timeZone: written ?? fallback };
}
