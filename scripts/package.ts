/** Builds for production and packs the extension: `dist/tenant-config-<version>.vsix`. `--no-build` packs what is built. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { cleanEnvironment, type Log, projectRoot } from "./npm-child.ts";
import { readZip, type ZipEntry } from "./zip-file.ts";

/** A packed extension that has passed the checks. */
export interface PackedExtension {
  readonly file: string;
  /** Bytes of the VSIX. */
  readonly size: number;
  readonly entries: readonly ZipEntry[];
}

/** The folder of the VSIX that holds the extension itself. */
export const extensionPrefix = "extension/";

/**
 * About 2 MB of program, 0.3 MB of it rules; pages about the rules; and the messages in five languages, twice: for the server in Node and for
 * the one in the browser.
 */
const sizeLimit = 3.5 * 1024 * 1024;
const run = promisify(execFile);

/** What the marketplace format itself puts beside the extension. */
const frame = ["[Content_Types].xml", "extension.vsixmanifest"];

/** Every file that may be in the package; the server's chunks carry a hash in their names. */
const expected: readonly RegExp[] = [
  /^(?:package\.json|readme\.md|changelog\.md|LICENSE\.txt)$/,
  /^package\.nls(?:\.[a-z]{2})?\.json$/,
  /^server\/l10n\/bundle\.l10n\.[a-z]{2}\.json$/,
  /^l10n\/bundle\.l10n(?:\.[a-z]{2})?\.json$/,
  /^client\/dist\/(?:node|connection|browser)\.cjs$/,
  /^client\/dist\/webview\/[a-z-]+\.(?:js|css)$/,
  /^server\/dist\/lsp-(?:node|browser)\.js$/,
  /^server\/dist\/lsp\/(?:start|node|[a-z0-9.-]+-[A-Z0-9]{8})\.cjs$/,
  /^icons\/tenant-config(?:\.png|-(?:dark|light)\.svg)$/,
  /^language\/(?:language-configuration|tenant-config\.tmLanguage)\.json$/,
  /^snippets\/(?:tenant|monitoring|security|environment|localization)\.code-snippets$/,
  /^walkthrough\/[a-z-]+\.md$/,
  /^docs\/diagnostics\.md$/,
  /^docs\/rules\/[\w-]+\.md$/,
  /^docs\/images\/[a-z-]+\.png$/,
];

/** What people see of an extension before they use it; VS Code would not miss it, they would. */
const required = [
  "package.json",
  "package.nls.json",
  "l10n/bundle.l10n.json",
  "readme.md",
  "changelog.md",
  "LICENSE.txt",
  "docs/diagnostics.md",
];

/** The server that `lsp-node.js` loads by itself, out of sight of {@link missingImports}. */
const loadedByName = ["server/dist/lsp/node.cjs"];

/** Makes the production bundles anew; rejects with the output of the build when it fails. */
export async function buildForProduction(): Promise<void> {
  await run(process.execPath, [path.join(projectRoot, "scripts", "build.ts"), "--production"], { cwd: projectRoot });
}

/** Where the VSIX goes: the same name on every machine. */
export async function vsixFile(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(path.join(projectRoot, "package.json"), "utf8"));
  const { version } = manifest as { readonly version: string };
  return path.join(projectRoot, "dist", `tenant-config-${version}.vsix`);
}

/**
 * Packs the built extension and lists what is inside. Rejects when the package is too large, or holds a file that does
 * not belong there, or misses one that does.
 */
export async function packExtension(log: Log): Promise<PackedExtension> {
  const file = await vsixFile();
  await mkdir(path.dirname(file), { recursive: true });
  await rm(file, { force: true });
  await runVsce(file);
  const entries = await readZip(file);
  const { size } = await stat(file);
  listEntries(entries, log);
  log(`${path.relative(projectRoot, file)}: ${entries.length} files, ${kilobytes(size)}`);
  const problems = await packageProblems(entries, size);
  if (problems.length > 0) {
    throw new Error(`The package is not as it should be:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
  }
  return { file, size, entries };
}

/** As a process of its own: the tool's library prints its own list and ends the process when something is wrong. */
async function runVsce(file: string): Promise<void> {
  const program = path.join(projectRoot, "node_modules", "@vscode", "vsce", "vsce");
  const options = [
    // Everything is bundled; without this the tool would pack node_modules.
    "--no-dependencies",
    "--allow-missing-repository",
    "--no-rewrite-relative-links",
    // It would ask on a terminal; the checks of this script say the same without asking.
    "--skip-license",
  ];
  await run(process.execPath, [program, "package", ...options, "--out", file], {
    cwd: projectRoot,
    env: cleanEnvironment(),
  });
}

function listEntries(entries: readonly ZipEntry[], log: Log): void {
  for (const entry of [...entries].sort((a, b) => b.packedSize - a.packedSize)) {
    log(`${kilobytes(entry.packedSize).padStart(10)} of ${kilobytes(entry.size).padStart(10)}  ${entry.name}`);
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

async function packageProblems(entries: readonly ZipEntry[], size: number): Promise<readonly string[]> {
  const names = entries.map((entry) => entry.name);
  const inside = names.flatMap((name) =>
    name.startsWith(extensionPrefix) ? [name.slice(extensionPrefix.length)] : [],
  );
  const outside = names.filter((name) => !name.startsWith(extensionPrefix) && !frame.includes(name));
  const unexpected = inside.filter((name) => !expected.some((pattern) => pattern.test(name)));
  const wanted = [...required, ...loadedByName, ...(await manifestFiles()), ...(await readmePictures())];
  return [
    ...[...unexpected, ...outside].map((name) => `${name} does not belong into it.`),
    ...missingImports(entries).map((name) => `${name} is missing: the server loads it.`),
    ...wanted.filter((name) => !inside.includes(name)).map((name) => `${name} is missing.`),
    ...(size > sizeLimit ? [`It has ${kilobytes(size)}; at most ${kilobytes(sizeLimit)} are allowed.`] : []),
  ];
}

/** Files that the modules of the server load and that are not in the package. */
function missingImports(entries: readonly ZipEntry[]): readonly string[] {
  const names = new Set(entries.map((entry) => entry.name));
  const modules = entries.filter((entry) => /^extension\/server\/dist\/.*\.c?js$/.test(entry.name));
  const imported = modules.flatMap((entry) => {
    const specifiers = entry
      .content()
      .toString("utf8")
      .matchAll(/\b(?:from|import|require)\s*\(?\s*"(\.{1,2}\/[^"]+\.c?js)"/g);
    return [...specifiers].map(([, specifier]) => path.posix.join(path.posix.dirname(entry.name), specifier ?? ""));
  });
  return [...new Set(imported)].filter((name) => !names.has(name));
}

/** Every file that the manifest names. */
async function manifestFiles(): Promise<readonly string[]> {
  const text = await readFile(path.join(projectRoot, "package.json"), "utf8");
  const { main, browser, icon, contributes } = JSON.parse(text) as Record<string, unknown>;
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === "string" && /^[\w./-]+\.(?:cjs|png|svg|json|md|code-snippets)$/.test(value)) {
      found.add(path.posix.normalize(value));
    } else if (typeof value === "object" && value !== null) {
      for (const child of Object.values(value)) visit(child);
    }
  };
  visit([main, browser, icon, partsWithFiles(contributes)]);
  return [...found];
}

function partsWithFiles(contributes: unknown): unknown {
  const { languages, grammars, snippets, walkthroughs } = contributes as Record<string, unknown>;
  return [
    (languages as readonly object[]).map((language) => ({ ...language, filenamePatterns: [] })),
    grammars,
    snippets,
    walkthroughs,
  ];
}

/** The pictures that the page of the extension shows. */
async function readmePictures(): Promise<readonly string[]> {
  const file = path.join(projectRoot, "README.md");
  const text = existsSync(file) ? await readFile(file, "utf8") : "";
  return [...text.matchAll(/!\[[^\]]*\]\(([^)\s:]+)\)/g)].flatMap(([, target]) =>
    target === undefined ? [] : [target],
  );
}

if (import.meta.main) {
  try {
    if (!process.argv.includes("--no-build")) {
      await buildForProduction();
    }
    await packExtension((line) => console.log(line));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
