/**
 * Writes what is made from the schemas and committed: their draft-07 copies, the TypeScript types and the reference pages.
 * With `--check` it writes nothing and fails when a committed file differs: `npm run generate` brings it up to date.
 */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { KINDS } from "../server/src/protocol.ts";
import { loadSchemas } from "../server/src/schema/registry.ts";
import { draft07Schema } from "./schema-draft-07.ts";
import { referencePage, referenceReadme } from "./schema-reference.ts";
import { typesIndex, typesModule } from "./schema-types.ts";

const projectRoot = fileURLToPath(new URL("../", import.meta.url));

/** Folders that hold generated files only: anything else in them is left over from before. */
const GENERATED_FOLDERS = ["schemas/draft-07", "server/src/schema/types", "docs/reference"];

/** Every generated file: its path from the project's root, with `/`, and its text. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  await loadSchemas();
  const files = new Map<string, string>();
  for (const kind of KINDS) {
    files.set(`schemas/draft-07/${kind}.schema.json`, `${JSON.stringify(draft07Schema(kind), null, 2)}\n`);
    files.set(`server/src/schema/types/${kind}.ts`, await typesModule(kind));
    files.set(`docs/reference/${kind}.md`, referencePage(kind));
  }
  files.set("server/src/schema/types/index.ts", typesIndex());
  files.set("docs/reference/README.md", referenceReadme());
  return files;
}

/** Paths of the files below `root` that are not what {@link generatedFiles} says: changed, missing or left over. */
export async function driftedFiles(root: string = projectRoot): Promise<readonly string[]> {
  const files = await generatedFiles();
  const drifted: string[] = [];
  for (const [file, text] of files) {
    if ((await readText(path.join(root, file))) !== text) drifted.push(file);
  }
  return [...drifted, ...(await leftoverFiles(root, files))].sort();
}

async function leftoverFiles(root: string, files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of GENERATED_FOLDERS) {
    const names = await readdir(path.join(root, folder)).catch(ifMissing([]));
    found.push(...names.map((name) => `${folder}/${name}`));
  }
  return found.filter((file) => !files.has(file));
}

/** Text of a file, undefined when there is none. Line ends count: a checkout that changed them has drifted. */
async function readText(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch(ifMissing(undefined));
}

/** Handles the failure of reading something that is not there; other failures stay failures. */
function ifMissing<T>(answer: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return answer;
    throw error;
  };
}

/** Brings the generated files below `root` up to date and removes what is left over; returns the paths it touched. */
export async function writeGeneratedFiles(root: string = projectRoot): Promise<readonly string[]> {
  const files = await generatedFiles();
  const drifted = await driftedFiles(root);
  for (const file of drifted) {
    const target = path.join(root, file);
    const text = files.get(file);
    if (text === undefined) {
      await rm(target, { recursive: true });
    } else {
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, text);
    }
  }
  return drifted;
}

if (import.meta.main) {
  const { check: isCheck } = parseArgs({ options: { check: { type: "boolean", default: false } } }).values;
  const files = isCheck ? await driftedFiles() : await writeGeneratedFiles();
  for (const file of files) console.log(`${isCheck ? "differs" : "wrote"}  ${file}`);
  if (isCheck && files.length > 0) {
    console.error('Generated files are not up to date: run "npm run generate" and commit the result.');
    process.exitCode = 1;
  }
}
