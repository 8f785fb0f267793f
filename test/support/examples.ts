import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../../examples/", import.meta.url);

/** Every file below a folder of `examples/`, by its path relative to `examples/`. */
export function exampleFiles(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(fileURLToPath(new URL(`${folder}/`, root)), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replace(/\/+/g, "/").slice(fileURLToPath(root).length))
    .sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(new URL(path, root), "utf8")]));
}
