import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Diagnostic } from "vscode-languageserver-types";
import { DIAGNOSTIC_CODES, ENGINE_CODES } from "../../server/src/features/diagnostic-codes.ts";
import { KINDS } from "../../server/src/protocol.ts";
import { RULE_IDS } from "../../server/src/rules/rule-ids.ts";
import { createService, DEFAULT_SETTINGS, type Document, EMPTY_WORKSPACE } from "../../server/src/service.ts";
import { parseSettings, DEFAULT_SETTINGS as SETTINGS_OF_SERVER } from "../../server/src/settings.ts";
import { readManifest } from "../support/manifest.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const run = promisify(execFile);

const read = (file: string): string => readFileSync(path.join(root, file), "utf8");

/** Pages written by hand; the pages of `docs/reference` are generated and checked for drift elsewhere. */
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "server/README.md",
  ...readdirSync(path.join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly version: string;
  readonly license: string;
  readonly engines: { readonly node: string; readonly vscode: string };
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
    readonly commands: readonly { readonly title: string }[];
    readonly snippets: readonly { readonly path: string }[];
  };
}

const manifest = readManifest() as Manifest;
const settings = manifest.contributes.configuration.properties;

/** A fenced block of a page: what stands behind the fence, and the text within. */
interface Block {
  readonly info: string;
  readonly text: string;
}

function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(([, info = "", text = ""]) => ({ info, text }));
}

const withoutBlocks = (markdown: string): string => markdown.replace(/^\s*```[\s\S]*?^\s*```$/gm, "");

/** Sections of the second level by their titles. */
function sectionsOf(markdown: string): ReadonlyMap<string, string> {
  const [, ...parts] = `\n${markdown}`.split(/\n## /);
  return new Map(parts.map((part) => [part.slice(0, part.indexOf("\n")), part.slice(part.indexOf("\n"))]));
}

// Diagnostics

/** Codes as they are written in the sources that make problems. */
function codesInSources(): readonly string[] {
  const folder = path.join(root, "server/src");
  const found = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".ts") || /[\\/](generated|types)$/.test(entry.parentPath)) continue;
    const source = readFileSync(path.join(entry.parentPath, entry.name), "utf8");
    const places = source.matchAll(/\bcode: "[^"]*"|\bconst code = [^;]*;|\bfailure: "[^;\n]*/g);
    for (const [place] of places)
      for (const [, code = ""] of place.matchAll(/"([a-z]+(?:-[a-z]+)+)"/g)) found.add(code);
  }
  return [...found].sort();
}

const diagnosticsPage = read("docs/diagnostics.md");
const diagnosticSections = new Map(
  [...sectionsOf(diagnosticsPage)].filter(
    ([title]) => !["Severities", "Suppression comments", "Overview"].includes(title),
  ),
);
const SEVERITIES = ["", "error", "warning", "information", "hint"];

interface Example {
  readonly document: Document;
  readonly diagnostics: readonly Diagnostic[];
}

/** The examples of a section of the diagnostics page that are marked as `bad` or `fixed`, checked. */
async function examplesOf(code: string, mark: "bad" | "fixed"): Promise<readonly Example[]> {
  const blocks = blocksOf(diagnosticSections.get(code) ?? "").filter(({ info }) => info.split(" ")[1] === mark);
  const service = createService();
  return Promise.all(
    blocks.map(async ({ info, text }) => {
      const kind = KINDS.find((candidate) => info.endsWith(` kind=${candidate}`));
      assert.ok(kind, `a block of ${code} names no kind: ${info}`);
      const extension = info.startsWith("json ") ? "json" : "yaml";
      // Nobody wants to read that in a page.
      const whole = text.replace("<two million characters>", "y".repeat(2_000_000));
      const document = { uri: `file:///work/example.${kind}.${extension}`, text: whole };
      const { diagnostics } = await service.check(document, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
      return { document, diagnostics };
    }),
  );
}

const codesOf = (diagnostics: readonly Diagnostic[]): readonly string[] => diagnostics.map(({ code }) => String(code));

test("every code that is no rule has a section, every section a code", () => {
  const isRule = (code: string): boolean => RULE_IDS.includes(code);
  assert.deepEqual(
    [...diagnosticSections.keys()].sort(),
    codesInSources().filter((code) => !isRule(code)),
  );
  assert.deepEqual([...ENGINE_CODES].sort(), [...diagnosticSections.keys()].sort());
});

test("comments can turn off exactly the codes that there are", () => {
  assert.deepEqual([...DIAGNOSTIC_CODES].sort(), [...ENGINE_CODES, ...RULE_IDS].sort());
});

test("the overview lists the sections in their order, with severity and quick fix", () => {
  const rows = [...diagnosticsPage.matchAll(/^\| \[`([a-z-]+)`\]\(#([a-z-]+)\) +\| (\w+) +\| (yes|no) +\|$/gm)];
  const written = [...diagnosticSections].map(([code, text]) => {
    const [, severity, fix] = /\*\*Severity:\*\* (\w+) · \*\*Quick fix:\*\* (\w+)/.exec(text) ?? [];
    return [code, code, severity, fix === "none" ? "no" : "yes"];
  });
  assert.deepEqual(
    rows.map((row) => row.slice(1)),
    written,
  );
});

for (const [code, text] of diagnosticSections) {
  test(`diagnostics.md, ${code}: the failing example has it, with the severity and the fix the page says`, async () => {
    const examples = await examplesOf(code, "bad");
    assert.ok(examples.length > 0, "no failing example");
    for (const { document, diagnostics } of examples) {
      const found = diagnostics.find((diagnostic) => diagnostic.code === code);
      assert.ok(found, `found ${codesOf(diagnostics).join(", ") || "nothing"}`);
      assert.match(text, new RegExp(`\\*\\*Severity:\\*\\* ${SEVERITIES[found.severity ?? 1]}\\b`));
      const request = { range: found.range, diagnostics: [found], only: ["quickfix"] };
      const actions = await createService().codeActions(document, request, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
      const fixes = actions.filter(({ title }) => !title.startsWith("Suppress "));
      assert.equal(/\*\*Quick fix:\*\* none\n/.test(text), fixes.length === 0, "quick fix");
    }
  });

  test(`diagnostics.md, ${code}: the fixed example has no problem but keys that are left out`, async () => {
    const examples = await examplesOf(code, "fixed");
    assert.ok(examples.length > 0, "no fixed example");
    const leftOut = code === "missing-property" ? [] : ["missing-property"];
    for (const { diagnostics } of examples) {
      assert.deepEqual(
        codesOf(diagnostics).filter((found) => !leftOut.includes(found)),
        [],
      );
    }
  });
}

test("every code that the examples of the project give is explained", async () => {
  const service = createService();
  const folder = path.join(root, "examples");
  const unknown = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(yaml|json)$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    const uri = `file:///work/tenants/${path.relative(folder, file).replaceAll("\\", "/")}`;
    const document = { uri, text: readFileSync(file, "utf8") };
    const { diagnostics } = await service.check(document, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
    for (const code of codesOf(diagnostics)) if (!DIAGNOSTIC_CODES.includes(code)) unknown.add(code);
  }
  assert.deepEqual([...unknown], []);
});

// Settings

test("the table of settings in README.md has the settings and defaults of package.json", () => {
  const rows = [...read("README.md").matchAll(/^\| `(tenantConfig\.[\w.]+)` +\| `(.+?)` +\| \S.*\|$/gm)];
  const expected = Object.entries(settings).map(([name, { default: value }]) => [name, JSON.stringify(value)]);
  assert.deepEqual(
    rows.map(([, name, value]) => [name, value]),
    expected,
  );
});

test("settings.md has a section with default and example for every setting", () => {
  const sections = [...sectionsOf(read("docs/settings.md"))].filter(([title]) => title.startsWith("tenantConfig."));
  assert.deepEqual(
    sections.map(([title]) => title),
    Object.keys(settings),
  );
  for (const [title, text] of sections) {
    assert.equal(/^Default: `(.*)`$/m.exec(text)?.[1], JSON.stringify(settings[title]?.default), title);
    const example = blocksOf(text).find(({ info }) => info === "json");
    assert.ok(example, `${title} has no example`);
    assert.ok(title in (JSON.parse(example.text) as object), `the example of ${title} does not use it`);
  }
});

test("examples of settings on every page are accepted", () => {
  for (const page of pages) {
    for (const { info, text } of blocksOf(read(page))) {
      if (info !== "json" || !text.includes('"tenantConfig.')) continue;
      for (const [name, value] of Object.entries(JSON.parse(text) as object)) {
        assert.ok(name in settings, `${page}: ${name}`);
        const [, first = "", second] = name.split(".");
        if (!(first in SETTINGS_OF_SERVER)) continue;
        const section = { [first]: second === undefined ? value : { [second]: value } };
        assert.deepEqual(parseSettings(section).problems, [], `${page}: ${name}`);
      }
    }
  }
});

// Commands, numbers and output

test("npm scripts that the pages name exist", () => {
  for (const page of pages) {
    const named = [...read(page).matchAll(/\bnpm (?:run ([\w:]+)|(start|test)\b)/g)];
    for (const [text, script, short] of named) {
      assert.ok((script ?? short ?? "") in manifest.scripts, `${page}: ${text}`);
    }
  }
});

test("README.md begins with the two commands", () => {
  const [first, second] = blocksOf(read("README.md"));
  assert.deepEqual([first?.text, second?.text], ["npm ci && npm start\n", "npm ci && npm test\n"]);
});

test("README.md names the commands of the extension, its version, its requirements and its licence", () => {
  const readme = read("README.md");
  const elsewhere = ["Restart Server", "Show Log"];
  for (const { title } of manifest.contributes.commands) {
    if (!elsewhere.includes(title)) assert.ok(readme.includes(`**${title}**`), title);
    assert.ok(read("CHANGELOG.md").includes(`**${title}**`), title);
  }
  const server = JSON.parse(read("server/package.json")) as Pick<Manifest, "engines" | "license">;
  const major = (range: string): string => range.replace(/^\D*/, "").replace(/\.0$/, "");
  assert.ok(readme.includes(`dist/tenant-config-${manifest.version}.vsix`));
  assert.ok(readme.includes(`VS Code ${major(manifest.engines.vscode)} or newer`));
  assert.ok(readme.includes(`Node ${major(manifest.engines.node)} or newer, npm, git`));
  assert.ok(readme.includes(`on their own: Node ${major(server.engines.node)} or newer`));
  assert.deepEqual([manifest.license, server.license, read("LICENSE").split("\n")[0]], ["MIT", "MIT", "MIT License"]);
});

test("the number of snippets is the real one", () => {
  const files = manifest.contributes.snippets.map((snippet) => JSON.parse(read(snippet.path)) as object);
  const number = files.reduce((sum, file) => sum + Object.keys(file).length, 0);
  for (const page of ["README.md", "CHANGELOG.md"]) {
    assert.deepEqual(/\b(\d+) snippets\b/.exec(read(page))?.[1], String(number), page);
  }
});

/** Durations differ from run to run. */
const withoutDurations = (text: string): string => text.replace(/\(\d+ ms\)/g, "(… ms)");

for (const { text } of blocksOf(read("README.md")).filter(({ info }) => info === "console")) {
  const [command = "", ...output] = text.split("\n");
  test(`README.md: ${command}`, async () => {
    const [node, program, ...args] = command.replace(/^\$ /, "").split(" ");
    assert.deepEqual([node, program], ["node", "server/dist/cli.js"]);
    const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", SCHEMA_VALIDATION_STRICT: "false" };
    const options = { cwd: root, env, encoding: "utf8" } as const;
    // Exit code 1 means that errors were found, which is what an example may show.
    const { stdout } = await run(process.execPath, ["test/support/cli-from-source.ts", ...args], options).catch(
      (error: { readonly code?: unknown; readonly stdout: string }) => {
        if (error.code === 1) return error;
        throw error;
      },
    );
    assert.equal(withoutDurations(stdout), withoutDurations(output.join("\n")));
  });
}

for (const page of ["README.md", "server/README.md"]) {
  test(`${page}: the example of the library prints what the page says`, async (context) => {
    const blocks = blocksOf(read(page));
    const index = blocks.findIndex(({ info }) => info === "js");
    const [program, output] = blocks.slice(index, index + 2);
    assert.equal(output?.info, "text");
    const service = JSON.stringify(new URL("../../server/src/service.ts", import.meta.url).href);
    const source = (program?.text ?? "").replace('"tenant-config"', service);
    const printed: string[] = [];
    context.mock.method(console, "log", (line: unknown) => printed.push(String(line)));
    // The page in the address keeps equal programs apart, which would run only once otherwise.
    await import(`data:text/javascript;page=${encodeURIComponent(page)},${encodeURIComponent(source)}`);
    assert.equal(`${printed.join("\n")}\n`, output?.text);
  });
}

// Links

/** Anchor of a heading, as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");

const anchorsOf = (file: string): readonly string[] =>
  [...withoutBlocks(read(file)).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading));

for (const page of pages) {
  test(`${page}: links lead somewhere`, () => {
    for (const [, image, target = ""] of withoutBlocks(read(page)).matchAll(/(!?)\[[^\]]*\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue;
      const [file = "", anchor] = target.split("#");
      const linked = file === "" ? page : path.posix.join(path.posix.dirname(page), file);
      if (image === "!") {
        // Screenshots are taken by the tests of the user interface, so a fresh tree may not have them yet.
        assert.match(linked, /^docs\/images\/[\w-]+\.png$/);
        continue;
      }
      assert.ok(existsSync(path.join(root, linked)), `${target} does not exist`);
      if (anchor !== undefined) assert.ok(anchorsOf(linked).includes(anchor), `${target} has no such heading`);
    }
  });

  test(`${page}: no paths of a machine`, () => {
    assert.doesNotMatch(read(page), /(?:^|[\s"'`(=])(?:\/(?:home|Users|root|tmp|work|opt)\/|[A-Z]:\\)/m);
  });
}

test("features.md has a row for each feature and each pain, and the tests that a row names are there", () => {
  const tables = sectionsOf(read("docs/features.md"));
  for (const [title, count] of [
    ["Features of peers", 73],
    ["What users suffer from", 40],
  ] as const) {
    const rows = [...(tables.get(title) ?? "").matchAll(/^\| *(\d+) *\| (.*) \|$/gm)];
    assert.deepEqual(
      rows.map(([, number]) => Number(number)),
      Array.from({ length: count }, (_, index) => index + 1),
    );
    for (const [, number, row = ""] of rows) {
      const named = [...row.matchAll(/\[([^\]]+)\]\(\.\.\/(test\/[^)]+)\)/g)];
      for (const [, name = "", file = ""] of named) {
        const pieces = name.split("…").map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
        assert.match(read(file), new RegExp(pieces.join("[^\n]*")), `row ${number}`);
      }
    }
  }
});

test("files and folders that CONTRIBUTING.md and architecture.md name exist", () => {
  const planned = ["server/src/rules/", "server/src/rules/index.ts"];
  for (const page of ["CONTRIBUTING.md", "docs/architecture.md"]) {
    const named = read(page).matchAll(/`((?:server|client|schemas|scripts|test|docs|examples|snippets)\/[^`\s]*)`/g);
    for (const [, file = ""] of named) {
      if (planned.includes(file) || /[<*]/.test(file)) continue;
      assert.ok(existsSync(path.join(root, file)), `${page}: ${file}`);
    }
  }
});
