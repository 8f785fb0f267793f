import * as l10n from "@vscode/l10n";
import { CodeActionKind, type WorkspaceEdit } from "vscode-languageserver-types";
import { schemasAt } from "../../schema/match.ts";
import { type ResolvedSchema, resolve } from "../../schema/registry.ts";
import {
  ENVIRONMENT_NAME,
  environmentFile,
  environmentFileUri,
  environmentNameIn,
} from "../../tenants/environment-files.ts";
import type { FileModel } from "../../tenants/file-model.ts";
import { namesOf } from "../../tenants/name-index.ts";
import { canonicalName } from "../../tenants/names.ts";
import { environmentOf, environmentsOf, type TenantFile } from "../../tenants/tenant-context.ts";
import { baseName } from "../../tenants/uri-path.ts";
import { applyOffsetEdits, type OffsetEdit } from "../../text/offset-edit.ts";
import { keyText, type MapNode, type NodePath, type ScalarNode } from "../../yaml/node.ts";
import { parseSource } from "../../yaml/source.ts";
import { writeScalar } from "../../yaml/write-scalar.ts";
import { editOf, type Offer } from "../offer.ts";
import { entryCopy } from "./copy-entry.ts";
import { fileEdit } from "./file-edits.ts";
import { type Place, placesUp } from "./place.ts";
import { type AskedPlace, isMissing, type RefactorRequest } from "./request.ts";

/** Class of the names of environments in the schemas. */
const ENVIRONMENT = "environment";

const KIND = CodeActionKind.RefactorRewrite;

/** An entry of a mapping whose keys are names of environments. */
interface Entry {
  /** Path of the mapping. */
  readonly path: NodePath;
  readonly name: string;
  /** Name for a copy; undefined when every name that may stand there does. */
  readonly free: string | undefined;
  /** true when the entry declares the environment; false when it uses one that another place declares. */
  readonly declares: boolean;
}

/**
 * Offers to add an environment as a copy of the one at a place: of its entry, also together with the file that describes it; or, in such a
 * file, of the file, together with the entry that has to agree. Empty elsewhere.
 */
export function copyEnvironment(place: Place, request: RefactorRequest): readonly Offer[] {
  const entry = entryAt(place, request);
  return entry ? entryOffers(place.model, entry, request) : fileOffers(place, request);
}

/** URIs of files that {@link copyEnvironment} would create. */
export function copiesOfFiles(place: Place, request: AskedPlace): readonly string[] {
  const entry = entryAt(place, request);
  const uri = entry ? filesOf(place.model, entry)?.uri : describedHere(place, request)?.uri;
  return uri === undefined ? [] : [uri];
}

function entryAt(place: Place, { range, isAsked }: AskedPlace): Entry | undefined {
  const { model } = place;
  const offset = place.source.lines.offsetAt(range.start);
  for (const { path, pair, parent } of placesUp(place)) {
    if (!pair || parent?.kind !== "map" || offset < pair.start || offset > Math.max(pair.end, pair.key.end)) continue;
    const mapPath = path.slice(0, -1);
    const names = namesIn(model, mapPath);
    if (!names) continue;
    const isOnKey = offset <= pair.key.end;
    const name = keyText(pair.key);
    if ((!isOnKey && !isAsked) || name === undefined) return undefined;
    return { path: mapPath, name, free: freeName(model, parent, names), declares: names["x-defines"] === ENVIRONMENT };
  }
  return undefined;
}

/** Schema of the keys of a mapping, when they are names of environments. */
function namesIn(model: FileModel, path: NodePath): ResolvedSchema | undefined {
  for (const schema of schemasAt(model.schema, model.root, path)) {
    const names = schema.propertyNames && resolve(schema.propertyNames);
    if (names && (names["x-defines"] === ENVIRONMENT || names["x-refers"] === ENVIRONMENT)) return names;
  }
  return undefined;
}

/** The next name that is not there: one that the tenant has elsewhere, then the usual ones. Undefined when all are there. */
function freeName(model: FileModel, map: MapNode, names: ResolvedSchema): string | undefined {
  const taken = new Set(map.pairs.map(({ key }) => canonicalName(ENVIRONMENT, keyText(key) ?? "")));
  const isFree = (candidate: string): boolean => !taken.has(canonicalName(ENVIRONMENT, candidate));
  const known = namesElsewhere(model, names).find(isFree);
  if (known !== undefined || names["x-refers"] === ENVIRONMENT) return known;
  return usualNames(model, names).find(isFree);
}

/** Names of environments that the tenant has, as far as a schema and the settings know them: those misspelt are not spread. */
function namesElsewhere(model: FileModel, schema: ResolvedSchema): readonly string[] {
  const usual = new Set(usualNames(model, schema));
  return environmentsOf(model.context).filter((name) => !schema.enum || usual.has(name));
}

/** Names that a schema lists, without other spellings, and those of the settings. */
function usualNames({ settings }: FileModel, schema: ResolvedSchema): readonly string[] {
  const others = schema["x-enum-aliases"] ?? {};
  const listed = (schema.enum ?? []).filter((name) => typeof name === "string" && !Object.hasOwn(others, name));
  return [...listed.map(String), ...settings.extraEnvironments];
}

function entryOffers(model: FileModel, entry: Entry, request: RefactorRequest): readonly Offer[] {
  const { path, name, free, declares } = entry;
  if (free === undefined) {
    const title = l10n.t`Copy the environment \`${name}\``;
    const disabled = declares
      ? l10n.t`Every environment that may stand here does. More names come from the setting tenantConfig.extraEnvironments.`
      : l10n.t`Every environment of the tenant stands here.`;
    return [{ title, kind: KIND, disabled, edit: () => undefined }];
  }
  const edits = (): readonly OffsetEdit[] => entryCopy(model.source, path, name, free) ?? [];
  const title = l10n.t`Copy the environment \`${name}\` to \`${free}\``;
  const offers: Offer[] = [{ title, kind: KIND, isExpensive: true, edit: () => editOf(model, edits()) }];
  const files = filesOf(model, entry);
  if (!files || !request.createsFiles || !isMissing(request, files.uri)) return offers;
  const edit = (): WorkspaceEdit | undefined => {
    const [own, text] = [edits(), copiedFile(files.file, files.node, free)];
    if (own.length === 0 || text === undefined) return undefined;
    return fileEdit({ created: { uri: files.uri, text }, changed: [{ ...model, edits: own }] });
  };
  const both = l10n.t`Copy the environment \`${name}\` to \`${free}\`, with its file \`${baseName(files.uri)}\``;
  return [...offers, { title: both, kind: KIND, isExpensive: true, edit }];
}

interface Described {
  /** The file that describes the environment. */
  readonly file: TenantFile;
  readonly node: ScalarNode;
  readonly to: string;
  /** URI of the copy. */
  readonly uri: string;
}

/** The file that describes the environment of an entry, where the entry is what declares it and the new name has no such file. */
function filesOf(model: FileModel, { name, free, declares }: Entry): Described | undefined {
  const file = declares && free !== undefined ? environmentFile(model.context, name) : undefined;
  if (!file || free === undefined || environmentFile(model.context, free)) return undefined;
  return describedAs(file, free);
}

function describedAs(file: TenantFile, to: string): Described | undefined {
  const node = environmentNameIn(file);
  const uri = node && environmentFileUri(file.uri, String(node.value), to);
  return node && uri !== undefined ? { file, node, to, uri } : undefined;
}

/** The environment that the file of a place describes, with a name that no file of the tenant describes. */
function describedHere({ model, path }: Place, { isAsked }: AskedPlace): Described | undefined {
  const isThere = ENVIRONMENT_NAME.slice(0, path.length).every((step, index) => step === path[index]);
  if ((!isThere || path.length === 0) && !isAsked) return undefined;
  const node = environmentNameIn(model);
  if (!node) return undefined;
  const described = new Set(model.context.files.filter((file) => environmentNameIn(file)).map(environmentOf));
  const isFree = (name: string): boolean => !described.has(canonicalName(ENVIRONMENT, name));
  const [schema] = schemasAt(model.schema, model.root, ENVIRONMENT_NAME).filter((candidate) => candidate.enum);
  const names = schema ? [...namesElsewhere(model, schema), ...usualNames(model, schema)] : [];
  const to = names.find(isFree);
  return to === undefined ? undefined : describedAs(model, to);
}

function fileOffers(place: Place, request: RefactorRequest): readonly Offer[] {
  const described = describedHere(place, request);
  if (!described || !request.createsFiles || !isMissing(request, described.uri)) return [];
  const { file, node, to, uri } = described;
  const declaring = declarationOf(place.model, String(node.value), to);
  const name = baseName(uri);
  const title = declaring
    ? l10n.t`Copy this environment to the new file \`${name}\`, with its entry in \`${baseName(declaring.file.uri)}\``
    : l10n.t`Copy this environment to the new file \`${name}\``;
  const edit = (): WorkspaceEdit | undefined => {
    const text = copiedFile(file, node, to);
    if (text === undefined) return undefined;
    if (!declaring) return fileEdit({ created: { uri, text } });
    const edits = entryCopy(declaring.file.source, declaring.path, declaring.name, to);
    return edits && fileEdit({ created: { uri, text }, changed: [{ ...declaring.file, edits }] });
  };
  return [{ title, kind: KIND, isExpensive: true, edit }];
}

/** Where a file of the tenant declares an environment, when none declares another one yet. */
function declarationOf(
  { context }: FileModel,
  from: string,
  to: string,
): { readonly file: TenantFile; readonly path: NodePath; readonly name: string } | undefined {
  const wanted = canonicalName(ENVIRONMENT, from);
  if (environmentsOf(context).includes(canonicalName(ENVIRONMENT, to))) return undefined;
  for (const file of context.files) {
    const declaration = namesOf(file).declarations.find(
      ({ nameClass, name }) => nameClass === ENVIRONMENT && canonicalName(ENVIRONMENT, name) === wanted,
    );
    if (declaration) return { file, path: declaration.path.slice(0, -1), name: declaration.name };
  }
  return undefined;
}

/** The text of a file with another name of its environment; undefined for one with faults or whose name stands behind an alias. */
function copiedFile({ source }: TenantFile, node: ScalarNode, to: string): string | undefined {
  const newText =
    node.style === "single"
      ? `'${to}'`
      : node.style === "double"
        ? JSON.stringify(to)
        : writeScalar(to, source.notation);
  const text = applyOffsetEdits(source.text, [{ start: node.start, end: node.end, newText }]);
  return parseSource(text, source.notation).file.problems.length > source.file.problems.length ? undefined : text;
}
