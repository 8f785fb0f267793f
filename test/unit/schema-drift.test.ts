import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { driftedFiles, generatedFiles, writeGeneratedFiles } from "../../scripts/generate-schemas.ts";
import { slug } from "../../scripts/schema-reference-words.ts";
import { rootTypeName } from "../../scripts/schema-types.ts";
import { KINDS } from "../../server/src/protocol.ts";

const files = await generatedFiles();

function text(file: string): string {
  const found = files.get(file);
  assert.ok(found !== undefined, file);
  return found;
}

test("the committed copies, types and reference pages are those of the schemas", async () => {
  assert.deepEqual(await driftedFiles(), [], 'run "npm run generate" and commit the result');
});

test("what was changed, lost or left over is named, and put right by writing", async () => {
  const root = await mkdtemp(path.join(tmpdir(), "schema-drift-"));
  try {
    assert.deepEqual(await driftedFiles(root), [...files.keys()].sort());
    await writeGeneratedFiles(root);
    assert.deepEqual(await driftedFiles(root), []);

    await writeFile(path.join(root, "docs/reference/tenant.md"), text("docs/reference/tenant.md").replace("#", "##"));
    await rm(path.join(root, "server/src/schema/types/index.ts"));
    await mkdir(path.join(root, "schemas/draft-07/old"));
    const drifted = ["docs/reference/tenant.md", "schemas/draft-07/old", "server/src/schema/types/index.ts"];
    assert.deepEqual(await driftedFiles(root), drifted);
    assert.deepEqual(await writeGeneratedFiles(root), drifted);
    assert.deepEqual(await driftedFiles(root), []);
  } finally {
    await rm(root, { recursive: true });
  }
});

test("generated files are the same every time, end in one line feed and say where they come from", async () => {
  assert.deepEqual(await generatedFiles(), files);
  for (const [file, content] of files) {
    assert.match(content, /[^\n]\n$/, file);
    assert.doesNotMatch(content, /\r|[ \t]\n/, file);
    assert.match(content.slice(0, 500), /Generated from .* by scripts\/generate-schemas\.ts\. Do not edit\./, file);
  }
});

test("the types have a root type per kind, no any, and keep their size", () => {
  for (const kind of KINDS) {
    const content = text(`server/src/schema/types/${kind}.ts`);
    assert.match(content, new RegExp(`^export interface ${rootTypeName(kind)} \\{$`, "m"));
    assert.match(
      text("server/src/schema/types/index.ts"),
      new RegExp(`\\{ ${rootTypeName(kind)} \\} from "./${kind}.ts"`),
    );
    const code = content.replace(/\/\*\*[\s\S]*?\*\/|"[^"\n]*"/g, "");
    assert.doesNotMatch(code, /\bany\b/, kind);
    assert.ok(content.length < 200_000, `${kind}: ${content.length} characters`);
  }
});

/** Ids of the headings of a page; each must be there once, for links to be clear. */
function headingIds(page: string): ReadonlySet<string> {
  const ids = [...text(page).matchAll(/^#+ (.+)$/gm)].map((match) => slug(match[1] ?? ""));
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
  assert.deepEqual(repeated, [], `${page}: repeated headings`);
  return new Set(ids);
}

test("every link between the reference pages leads to a heading", () => {
  const pages = [...files.keys()].filter((file) => file.endsWith(".md"));
  const headings = new Map(pages.map((page) => [path.posix.basename(page), headingIds(page)]));
  for (const page of pages) {
    const links = [...text(page).matchAll(/\]\(([\w-]*(?:\.md)?)(?:#([^)]+))?\)/g)];
    assert.ok(links.length > 0, page);
    for (const [link, file = "", id] of links) {
      const target = headings.get(file === "" ? path.posix.basename(page) : file);
      assert.ok(target && (id === undefined || target.has(id)), `${page}: ${link}`);
    }
  }
});

test("tables of the reference pages have as many cells in each row as in their header", () => {
  for (const [file, content] of files) {
    if (!file.endsWith(".md")) continue;
    const cells = (line: string): number => line.replaceAll("\\|", "").split("|").length;
    for (const block of content.split("\n\n").filter((part) => part.startsWith("|"))) {
      const [header = "", ...rows] = block.trimEnd().split("\n");
      for (const row of rows) assert.equal(cells(row), cells(header), `${file}: ${row}`);
    }
  }
});

test("a reference page shows bounds, defaults, units, values and choices", () => {
  const row = (page: string, section: string, key: string): string => {
    const [, body = ""] = text(`docs/reference/${page}.md`).split(new RegExp(`^#+ ${section}$`, "m"));
    return body.split("\n").find((line) => line.startsWith(`| \`${key}\` |`)) ?? "";
  };
  assert.match(row("tenant", "Owner", "email"), /\| \[E-mail address\]\(README\.md#e-mail-address\) \| yes \|/);
  assert.match(row("security", "Session", "timeout"), /\| whole number, 300 to 86400 \| `3600` \| seconds \|/);
  assert.match(row("tenant", "Redis cache", "ttl"), /whole number, at least 60 \|/);
  const security = text("docs/reference/security.md");
  assert.match(security, /^- At most one of `jwks_uri`, `public_key_file` or `secret`\.$/m);
  assert.match(security, /^- `EdDSA`: Edwards-curve signatures/m);
  assert.match(security, /^\| `jwt` \| \[JWT provider\]\(#jwt-provider\) \| /m);
  assert.match(text("docs/reference/monitoring.md"), /\*\*Deprecated\.\*\*/);
  assert.match(text("docs/reference/tenant.md"), /^## Tenant environment\n\nAt `environments\.<environment>`\.$/m);
});
