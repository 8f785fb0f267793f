import { KINDS, type Kind } from "../server/src/protocol.ts";
import { type Schema, typesOf } from "../server/src/schema/json-schema.ts";
import { resolve, schemaDocuments, schemaOf } from "../server/src/schema/registry.ts";
import {
  code,
  codes,
  commonTitle,
  descriptionWords,
  joined,
  slug,
  table,
  typeWords,
} from "./schema-reference-words.ts";

/** Places of a section that are listed; of more only the number is said. */
const MOST_PLACES = 6;

/** One mapping with fixed keys. A definition that is used in several places has one section. */
interface Section {
  readonly schema: Schema;
  readonly places: string[];
  /** Keys on the way from the top of the file. */
  readonly depth: number;
  heading: string;
}

/** The page that explains every key of a kind. */
export function referencePage(kind: Kind): string {
  const page = new ReferencePage(kind);
  return page.text();
}

class ReferencePage {
  readonly #kind: Kind;
  /** In the order of the page. The key of a definition is its reference, of other mappings the schema itself. */
  readonly #sections = new Map<unknown, Section>();

  constructor(kind: Kind) {
    this.#kind = kind;
    const root = schemaOf(kind);
    this.#sections.set(root, { schema: root, places: [], depth: 0, heading: "Top level" });
    this.#visitKeys(root, "", 0);
    this.#nameSections();
  }

  text(): string {
    const root = schemaOf(this.#kind);
    const intro = [
      `<!-- Generated from schemas/${this.#kind}.schema.json by scripts/generate-schemas.ts. Do not edit. -->`,
      `# ${root.title}`,
      root.description ?? "",
      "How to read this page, and the types that its tables link to: [README.md](README.md).",
    ];
    const sections = [...this.#sections.values()].map((section) => this.#section(section));
    return `${[...intro, this.#contents(), ...sections].join("\n\n")}\n`;
  }

  #visitKeys(schema: Schema, path: string, depth: number): void {
    for (const [key, child] of Object.entries(schema.properties ?? {})) {
      this.#visit(child, path === "" ? key : `${path}.${key}`, depth + 1);
    }
    const deciding = schema.discriminator?.propertyName;
    for (const branch of schema.oneOf ?? []) {
      const value = deciding === undefined ? undefined : branch.properties?.[deciding];
      const values = value?.enum ?? [value?.const];
      this.#visit(branch, `${path.replace(/\[\]$/, "")}[${deciding}=${values.join("|")}]`, depth + 1);
    }
    this.#visitOtherKeys(schema, path, depth);
  }

  #visitOtherKeys(schema: Schema, path: string, depth: number): void {
    const values = schema.additionalProperties;
    if (typeof values !== "object") return;
    const names = schema.propertyNames && resolve(schema.propertyNames);
    const placeholder = names?.["x-defines"] ?? names?.["x-refers"] ?? "name";
    this.#visit(values, `${path}.<${placeholder}>`, depth + 1);
  }

  /** Gives a mapping with keys of its own a section, also when it stands in a list or below free keys. */
  #visit(schema: Schema, path: string, depth: number): void {
    const target = resolve(schema);
    if (target.properties || target.oneOf) {
      const id = schema.$ref ?? schema;
      const known = this.#sections.get(id);
      if (known) {
        known.places.push(path);
        return;
      }
      const definition = this.#definition(schema.$ref) ?? target;
      this.#sections.set(id, { schema: definition, places: [path], depth, heading: definition.title ?? path });
      this.#visitKeys(target, path, depth);
    } else {
      // A mapping without keys of its own has no section: what its values say belongs to the key it stands at.
      this.#visitOtherKeys(target, path, depth - 1);
    }
    if (target.items) this.#visit(target.items, `${path}[]`, depth);
  }

  #definition(reference: string | undefined): Schema | undefined {
    const [, name] = /^#\/\$defs\/(\w+)$/.exec(reference ?? "") ?? [];
    return name === undefined ? undefined : schemaDocuments().get(`tenant-config:${this.#kind}`)?.$defs?.[name];
  }

  /** Headings that would be there twice, the title of the page included, are told apart by where they stand. */
  #nameSections(): void {
    const sections = [...this.#sections.values()];
    const titles = [schemaOf(this.#kind).title, ...sections.map((section) => section.heading)];
    for (const section of sections) {
      const isRepeated = titles.filter((title) => title === section.heading).length > 1;
      if (isRepeated) section.heading = `${section.heading}: ${code(section.places[0])}`;
    }
  }

  readonly #link = (schema: Schema): string | undefined => {
    const section = this.#sections.get(schema.$ref ?? schema);
    if (section === undefined || typesOf(resolve(schema)).length > 1) return undefined;
    return sectionLink(section);
  };

  #contents(): string {
    const top = [...this.#sections.values()].filter((section) => section.depth === 1);
    return top.map((section) => `- [${section.heading}](#${slug(section.heading)})`).join("\n");
  }

  #section(section: Section): string {
    const { schema, depth, heading } = section;
    const parts = [
      `${depth <= 1 ? "##" : "###"} ${heading}`,
      placesLine(section.places),
      depth === 0 ? "" : (schema.description ?? ""),
      schema.deprecated ? `**Deprecated.** ${schema.deprecationMessage ?? ""}` : "",
      this.#keysTable(schema),
      ...(schema.oneOf ? [this.#branches(schema)] : []),
      ...choices(schema),
      ...Object.entries(schema.properties ?? {}).map(([key, child]) => valuesList(key, child)),
    ];
    return parts.filter((part) => part !== "").join("\n\n");
  }

  #keysTable(schema: Schema): string {
    const rows = Object.entries(schema.properties ?? {}).map(([key, child]) => this.#row(schema, key, child));
    const values = schema.additionalProperties;
    if (typeof values === "object") {
      rows.push(["*other keys*", ...this.#row(schema, "", values).slice(1)]);
    } else if (values === true && rows.length > 0) {
      rows.push(["*other keys*", "anything", "", "", "", "Passed on unchanged."]);
    }
    return rows.length === 0 ? "" : table(["Key", "Type", "Required", "Default", "Unit", "Meaning"], rows);
  }

  #row(schema: Schema, key: string, child: Schema): readonly string[] {
    const target = resolve(child);
    const link = this.#sections.has(child.$ref ?? child) ? sectionLinkOf(this.#sections, child) : undefined;
    const type = typeWords(child, this.#link);
    return [
      code(key),
      // Besides a mapping the value may be something shorter: the link follows the words for all of it.
      link === undefined || type.includes(link) ? type : `${type} (${link})`,
      schema.required?.includes(key) ? "yes" : "",
      target.default === undefined ? "" : code(target.default),
      target["x-unit"] ?? (target.items && resolve(target.items)["x-unit"]) ?? "",
      descriptionWords(child),
    ];
  }

  #branches(schema: Schema): string {
    const key = schema.discriminator?.propertyName ?? "";
    const rows = (schema.oneOf ?? []).map((branch) => {
      const value = branch.properties?.[key];
      return [codes(value?.enum ?? [value?.const]), this.#link(branch) ?? "", value?.description ?? ""];
    });
    return `\`${key}\` decides which keys there are:\n\n${table([`\`${key}\``, "Keys", "Meaning"], rows)}`;
  }
}

function sectionLink(section: Section): string {
  return `[${section.schema.title}](#${slug(section.heading)})`;
}

function sectionLinkOf(sections: ReadonlyMap<unknown, Section>, schema: Schema): string | undefined {
  const section = sections.get(schema.$ref ?? schema);
  return section && sectionLink(section);
}

function placesLine(places: readonly string[]): string {
  const shown = places.slice(0, MOST_PLACES).map((place) => code(place));
  if (places.length > MOST_PLACES) return `At ${shown.join(", ")} and ${places.length - MOST_PLACES} more places.`;
  return shown.length === 0 ? "" : `At ${joined(shown, "and")}.`;
}

/** Which keys of a mapping need, exclude or replace each other. */
function choices(schema: Schema): readonly string[] {
  const branches = (schema.anyOf ?? []).map((branch) => branch.required ?? []);
  const pairs = (schema.allOf ?? []).flatMap((item) => (item.not?.required ? [item.not.required] : []));
  const needs = Object.entries(schema.dependentRequired ?? {});
  const groups = exclusiveGroups(pairs);
  const isWhole = (group: readonly string[]): boolean =>
    branches.length === group.length &&
    branches.every(([key, ...more]) => more.length === 0 && group.includes(key ?? ""));
  const atLeastOne = groups.some(isWhole) ? [] : branches.map(keyGroup);
  const lines = [
    ...(atLeastOne.length > 0 ? [`At least one of ${joined(atLeastOne, "or")}.`] : []),
    ...groups.map((group) => `${isWhole(group) ? "Exactly" : "At most"} one of ${joined(group.map(code), "or")}.`),
    ...needs.map(([key, others]) => `${code(key)} needs ${joined(others.map(code), "and")}.`),
  ];
  return lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join("\n")];
}

function keyGroup(keys: readonly string[]): string {
  const words = joined(keys.map(code), "and");
  return keys.length > 1 ? `(${words})` : words;
}

/** Joins pairs of keys that exclude each other into groups of which only one may be there. */
function exclusiveGroups(pairs: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const excludes = (a: string, b: string): boolean => pairs.some((pair) => pair.includes(a) && pair.includes(b));
  const keys = [...new Set(pairs.flat())];
  const groups: string[][] = [];
  for (const pair of pairs) {
    if (groups.some((group) => pair.every((key) => group.includes(key)))) continue;
    const group = [...pair];
    for (const key of keys) {
      if (!group.includes(key) && group.every((member) => excludes(member, key))) group.push(key);
    }
    groups.push(group);
  }
  return groups;
}

/** The allowed values of a key with their meanings; empty when any value will do or a common type lists them. */
function valuesList(key: string, schema: Schema): string {
  const holder = enumHolder(schema);
  if (!holder) return "";
  const lines = (holder.enum ?? []).map((value, index) => {
    const meaning = holder.enumDescriptions?.[index] ?? "";
    const old = holder["x-deprecated-values"]?.[String(value)];
    return `- ${code(value)}: ${meaning}${old === undefined ? "" : ` **Deprecated.** ${old}`}`;
  });
  return `Values of ${code(key)}:\n\n${lines.join("\n")}`;
}

function enumHolder(schema: Schema): Schema | undefined {
  if (schema.$ref?.startsWith("tenant-config:common#")) return undefined;
  const target = resolve(schema);
  if (target.enum) return target;
  const values = target.properties ? undefined : target.additionalProperties;
  for (const child of [target.items, values]) {
    const holder = typeof child === "object" ? enumHolder(child) : undefined;
    if (holder) return holder;
  }
  return undefined;
}

/** The page in front of the five: what the tables say, and the types they share. */
export function referenceReadme(): string {
  const kinds = KINDS.map((kind) => {
    const schema = schemaOf(kind);
    return `| [${schema.title}](${kind}.md) | ${schema.description} | [2020-12](../../schemas/${kind}.schema.json), [draft-07](../../schemas/draft-07/${kind}.schema.json) |`;
  });
  const common = schemaDocuments().get("tenant-config:common")?.$defs ?? {};
  const types = Object.entries(common).map(([name, schema]) => commonType(name, schema));
  return `${[INTRO, ["| Kind | What it says | JSON Schema |", "|---|---|---|", ...kinds].join("\n"), HOW_TO_READ, "## Types", ...types].join("\n\n")}\n`;
}

const INTRO = `<!-- Generated from schemas/ by scripts/generate-schemas.ts. Do not edit. -->

# Reference

Every key of the five kinds of tenant configuration files.`;

const HOW_TO_READ = `The draft-07 copies stand on their own and are meant for other editors and validators. These know neither placeholders
such as \`\${NAME}\` nor our formats, and they report every violation alike; the command line of this project does more.

## How to read the pages

- A section describes one mapping and says where it stands: \`a.b\` is the key \`b\` in \`a\`, \`a[]\` an item of the list \`a\`,
  \`a.<name>\` the value of any key in \`a\`, \`a[type=x]\` the variant of \`a\` whose \`type\` is \`x\`.
- *Default* is what holds when the key is absent.
- Every single value may be a placeholder: \`\${NAME}\` or \`\${NAME:-text}\` for a variable, \`{{tenant_id}}\` and its siblings for
  facts about the tenant.
- A key that is not listed is an error at the top level and a warning below. Keys starting with \`x-\` at the top level are yours.
- *Declares* and *refers to* say which names belong together: a value that refers to a role has to be declared as a role
  elsewhere in the tenant's files.`;

function commonType(name: string, schema: Schema): string {
  const parts = [
    `### ${commonTitle(name)}`,
    [schema.description, exampleLine(schema)].filter((part) => part !== "").join(" "),
    schema.enum ? valuesList("", schema).split("\n\n").slice(1).join("\n\n") : "",
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function exampleLine(schema: Schema): string {
  if (schema.enum || !schema.examples) return "";
  return `Examples: ${schema.examples.map(code).join(", ")}.`;
}
