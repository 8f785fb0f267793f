import * as l10n from "@vscode/l10n";
import type { EffectiveLine, EffectivePreview, ValueOrigin } from "../protocol.ts";
import { typesOf } from "../schema/json-schema.ts";
import { childSchema, childSchemas, type Schemas, schemasAt } from "../schema/match.ts";
import { resolve } from "../schema/registry.ts";
import { listWords } from "../schema/wording.ts";
import { canonicalEnvironment } from "../tenants/environment-names.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { MASK, maskUrlPassword, namesSecret } from "../tenants/masking.ts";
import { isSecretReference, placeholderName, resolvePieces, withTenantVariables } from "../tenants/placeholders.ts";
import { environmentsOf, placeholderValues } from "../tenants/tenant-context.ts";
import { ORIGIN, originWords } from "../tenants/value-origins.ts";
import { effectivePairs } from "../yaml/navigate.ts";
import { dereference, type MapNode, type Node, type NodePath, type PairNode, type ScalarNode } from "../yaml/node.ts";
import { toValue } from "../yaml/value.ts";
import { writeKey, writeScalar } from "../yaml/write-scalar.ts";

/** Most lines of a preview; the rest is said to be left out. */
const MAXIMUM_LINES = 100_000;

/** The configuration of a file as it is in one environment: aliases, merges, tenant variables and known variables resolved, secrets masked. */
export function effectivePreview(model: FileModel, chosen?: string): EffectivePreview {
  const environments = environmentsOf(model.context);
  const environment = chosen === undefined ? environments[0] : canonicalEnvironment(chosen);
  const problems: string[] = [];
  if (chosen !== undefined && environment !== undefined && !environments.includes(environment)) {
    problems.push(
      environments.length === 0
        ? l10n.t`The tenant has no environment \`${chosen}\`; it has none.`
        : l10n.t`The tenant has no environment \`${chosen}\`; it has ${listWords(environments)}.`,
    );
  }
  const broken = model.source.file.problems.filter((problem) => problem.severity === "error").length;
  if (broken > 0)
    problems.push(
      broken === 1
        ? l10n.t`The file has ${broken} syntax error; the preview shows what could be read.`
        : l10n.t`The file has ${broken} syntax errors; the preview shows what could be read.`,
    );
  const writer = new PreviewWriter(model, environment);
  if (model.root) {
    const expanded = toValue(model.root);
    if ("failure" in expanded)
      problems.push(l10n.t`The aliases of this file never end or expand to too much, so it can not be shown.`);
    else writer.write(model.root);
  }
  if (writer.isCut) problems.push(l10n.t`Only the first ${MAXIMUM_LINES} lines are shown.`);
  return { uri: model.uri, kind: model.kind, environments, environment, lines: writer.lines, problems };
}

interface Place {
  /** Level of the content; the dash of an item stands one level to the left. */
  readonly level: number;
  readonly key: string | undefined;
  readonly item: boolean;
  readonly path: NodePath;
  readonly schemas: Schemas;
  /** How the value got here, when it is not written in place. */
  readonly via: { readonly origin: ValueOrigin; readonly note: string } | undefined;
  /** Node of the key, the place of lines that only open a mapping or list. */
  readonly keyNode: Node | undefined;
}

class PreviewWriter {
  readonly lines: EffectiveLine[] = [];
  isCut = false;
  readonly #model: FileModel;
  readonly #environment: string | undefined;
  /** How a merged value got to its place. */
  readonly #merged = { origin: "merge", note: l10n.t`merged with <<` } as const;

  constructor(model: FileModel, environment: string | undefined) {
    this.#model = model;
    this.#environment = environment;
  }

  write(root: Node): void {
    const schemas = schemasAt(this.#model.schema, root, []);
    this.#node(root, { level: 0, key: undefined, item: false, path: [], schemas, via: undefined, keyNode: undefined });
  }

  #node(node: Node, place: Place): void {
    if (this.lines.length >= MAXIMUM_LINES) {
      this.isCut = true;
      return;
    }
    const target = dereference(node);
    const via =
      node.kind === "alias" ? ({ origin: "alias", note: l10n.t`from the anchor &${node.name}` } as const) : place.via;
    if (!target || target.kind === "alias") this.#line(node, place, "null", "unresolved", l10n.t`no such anchor`);
    else if (target.kind === "scalar") this.#scalar(target, { ...place, via });
    else if (target.kind === "map") this.#map(target, { ...place, via });
    else this.#sequence(target.items, target, { ...place, via });
  }

  #map(map: MapNode, place: Place): void {
    const pairs = [...effectivePairs(map)].filter(([key]) => this.#isInEffect([...place.path, key]));
    if (pairs.length === 0) {
      this.#line(map, place, "{}", place.via?.origin ?? "written", place.via?.note);
      return;
    }
    const opens = place.key !== undefined;
    if (opens) this.#line(place.keyNode ?? map, place, undefined, place.via?.origin ?? "written", place.via?.note);
    const own = new Set<PairNode>(map.pairs);
    pairs.forEach(([key, pair], index) => {
      const merged = own.has(pair) ? place.via : this.#merged;
      this.#node(pair.value, {
        level: opens ? place.level + 1 : place.level,
        key: this.#canonicalKey(key, place.schemas),
        item: !opens && place.item && index === 0,
        path: [...place.path, key],
        schemas: childSchemas(place.schemas, key, pair.value),
        via: merged,
        keyNode: pair.key,
      });
    });
  }

  #sequence(items: readonly Node[], node: Node, place: Place): void {
    if (items.length === 0) {
      this.#line(node, place, "[]", place.via?.origin ?? "written", place.via?.note);
      return;
    }
    const isRoot = place.path.length === 0;
    if (!isRoot) this.#line(place.keyNode ?? node, place, undefined, place.via?.origin ?? "written", place.via?.note);
    items.forEach((item, index) => {
      this.#node(item, {
        level: place.level + 2,
        key: undefined,
        item: true,
        path: [...place.path, index],
        schemas: childSchemas(place.schemas, index, item),
        via: place.via,
        keyNode: undefined,
      });
    });
  }

  /** Keys that begin with `x-` hold nothing but anchors; of the environments of a tenant file only the chosen one is in effect. */
  #isInEffect(path: NodePath): boolean {
    if (path.length === 1 && String(path[0]).startsWith("x-")) return false;
    if (this.#model.kind !== "tenant" || path.length !== 2 || path[0] !== "environments") return true;
    return this.#environment === undefined || canonicalEnvironment(String(path[1])) === this.#environment;
  }

  #canonicalKey(key: string, parents: Schemas): string {
    for (const parent of parents) {
      const child = childSchema(parent, key);
      const names = parent.propertyNames && resolve(parent.propertyNames);
      const canonical = (child && resolve(child)["x-alias"]) ?? names?.["x-enum-aliases"]?.[key];
      if (canonical !== undefined) return canonical;
    }
    return key;
  }

  #scalar(node: ScalarNode, place: Place): void {
    const secret = this.#isSecret(place);
    if (typeof node.value !== "string") {
      if (secret && node.value !== null) this.#line(node, place, MASK, "secret", l10n.t`a secret, hidden`);
      else this.#line(node, place, writeScalar(node.value), place.via?.origin ?? "written", place.via?.note);
      return;
    }
    const shown = this.#resolve(node.value, place, secret);
    this.#line(node, place, shown.text, shown.origin, shown.note);
  }

  #resolve(
    text: string,
    place: Place,
    secret: boolean,
  ): { text: string; origin: ValueOrigin; note: string | undefined } {
    const values = placeholderValues(this.#model.context, this.#model, place.path, this.#environment);
    if (isSecretReference(text)) {
      const shown = writeScalar(withTenantVariables(text, values));
      return { text: shown, origin: "secret", note: l10n.t`a secret, filled in at deployment` };
    }
    const pieces = resolvePieces(text, values);
    const placeholders = pieces.flatMap((piece) =>
      piece.placeholder && piece.placeholder.kind !== "escape" ? [{ ...piece, placeholder: piece.placeholder }] : [],
    );
    const unresolved = placeholders
      .filter((piece) => piece.text === undefined)
      .map((piece) => placeholderName(piece.placeholder));
    const note = placeholders
      .map((piece) =>
        piece.text === undefined
          ? l10n.t`${placeholderName(piece.placeholder)} is not known here`
          : l10n.t`${placeholderName(piece.placeholder)} from ${originWords(piece.from ?? "")}`,
      )
      .join("; ");
    const resolved = pieces
      .map((piece) => piece.text ?? text.slice(piece.placeholder?.start, piece.placeholder?.end))
      .join("");
    if (secret && unresolved.length === 0)
      return { text: MASK, origin: "secret", note: note === "" ? l10n.t`a secret, hidden` : note };
    if (unresolved.length > 0) return { text: writeScalar(resolved), origin: "unresolved", note };
    const canonical = place.schemas
      .map((schema) => schema["x-enum-aliases"]?.[resolved])
      .find((value) => value !== undefined);
    const origin = originOf(placeholders) ?? place.via?.origin ?? "written";
    const ownNote = note === "" ? place.via?.note : note;
    const shown = maskUrlPassword(canonical ?? resolved);
    const isWhole = pieces.length === 1 && placeholders.length === 1;
    return {
      text: isWhole && isReadAsNumberOrBoolean(shown, place.schemas) ? shown : writeScalar(shown),
      origin,
      note: canonical === undefined ? ownNote : l10n.t`written as ${resolved}`,
    };
  }

  #isSecret(place: Place): boolean {
    if (place.schemas.some((schema) => schema["x-secret"] === true)) return true;
    const isFree = place.schemas.every((schema) => schema.description === undefined);
    return isFree && namesSecret(place.key ?? "");
  }

  #line(node: Node, place: Place, value: string | undefined, origin: ValueOrigin, note: string | undefined): void {
    const position = this.#model.source.lines.positionAt(node.start);
    this.lines.push({
      level: place.item ? place.level - 1 : place.level,
      item: place.item,
      key: place.key === undefined ? undefined : writeKey(place.key),
      value,
      origin,
      note,
      source: { uri: this.#model.uri, ...position },
    });
  }
}

/** A placeholder in place of a number or boolean stands for one, not for its text. */
function isReadAsNumberOrBoolean(text: string, schemas: Schemas): boolean {
  const types = schemas.flatMap(typesOf);
  if (types.includes("string")) return false;
  if (types.includes("boolean") && (text === "true" || text === "false")) return true;
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  return isNumber && (types.includes("integer") || types.includes("number"));
}

function originOf(
  placeholders: readonly { readonly placeholder: { readonly kind: string }; readonly from: string | undefined }[],
): ValueOrigin | undefined {
  if (placeholders.some((piece) => piece.placeholder.kind === "environment")) {
    return placeholders.every((piece) => piece.from === ORIGIN.default) ? "default" : "environment";
  }
  return placeholders.length > 0 ? "variable" : undefined;
}

/** A preview as YAML text, each line's origin in a comment behind it. */
export function effectiveText(preview: EffectivePreview): string {
  const rows = preview.lines.map((line) => ({ text: lineText(line), note: commentOf(line) }));
  const width = Math.min(60, Math.max(0, ...rows.filter((row) => row.note !== "").map((row) => row.text.length)));
  return rows.map(({ text, note }) => (note === "" ? text : `${text.padEnd(width)}  # ${note}`)).join("\n");
}

/** One line as YAML text without its note. */
export function lineText(line: EffectiveLine): string {
  const indentation = "  ".repeat(line.level);
  const key = line.key === undefined ? "" : `${line.key}:${line.value === undefined ? "" : " "}`;
  return `${indentation}${line.item ? "- " : ""}${key}${line.value ?? ""}`.trimEnd();
}

function commentOf(line: EffectiveLine): string {
  const place = line.source.line + 1;
  if (line.note !== undefined) return l10n.t`${line.note} (line ${place})`;
  return line.value === undefined ? "" : l10n.t`line ${place}`;
}
