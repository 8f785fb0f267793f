import * as l10n from "@vscode/l10n";
import picomatch from "picomatch";
import { KINDS, type Kind, type KindAnswer, type KindDecider } from "../protocol.ts";
import { joinWords, listWords } from "../schema/wording.ts";
import type { Settings } from "../settings.ts";
import type { OffsetRange } from "../text/line-index.ts";
import { BlockMap } from "../yaml/block.ts";
import { ownPair, stringValue } from "../yaml/navigate.ts";
import { keyText, type Node } from "../yaml/node.ts";
import { rootOf, type Source } from "../yaml/source.ts";
import { isExcluded, kindOfName } from "./file-names.ts";
import { type ForeignContent, foreignContentMessage, foreignNameMessage } from "./foreign-content.ts";

/** Where a file stands among the tenants; the workspace tells. */
export interface FileLocation {
  /** Decoded path relative to its workspace folder, `/` between the parts. */
  readonly path: string;
  /** true below TENANT_CONFIG_PATH or a folder named `tenants` or `tenant`. */
  readonly belowTenantsRoot: boolean;
  /** true when an ancestor folder within the workspace holds a tenant file. */
  readonly inTenantFolder: boolean;
}

const MODELINE_LINES = 10;

/** A comment that names the kind of its file. */
const KIND_COMMENT = /^#\s*tenant-config:\s*kind=([\w-]+)/;

/** Top-level keys that together are the signature of a kind (contract A.4); one of each inner list must be there. */
const SIGNATURES: Readonly<Record<Kind, readonly (readonly string[])[]>> = {
  tenant: [["tenant_id"], ["metadata"], ["environments", "billing"]],
  monitoring: [["prometheus"], ["alertmanager"]],
  security: [["authentication"], ["authorization"], ["encryption"]],
  environment: [["environment"], ["infrastructure"]],
  localization: [["default_locale"], ["supported_locales"]],
};

interface Question {
  readonly decider: KindDecider;
  /**
   * The kind, `none` for "not ours", or undefined when the question has no answer here; with a sentence either way. Hardly anybody reads it,
   * and the question is asked at each keystroke.
   */
  readonly ask: () => { readonly kind: Kind | "none" | undefined; readonly reason: () => string };
}

/** The kind of a file, by the questions of contract A.2 in order; the first answer wins. */
export function kindOf(source: Source, location: FileLocation, settings: Settings): KindAnswer {
  const questions: readonly Question[] = [
    { decider: "setting", ask: () => bySetting(location, settings) },
    { decider: "fileName", ask: () => byExclusion(location, settings) },
    { decider: "modeline", ask: () => byModeline(source) },
    { decider: "setting", ask: () => bySchemaSetting(location, settings) },
    { decider: "fileName", ask: () => byName(source, location) },
    { decider: "content", ask: () => byContent(source) },
  ];
  const reasons: (() => string)[] = [];
  for (const { decider, ask } of questions) {
    const { kind, reason } = ask();
    reasons.push(reason);
    if (kind !== undefined) return answer(kind === "none" ? undefined : kind, decider, reasons);
  }
  return answer(undefined, undefined, reasons);
}

function answer(
  kind: Kind | undefined,
  decidedBy: KindDecider | undefined,
  reasons: readonly (() => string)[],
): KindAnswer {
  return {
    kind,
    decidedBy,
    get reasons() {
      return reasons.map((reason) => reason()).filter((reason) => reason !== "");
    },
  };
}

function bySetting(location: FileLocation, settings: Settings): ReturnType<Question["ask"]> {
  for (const [glob, kind] of Object.entries(settings.fileKinds)) {
    if (!matchesGlob(location.path, glob)) continue;
    return {
      kind,
      reason: () => l10n.t`The setting tenantConfig.fileKinds gives files like "${glob}" the kind ${kind}.`,
    };
  }
  return { kind: undefined, reason: () => l10n.t`No entry of the setting tenantConfig.fileKinds matches this file.` };
}

/** true when the settings treat two paths alike: neither has a schema of the team, and both have the same kind by `fileKinds` or none. */
export function areAlikeBySettings(path: string, other: string, settings: Settings): boolean {
  const kindOfPath = (candidate: string): Kind | "none" | undefined =>
    Object.entries(settings.fileKinds).find(([glob]) => matchesGlob(candidate, glob))?.[1];
  const schemas = [path, other].flatMap((candidate) => schemasBySetting(candidate, settings));
  return schemas.length === 0 && kindOfPath(path) === kindOfPath(other);
}

/** Schemas that the setting gives to a path; each is a path or URI as it is written. */
export function schemasBySetting(path: string, settings: Settings): readonly string[] {
  return Object.entries(settings.schemas)
    .filter(([, globs]) => globs.some((glob) => matchesGlob(path, glob)))
    .map(([schema]) => schema);
}

function bySchemaSetting(location: FileLocation, settings: Settings): ReturnType<Question["ask"]> {
  const schemas = schemasBySetting(location.path, settings);
  if (schemas.length === 0) return { kind: undefined, reason: () => "" };
  return {
    kind: "none",
    reason: () => l10n.t`The setting tenantConfig.schemas gives the file the schema ${listWords(schemas)}.`,
  };
}

/** true when a path matches a glob; a glob without a slash is matched against the file name alone, as in .gitignore. */
export function matchesGlob(path: string, glob: string): boolean {
  const options = { dot: true, nocase: false, matchBase: !glob.includes("/") } as const;
  return picomatch.isMatch(path, glob.replace(/^\.?\//, ""), options);
}

function byExclusion(location: FileLocation, settings: Settings): ReturnType<Question["ask"]> {
  if (!isExcluded(location.path, settings.generation.out)) return { kind: undefined, reason: () => "" };
  return {
    kind: "none",
    reason: () => l10n.t`Schemas, dependencies, version control and generated files are never tenant files.`,
  };
}

function byModeline(source: Source): ReturnType<Question["ask"]> {
  const comments = commentsAtTop(source);
  const named = firstMatch(comments, KIND_COMMENT);
  const kind = KINDS.find((candidate) => candidate === named);
  if (kind) return { kind, reason: () => l10n.t`A comment at the top says kind=${kind}.` };
  if (named === "none") return { kind: "none", reason: () => l10n.t`A comment at the top says kind=none.` };
  const schema = named === undefined ? namedSchema(source)?.uri : undefined;
  if (schema === undefined)
    return { kind: undefined, reason: () => l10n.t`No comment or $schema at the top names a kind.` };
  const ours = kindOfSchema(schema);
  if (ours)
    return { kind: ours, reason: () => l10n.t`The file names the schema ${schema}, which is the kind ${ours}.` };
  return { kind: "none", reason: () => l10n.t`The file names the schema ${schema}, which is not one of ours.` };
}

/** The schema that a file names. */
export interface NamedSchema extends OffsetRange {
  readonly uri: string;
  /** true for a comment at the top, false for a key `$schema`. */
  readonly isComment: boolean;
}

/** The schema that the comments at the top say a file has, as a key `$schema` names it; undefined when they say nothing. */
export function schemaInComments(source: Source): string | undefined {
  const written = firstMatch(commentsAtTop(source), KIND_COMMENT);
  const kind = KINDS.find((candidate) => candidate === written);
  if (kind) return `tenant-config:${kind}`;
  const named = namedSchema(source);
  return named?.isComment ? named.uri : undefined;
}

/** The schema that a comment at the top or a key `$schema` names, with the place of its URI; undefined when none does. */
export function namedSchema(source: Source): NamedSchema | undefined {
  const { lines, text } = source;
  for (let line = 0; line < Math.min(MODELINE_LINES, lines.lineCount); line++) {
    const found = /^(\s*#\s*yaml-language-server:\s*\$schema=)(\S+)/.exec(lines.lineText(line));
    const [, before = "", uri] = found ?? [];
    const start = lines.lineStart(line) + before.length;
    if (uri !== undefined) return { uri, isComment: true, start, end: start + uri.length };
  }
  const key = text.includes("$schema") ? schemaKey(rootOf(source)) : undefined;
  const uri = stringValue(key);
  return key && uri !== undefined ? { uri, isComment: false, start: key.start, end: key.end } : undefined;
}

function commentsAtTop({ lines }: Source): readonly string[] {
  const comments: string[] = [];
  for (let line = 0; line < Math.min(MODELINE_LINES, lines.lineCount); line++) {
    const text = lines.lineText(line).trimStart();
    if (text.startsWith("#")) comments.push(text);
  }
  return comments;
}

function firstMatch(texts: readonly string[], pattern: RegExp): string | undefined {
  for (const text of texts) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

function schemaKey(root: Node | undefined): Node | undefined {
  return root?.kind === "map" ? ownPair(root, "$schema")?.value : undefined;
}

/** Kind whose schema a URI names: `tenant-config:<kind>` or a path that ends in `<kind>.schema.json`. */
export function kindOfSchema(uri: string): Kind | undefined {
  return KINDS.find(
    (kind) => uri === `tenant-config:${kind}` || uri === `${kind}.schema.json` || uri.endsWith(`/${kind}.schema.json`),
  );
}

function byName(source: Source, location: FileLocation): ReturnType<Question["ask"]> {
  const named = kindOfName(location.path);
  const name = location.path.slice(location.path.lastIndexOf("/") + 1);
  if (!named) return { kind: undefined, reason: () => l10n.t`The file name ${name} belongs to no kind.` };
  const foreign = foreignContent(source);
  if (foreign) return { kind: "none", reason: () => foreignNameMessage(foreign, name, named.kind) };
  if (named.certain)
    return {
      kind: named.kind,
      reason: () => l10n.t`Files named like ${name} are of the kind ${named.kind} wherever they stand.`,
    };
  const reason = amongTenantsMessage(source, location, name, named.kind);
  if (reason !== undefined) return { kind: named.kind, reason };
  return {
    kind: undefined,
    reason: () =>
      l10n.t`The file name ${name} suggests the kind ${named.kind}, but the file does not stand among tenants.`,
  };
}

/** Makes the sentence about a file with the name of a kind that stands among tenants; undefined when it does not. */
function amongTenantsMessage(
  source: Source,
  location: FileLocation,
  name: string,
  kind: Kind,
): (() => string) | undefined {
  if (location.belowTenantsRoot)
    return () =>
      l10n.t`The file is named ${name} and stands below the folder of the tenants, so it is of the kind ${kind}.`;
  if (location.inTenantFolder)
    return () => l10n.t`The file is named ${name} and stands in the folder of a tenant, so it is of the kind ${kind}.`;
  return signatureKinds(source).includes(kind)
    ? () => l10n.t`The file is named ${name} and its content agrees, so it is of the kind ${kind}.`
    : undefined;
}

function byContent(source: Source): ReturnType<Question["ask"]> {
  const foreign = foreignContent(source);
  if (foreign) return { kind: undefined, reason: () => foreignContentMessage(foreign) };
  const kinds = signatureKinds(source);
  const [kind] = kinds;
  if (kinds.length > 1)
    return { kind: undefined, reason: () => l10n.t`The content could be of the kinds ${joinWords(kinds, "and")}.` };
  if (!kind) return { kind: undefined, reason: () => l10n.t`The top-level keys are the signature of no kind.` };
  return { kind, reason: () => l10n.t`The top-level keys are those of the kind ${kind}.` };
}

/** What the content is when it certainly belongs to another tool; undefined otherwise. */
function foreignContent(source: Source): ForeignContent | undefined {
  const keys = topLevelKeys(source);
  if (keys.has("apiVersion") && keys.has("kind")) return "kubernetes";
  if (keys.has("openapi") || keys.has("swagger")) return "openapi";
  if (keys.has("services")) return "compose";
  if (keys.has("scrape_configs")) return "prometheus";
  if (keys.has("groups")) return "prometheusRules";
  if (keys.has("route")) return "alertmanager";
  if (
    holdsKey(rootOf(source), "prometheus", "prometheusSpec") ||
    holdsKey(rootOf(source), "alertmanager", "alertmanagerSpec")
  ) {
    return "helmValues";
  }
  return undefined;
}

function signatureKinds(source: Source): readonly Kind[] {
  const keys = topLevelKeys(source);
  const root = rootOf(source);
  return KINDS.filter((kind) => SIGNATURES[kind].every((group) => group.some((key) => keys.has(key)))).filter(
    (kind) => kind !== "environment" || isMapping(root, "environment"),
  );
}

function holdsKey(root: Node | undefined, parent: string, key: string): boolean {
  if (root?.kind !== "map") return false;
  const value = ownPair(root, parent)?.value;
  return value?.kind === "map" && ownPair(value, key) !== undefined;
}

function isMapping(root: Node | undefined, key: string): boolean {
  return root?.kind === "map" && ownPair(root, key)?.value.kind === "map";
}

/** Tells whether a mapping has a key. */
type Keys = Pick<ReadonlySet<string>, "has">;

const keysOfSources = new WeakMap<Source, Keys>();

function topLevelKeys(source: Source): Keys {
  const known = keysOfSources.get(source);
  if (known) return known;
  const root = rootOf(source);
  // A block of many keys knows them already.
  const keys = root instanceof BlockMap ? root : ownKeys(root);
  keysOfSources.set(source, keys);
  return keys;
}

function ownKeys(root: Node | undefined): Keys {
  const pairs = root?.kind === "map" ? root.pairs : [];
  return new Set(pairs.flatMap((pair) => keyText(pair.key) ?? []));
}
