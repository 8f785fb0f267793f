import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Position } from "vscode-languageserver-types";
import { createService, DEFAULT_SETTINGS, type Workspace } from "../../../server/src/service.ts";
import { LineIndex } from "../../../server/src/text/line-index.ts";
import { spelledWorkspace } from "../../support/spelled-workspace.ts";

const LENSES = { showsReferences: true, showsPreview: false } as const;

/** Folders as clients write them. */
const SHAPES: readonly (readonly [what: string, folder: string])[] = [
  ["Windows as VS Code writes it", "file:///c%3A/work"],
  ["Windows with a colon", "file:///C:/work"],
  ["a whole drive", "file:///d%3A"],
  ["a whole disk", "file://"],
  ["a share on a server", "file://server/share/work"],
  ["a virtual workspace", "vscode-vfs://github/org/repo"],
  ["WSL", "vscode-remote://wsl%2Bdebian/home/me"],
  ["WSL, not encoded", "vscode-remote://wsl+debian/home/me"],
  ["spaces and signs", "file:///my%20work/a%23b/100%25/%C3%BC"],
  ["spaces and letters, not encoded", "file:///my work/ü"],
  ["signs that VS Code encodes and others do not", "file:///work%20%28old%29/it%27s"],
];

const REFERENCE = "file:///work";

/** Folder of the tenant below the workspace folder, with signs that have to be encoded. */
const TENANT = "tenants/one%20%23%25%C3%BC";

const TENANT_FILE = `tenant_id: one
metadata: {name: One}
environments:
  production:
    database: {host: "\${DB_HOST}", name: "{{tenant_id}}"}
billing:
  plan: prp
`;
const MONITORING = `prometheus:
  endpoint: "http://\${DB_HOST}:9090"
alertmanager:
  config:
    global: {resolve_timeout: 90m}
    receivers:
      - name: ops
    route:
      receiver: ops
      routes:
        - receiver: opss
`;
const LOCALIZATION = `default_locale: en
supported_locales: [en, fr]
translations:
  en:
    $file: texts/en.yaml
`;

function filesAt(base: string): Readonly<Record<string, string>> {
  return {
    [`${base}/.env`]: "DB_HOST=db.example\n",
    [`${base}/${TENANT}/tenant.yaml`]: TENANT_FILE,
    [`${base}/${TENANT}/monitoring.yaml`]: MONITORING,
    [`${base}/${TENANT}/localization.yaml`]: LOCALIZATION,
    [`${base}/${TENANT}/texts/en.yaml`]: "messages: {}\n",
    [`${base}/tenants/two/tenant.yaml`]: "tenant_id: two\nmetadata: {name: '${DB_HOST:-two}'}\n",
  };
}

/** What is asked about: documents by name, with words in them. */
function asker(workspace: Workspace, base: string) {
  const where = [workspace, DEFAULT_SETTINGS] as const;
  const document = (name: string) => {
    const uri = `${base}/${TENANT}/${name}`;
    return { uri, text: filesAt(base)[uri] ?? assert.fail(uri) };
  };
  const at = (name: string, word: string): [ReturnType<typeof document>, Position] => {
    const found = document(name);
    const offset = found.text.indexOf(word);
    assert.notEqual(offset, -1, word);
    return [found, new LineIndex(found.text).positionAt(offset + 1)];
  };
  return { where, document, at };
}

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
const OPTIONS = { snippets: true, triggerSuggest: true };

/** Answers of every verb. `folder` is the workspace folder, `base` the same place as the documents spell it. */
async function transcript(folder: string, base: string): Promise<Readonly<Record<string, unknown>>> {
  const workspace = spelledWorkspace([folder], filesAt(base));
  const service = createService();
  const { where, document, at } = asker(workspace, base);
  const tenant = document("tenant.yaml");
  const monitoring = document("monitoring.yaml");
  const { diagnostics } = await service.check(monitoring, ...where);
  const links = await service.documentLinks(document("localization.yaml"), ...where);
  const [item] = await service.prepareCallHierarchy(...at("monitoring.yaml", "ops"), ...where);
  const [lens] = await service.codeLenses(monitoring, LENSES, ...where);
  assert.ok(item && lens);
  const format = { options: { tabSize: 2, insertSpaces: true } };
  const oldUri = `${base}/${TENANT}/texts`;
  return {
    check: [await service.check(tenant, ...where), diagnostics],
    completion: await service.completion(...at("tenant.yaml", "{DB_HOST"), OPTIONS, ...where),
    hover: await service.hover(...at("tenant.yaml", "DB_HOST"), ...where),
    definition: await service.definition(...at("tenant.yaml", "DB_HOST"), ...where),
    nameDefinition: await service.definition(...at("monitoring.yaml", "ops\n      routes"), ...where),
    fileDefinition: await service.definition(...at("localization.yaml", "texts/en"), ...where),
    references: await service.references(...at("monitoring.yaml", "DB_HOST"), true, ...where),
    variableReferences: await service.references(...at("tenant.yaml", "tenant_id}}"), true, ...where),
    highlights: await service.documentHighlights(...at("monitoring.yaml", "ops"), ...where),
    rename: await service.rename(...at("tenant.yaml", "DB_HOST"), "DATABASE", ...where),
    prepareRename: await service.prepareRename(...at("tenant.yaml", "DB_HOST"), ...where),
    symbols: await service.documentSymbols(monitoring, ...where),
    links: await Promise.all(links.map((link) => service.resolveDocumentLink(link, workspace))),
    lens: await service.resolveCodeLens(monitoring, lens, LENSES, ...where),
    tokens: await service.semanticTokens(tenant, undefined, ...where),
    hints: await service.inlayHints(monitoring, WHOLE, ...where),
    format: await service.format(tenant, format, ...where),
    actions: await service.codeActions(monitoring, { range: WHOLE, diagnostics, createsFiles: true }, ...where),
    preview: await service.effectivePreview(tenant, undefined, ...where),
    hierarchy: [item, await service.incomingCalls(item, ...where), await service.outgoingCalls(item, ...where)],
    workspaceSymbols: await service.workspaceSymbols("ops", ...where),
    renameFiles: await service.renameFiles([{ oldUri, newUri: `${base}/${TENANT}/words` }], ...where),
  };
}

/** The answers with the places as the client writes them taken out. */
function placeless(answers: unknown, places: readonly string[]): unknown {
  let text = JSON.stringify(answers);
  for (const place of places) text = text.replaceAll(`"${place}/`, '"«folder»/');
  const placed: unknown = JSON.parse(text);
  return isListOfPlaces(placed) ? placed.toSorted((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0)) : placed;
}

/** Places of several files come in the order of their URIs, which depends on the spelling. */
function isListOfPlaces(answer: unknown): answer is readonly { readonly uri: string }[] {
  return Array.isArray(answer) && answer.every((place) => typeof place?.uri === "string");
}

describe("every verb gives the same answer, with the client's own URIs, whatever they look like", async () => {
  const reference = await transcript(REFERENCE, REFERENCE);

  test("the answers are not empty", () => {
    for (const [verb, answer] of Object.entries(reference)) {
      assert.ok(answer !== undefined && JSON.stringify(answer).length > 10, verb);
    }
    const uris: readonly string[] = JSON.stringify(reference).match(/file:[^"]*/g) ?? [];
    assert.ok(uris.includes(`${REFERENCE}/.env`));
    assert.ok(uris.includes(`${REFERENCE}/tenants/two/tenant.yaml`));
    assert.ok(uris.includes(`${REFERENCE}/${TENANT}/texts/en.yaml`));
  });

  for (const [what, folder] of SHAPES) {
    test(what, async () => {
      const answers = await transcript(folder, folder);
      for (const [verb, answer] of Object.entries(answers))
        assert.deepEqual(placeless(answer, [folder]), placeless(reference[verb], [REFERENCE]), verb);
    });
  }

  const mixed: readonly (readonly [folder: string, base: string])[] = [
    ["file:///c%3A/work", "file:///C:/work"],
    ["file:///C:/work", "file:///c%3A/work"],
    ["file:///c:/work", "file:///C%3A/work"],
    ["vscode-remote://wsl+debian/home/me", "vscode-remote://wsl%2Bdebian/home/me"],
    ["file:///my%20work/%C3%BC", "file:///my work/ü"],
  ];
  for (const [folder, base] of mixed) {
    test(`the folder as ${folder}, its documents as ${base}`, async () => {
      const answers = await transcript(folder, base);
      for (const [verb, answer] of Object.entries(answers))
        assert.deepEqual(placeless(answer, [folder, base]), placeless(reference[verb], [REFERENCE]), verb);
      const { changes = {} } = answers.rename as { changes?: Record<string, unknown> };
      assert.ok(
        Object.hasOwn(changes, `${base}/${TENANT}/tenant.yaml`),
        "the document has the name it was opened with",
      );
    });
  }
});

describe("two spellings of one file are one file", () => {
  const folder = "file:///c%3A/work";
  const [one, other] = [`${folder}/${TENANT}`, `file:///C:/work/${TENANT}`];

  test("what changes under one name is read anew under the other", async () => {
    const files: Record<string, string> = { ...filesAt(folder) };
    const service = createService();
    const workspace: Workspace = {
      ...spelledWorkspace([folder], files),
      readFile: (uri) => spelledWorkspace([folder], files).readFile(uri),
    };
    const where = [workspace, DEFAULT_SETTINGS] as const;
    const monitoring = { uri: `${one}/monitoring.yaml`, text: 'prometheus:\n  endpoint: "{{tenant_id}}"\n' };
    const position = { line: 1, character: 18 };
    const hovered = async (): Promise<string> => JSON.stringify(await service.hover(monitoring, position, ...where));
    assert.match(await hovered(), /one/);
    files[`${one}/tenant.yaml`] = TENANT_FILE.replace("tenant_id: one", "tenant_id: fresh");
    service.fileChanged(`${other}/tenant.yaml`);
    assert.match(await hovered(), /fresh/);
  });

  test("a document is not its own neighbour", async () => {
    const workspace = spelledWorkspace([folder], filesAt(folder));
    const document = { uri: `${other}/monitoring.yaml`, text: MONITORING };
    const position = { line: 6, character: 15 };
    const service = createService();
    const places = await service.references(document, position, true, workspace, DEFAULT_SETTINGS);
    assert.deepEqual([...new Set(places.map(({ uri }) => uri))], [document.uri]);
    assert.equal(places.length, 2);
  });
});

describe("folders of a workspace that stand in each other", () => {
  const outer = "file:///c%3A/a%20long%20folder%20name";
  const inner = "file:///C:/a long folder name/in";
  const files = {
    [`${outer}/.env`]: "DB_HOST=outer\n",
    [`${inner}/.env`]: "DB_HOST=inner\n",
    [`${inner}/.env.local`]: "DB_HOST=local\n",
    [`${outer}/tenants/x/tenant.yaml`]: TENANT_FILE,
    [`${inner}/tenants/x/tenant.yaml`]: TENANT_FILE,
    [`${inner}/tenants/x/monitoring.yaml`]: MONITORING,
  };

  for (const folders of [
    [outer, inner],
    [inner, outer],
  ]) {
    test(`the nearest \`.env\` counts: ${folders.join(", ")}`, async () => {
      const service = createService();
      const workspace = spelledWorkspace(folders, files);
      const definedIn = async (uri: string): Promise<readonly string[]> => {
        const document = { uri, text: TENANT_FILE };
        const position = { line: 4, character: 26 };
        const links = await service.definition(document, position, workspace, DEFAULT_SETTINGS);
        return links.map(({ targetUri }) => targetUri);
      };
      assert.deepEqual(await definedIn(`${outer}/tenants/x/tenant.yaml`), [`${outer}/.env`]);
      assert.deepEqual(await definedIn(`${inner}/tenants/x/tenant.yaml`), [`${inner}/.env.local`, `${inner}/.env`]);
    });
  }

  test("a name is found once", async () => {
    const found = await createService().workspaceSymbols(
      "ops",
      spelledWorkspace([outer, inner], files),
      DEFAULT_SETTINGS,
    );
    assert.equal(found.length, 1);
  });
});
