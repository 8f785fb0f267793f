/** Writes what follows from the rule files: their lists, their ids and their pages. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { KINDS, type Kind } from "../server/src/protocol.ts";
import { kindOfExample, kindsOf, type Rule, type RuleExample, type RulePage } from "../server/src/rules/rule.ts";

const ROOT = join(import.meta.dirname, "..");
const RULES = join(ROOT, "server/src/rules");

/** A rule and its page, as one file exports them. */
export interface RuleFile {
  readonly folder: string;
  readonly name: string;
  readonly rule: Rule;
  readonly page: RulePage;
}

/** Sections of the specification, in its order, with their titles. */
const SECTIONS: Readonly<Record<string, string>> = {
  document: "Any file",
  tenant: "Tenant files",
  monitoring: "Monitoring files",
  security: "Security files",
  environment: "Environment files",
  localization: "Localization files",
  "across-files": "Across the files of a tenant",
};

/** Every rule file, by section and name. */
export async function ruleFiles(): Promise<readonly RuleFile[]> {
  const files: RuleFile[] = [];
  for (const folder of Object.keys(SECTIONS)) {
    for (const file of readdirSync(join(RULES, folder)).sort()) {
      if (!file.endsWith(".ts")) continue;
      const { rule, page } = await import(pathToFileURL(join(RULES, folder, file)).href);
      if (rule !== undefined) files.push({ folder, name: file.slice(0, -".ts".length), rule, page });
    }
  }
  return files;
}

/** Everything that follows from the rule files, by path below the root of the repository. */
export async function generatedFromRules(): Promise<ReadonlyMap<string, string>> {
  const files = await ruleFiles();
  const generated = new Map<string, string>();
  const all = listText("Every rule, by the sections of the specification.", "RULES", files, ".");
  generated.set("server/src/rules/index.ts", all);
  for (const kind of KINDS) generated.set(`server/src/rules/by-kind/${kind}.ts`, listOfKind(kind, files));
  generated.set("server/src/rules/pages.ts", pagesText(files));
  const ids = files.map(({ rule }) => rule.id).sort();
  generated.set("server/src/rules/rule-ids.ts", idsText(ids));
  for (const file of files) generated.set(`docs/rules/${file.rule.id}.md`, pageText(file));
  generated.set("docs/rules/README.md", overviewText(files));
  return generated;
}

const NOTICE = "// Written by scripts/generate-rules.ts from the files of the rules.\n";

/** The name of what is imported of a file. */
function variableOf({ name }: RuleFile): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** Imports of what some files export under a name; `above` is the way to the folder of the rules. */
function importsOf(exported: "rule" | "page", files: readonly RuleFile[], above: "." | ".."): string {
  return files
    .map((file) => `import { ${exported} as ${variableOf(file)} } from "${above}/${file.folder}/${file.name}.ts";\n`)
    .join("");
}

/** A module with a list of rules. */
function listText(comment: string, constant: string, files: readonly RuleFile[], above: "." | ".."): string {
  const imports = `${importsOf("rule", files, above)}import type { Rule } from "${above}/rule.ts";\n`;
  const items = files.map((file) => `  ${variableOf(file)},\n`).join("");
  return `${NOTICE}${imports}\n/** ${comment} */\nexport const ${constant}: readonly Rule[] = [\n${items}];\n`;
}

/** The rules that look at files of a kind themselves, so that a file loads no others. */
function listOfKind(kind: Kind, files: readonly RuleFile[]): string {
  const own = files.filter(({ rule }) => (rule.at[kind] ?? []).length > 0);
  const comment = `The rules that look at ${kind} files themselves; the schema speaks for all others.`;
  return listText(comment, "RULES_OF_KIND", own, "..");
}

function idsText(ids: readonly string[]): string {
  const items = ids.map((id) => `  "${id}",\n`).join("");
  const comment = "/** The ids of all rules: known without loading them, because comments and settings name them. */\n";
  return `${NOTICE}${comment}export const RULE_IDS: readonly string[] = [\n${items}];\n`;
}

function pagesText(files: readonly RuleFile[]): string {
  const items = files.map((file) => `  ["${file.rule.id}", ${variableOf(file)}],\n`).join("");
  const comment = "/** What people read about each rule, by its id. Nothing that checks files loads it. */\n";
  const type = `import type { RulePage } from "./rule.ts";\n`;
  const list = `export const RULE_PAGES: ReadonlyMap<string, RulePage> = new Map([\n${items}]);\n`;
  return `${NOTICE}${importsOf("page", files, ".")}${type}\n${comment}${list}`;
}

function pageText({ rule, page }: RuleFile): string {
  const { failing, passing } = page.examples;
  const fixed = failing.fixed ?? passing.text;
  const facts = [
    `**Severity:** ${rule.severity}`,
    `**Files:** ${kindsOf(rule).join(", ")}`,
    `**Quick fix:** ${page.fix ?? "none"}`,
  ];
  return [
    `# ${rule.id}`,
    page.title,
    facts.join(" · "),
    "## Why it matters",
    page.why,
    "## Failing example",
    exampleText(rule, failing),
    failing.reports.map((report) => `- ${reportWords(report)}`).join("\n"),
    "## Fixed example",
    fence(rule, failing, fixed),
    "## How to turn it off",
    `For one line, with a comment above it; for a file, a folder or everywhere, with a [setting](../settings.md):`,
    `\`\`\`yaml\n# tenant-config-disable-next-line ${rule.id} -- the reason\n\`\`\``,
    `\`\`\`json\n{\n  "tenantConfig.rules": { "${rule.id}": "off" },\n  "tenantConfig.ruleOverrides": [{ "files": "**/sandbox/**", "rules": { "${rule.id}": "hint" } }]\n}\n\`\`\``,
    "[All rules](README.md) · [Severities and suppression comments](../diagnostics.md)",
  ]
    .join("\n\n")
    .concat("\n");
}

function exampleText(rule: Rule, example: RuleExample): string {
  const others = Object.entries(example.files ?? {}).map(
    ([path, text]) => `\`${path.replace(/^\//, "")}\`:\n\n\`\`\`${languageOf(path)}\n${text.trimEnd()}\n\`\`\``,
  );
  return [...others, fence(rule, example, example.text)].join("\n\n");
}

function languageOf(path: string): string {
  return /\.ya?ml$/.test(path) ? "yaml" : "ini";
}

function fence(rule: Rule, example: RuleExample, text: string): string {
  return `The ${kindOfExample(rule, example)} file:\n\n\`\`\`yaml\n${text.trimEnd()}\n\`\`\``;
}

/** `error 3 «x» The message.` as a sentence about a line. */
function reportWords(report: string): string {
  const [, severity, line, message] = /^(\w+) (\d+) «[^»]*» (.*)$/s.exec(report) ?? [];
  return `Line ${line}, ${severity}: ${message}`;
}

function overviewText(files: readonly RuleFile[]): string {
  const parts = Object.entries(SECTIONS).flatMap(([folder, title]) => {
    const own = files.filter((file) => file.folder === folder);
    return own.length === 0 ? [] : [`## ${title}`, tableText(own)];
  });
  return [
    "# Rules",
    `Schemas see one value; rules see values beside each other, the files of a tenant and what surrounds them. There are ${files.length} of them. Each has a page with the reason, an example and how to turn it off; its examples run as tests (\`test/unit/rules/examples.test.ts\`).`,
    "The severity is that of most findings; a page says where it differs. Faults of the text and of the schema are on the [page of diagnostics](../diagnostics.md).",
    ...parts,
  ]
    .join("\n\n")
    .concat("\n");
}

function tableText(files: readonly RuleFile[]): string {
  const rows = files.map(({ rule, page }) => {
    const { failing, passing, placeholder, disabled, more = [] } = page.examples;
    const tests = [failing, passing, placeholder, disabled, ...more].filter((example) => typeof example !== "string");
    return [`[${rule.id}](${rule.id}.md)`, rule.severity, page.title, page.fix ?? "none", String(tests.length)];
  });
  return table([["Rule", "Severity", "What", "Quick fix", "Tests"], ...rows]);
}

function table(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(3, ...cells.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = cells;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}

/** Files whose content differs from what the rules say. */
export async function outdatedFiles(): Promise<readonly string[]> {
  const generated = await generatedFromRules();
  return [...generated].filter(([path, text]) => readIfThere(join(ROOT, path)) !== text).map(([path]) => path);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

if (process.argv[1] === import.meta.filename) {
  for (const [path, text] of await generatedFromRules()) {
    if (readIfThere(join(ROOT, path)) === text) continue;
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
}
