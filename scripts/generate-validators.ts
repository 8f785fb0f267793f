/**
 * Compiles the five schemas with ajv into plain functions, so that the server loads no compiler and evaluates no code.
 * Writes one module per kind to server/src/schema/generated/.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { _ } from "ajv/dist/compile/codegen/index.js";
import standalone from "ajv/dist/standalone/index.js";
import { KINDS } from "../server/src/protocol.ts";
import { loadSchema, schemaOf } from "../server/src/schema/registry.ts";
import { deprecatedWords } from "./deprecated-words.ts";
import { lateLanguages } from "./late-languages.ts";
import { VOCABULARY } from "./schema-vocabulary.ts";

const root = new URL("../", import.meta.url);
const target = new URL("server/src/schema/generated/", root);

/** ajv publishes CommonJS: for an ES module its default export is one level deeper, which its types do not say. */
const standaloneCode: typeof standalone =
  "default" in standalone ? (standalone.default as typeof standalone) : standalone;

/** Keywords that only people read; the compiled code would carry them along as data. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  "title",
  "description",
  "default",
  "examples",
  "deprecated",
  ...VOCABULARY,
]);

function readSchema(name: string): { $id: string } {
  const text = readFileSync(new URL(`schemas/${name}.schema.json`, root), "utf8");
  return withoutAnnotations(JSON.parse(text)) as { $id: string };
}

/** A schema without annotations. `names` is true inside maps whose keys are names and not keywords. */
function withoutAnnotations(value: unknown, names = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutAnnotations(item));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => names || !ANNOTATIONS.has(key));
  return Object.fromEntries(kept.map(([key, child]) => [key, withoutAnnotations(child, isMapOfSchemas(key, names))]));
}

function isMapOfSchemas(key: string, names: boolean): boolean {
  return !names && ["$defs", "properties", "patternProperties"].includes(key);
}

/** Formats named by any schema; every one must exist among the scalar languages. */
function formatNames(schemas: readonly unknown[]): string[] {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      if (key === "format" && typeof child === "string") names.add(child);
      else visit(child);
    }
  };
  schemas.forEach(visit);
  return [...names].sort();
}

function makeCompiler(): Ajv2020 {
  const schemas = [readSchema("common"), ...KINDS.map(readSchema)];
  const formats = Object.fromEntries(formatNames(schemas).map((name) => [name, () => true]));
  const ajv = new Ajv2020({
    schemas,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    allowUnionTypes: true,
    allErrors: true,
    discriminator: true,
    inlineRefs: false,
    messages: false,
    formats,
    code: { source: true, esm: true, formats: _`formats` },
  });
  ajv.addVocabulary([...VOCABULARY]);
  return ajv;
}

/** ajv emits `require` for its run-time helpers even in ES modules; imports can be bundled and run without a bundler. */
function importHelpers(code: string): string {
  const imports = new Map<string, string>();
  const body = code.replace(/require\("(ajv\/dist\/runtime\/\w+)"\)\.default/g, (_match, path: string) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    imports.set(name, `import ${name}Module from "${path}.js";`);
    return `(${name}Module.default ?? ${name}Module)`;
  });
  if (body.includes("require(")) throw new Error("ajv emitted a require that is not handled here.");
  return [...imports.values(), 'import { formats } from "../formats.ts";', body].join("\n");
}

const DECLARATION = `import type { Validator } from "../validators.ts";

export const validate: Validator;
export const deprecatedWords: readonly string[];
`;

const LANGUAGES_DECLARATION = `import type { Kind } from "../../protocol.ts";

/** By kind and format the keys below which a value of a language can stand whose parser is loaded late. */
export const lateLanguages: Readonly<Record<Kind, Readonly<Record<string, readonly string[]>>>>;
`;

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const compiler = makeCompiler();
const languages: Record<string, Readonly<Record<string, readonly string[]>>> = {};
for (const kind of KINDS) {
  const code = standaloneCode(compiler, { validate: `tenant-config:${kind}` });
  await loadSchema(kind);
  languages[kind] = lateLanguages(schemaOf(kind));
  const words = JSON.stringify(deprecatedWords(schemaOf(kind)));
  writeFileSync(new URL(`${kind}.js`, target), `${importHelpers(code)}\nexport const deprecatedWords = ${words};\n`);
  writeFileSync(new URL(`${kind}.d.ts`, target), DECLARATION);
}
writeFileSync(new URL("late-languages.js", target), `export const lateLanguages = ${JSON.stringify(languages)};\n`);
writeFileSync(new URL("late-languages.d.ts", target), LANGUAGES_DECLARATION);
