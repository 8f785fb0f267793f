/** One feature that throws must cost its own answer and nothing else: every request of the server, over its real protocol layer. */
import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { describe, type TestContext, test } from "node:test";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import * as lsp from "vscode-languageserver";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "../../../server/src/lsp/server.ts";
import * as own from "../../../server/src/protocol.ts";
import { createService, type Service } from "../../../server/src/service.ts";
import { withCursor } from "../../support/cursor.ts";
import { memoryWorkspace } from "../../support/memory-workspace.ts";

type Verb = keyof Service;

const folder = "file:///work";
const monitoring = {
  uri: `${folder}/tenants/one/monitoring.yaml`,
  text: `x-labels: &labels
  team: ops
global:
  external_labels: *labels
prometheus:
  rule_groups:
    - name: one
      rules:
        - alert: Down
          expr: sum(rate(up[5m]))
          for: 3600s
alertmanager:
  config:
    global:
      pagerduty_url: https://events.example
    route:
      receiver: chat
    receivers:
      - name: chat
        slack_configs:
          - color: '#ff0000'
grafana:

tracing: {}
`,
};
const security = {
  uri: `${folder}/tenants/one/security.yaml`,
  text: `authorization:
  rbac:
    default_role: reader
    roles:
      - name: admin
        permissions: []
        inherit_from: [editor]
      - name: editor
        permissions: []
        inherit_from: [reader]
      - name: reader
        permissions: []
`,
};
const localization = {
  uri: `${folder}/tenants/one/localization.yaml`,
  text: "translations:\n  fr:\n    $file: locales/fr.yaml\n",
};
const french = { uri: `${folder}/tenants/one/locales/fr.yaml`, text: "messages: {}\n" };
/** So large that edits of code actions are left out until somebody asks for them. */
const tenant = {
  uri: `${folder}/tenants/one/tenant.yaml`,
  text: `billing:   {}\nfeatures:\n  - nothing\nplna: 1\n${"# a line\n".repeat(5_000)}`,
};
const documents = [monitoring, security, localization, french, tenant];
const files = memoryWorkspace(
  Object.fromEntries(documents.map(({ uri, text }) => [uri.slice(folder.length + 1), text])),
);
const whole = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
const formatting = { tabSize: 2, insertSpaces: true };

/** Parameters for a position in a document: before the text, or where its marker is. */
function at({ uri, text }: typeof monitoring, where: string): object {
  const marked = where.includes("<|>") ? where : `<|>${where}`;
  const { text: part, offset } = withCursor(marked);
  const index = text.indexOf(part);
  assert.ok(index >= 0, part);
  const { position } = withCursor(`${text.slice(0, index + offset)}<|>${text.slice(index + offset)}`);
  return { textDocument: { uri }, position };
}

/** Parameters that are about a whole document. */
function of({ uri }: typeof monitoring, more: object = {}): object {
  return { textDocument: { uri }, ...more };
}

const chat = at(monitoring, "chat\n        slack");
const newTenant = {
  id: "two",
  name: "Two",
  ownerName: "Ann",
  ownerEmail: "ann@two.example",
  environments: ["production"],
  plan: "pro",
  locales: ["en"],
};

/** A request of the server. */
interface Row {
  readonly method: string;
  /** The verb of the service that answers it. */
  readonly verb: Verb;
  /** How the request is named in the log. */
  readonly what: string;
  /** Parameters, or how to get them from the answers of other requests. */
  readonly params: object | ((ask: Ask) => Promise<unknown>);
  /** The answer when the verb throws; the parameters themselves when it says `same`. */
  readonly nothing: unknown;
}

function paramsOf(params: Row["params"], ask: Ask): Promise<unknown> {
  return typeof params === "function" ? params(ask) : Promise.resolve(params);
}

type Ask = (method: string, params: unknown) => Promise<unknown>;

const row = (method: string, verb: Verb, what: string, params: Row["params"], nothing: unknown): Row => {
  return { method, verb, what, params, nothing };
};

/** The first item of an answer, or what `choose` takes of it. */
const first = (method: string, params: object, wrap?: (item: unknown) => object): Row["params"] => {
  return async (ask) => {
    const [item] = (await ask(method, params)) as readonly unknown[];
    assert.ok(item, `${method} has an answer`);
    return wrap ? wrap(item) : item;
  };
};

const calls = first("textDocument/prepareCallHierarchy", chat, (item) => ({ item }));
const callers: Row["params"] = async (ask) => {
  const [call] = (await ask("callHierarchy/incomingCalls", await paramsOf(calls, ask))) as readonly { from: unknown }[];
  assert.ok(call, "somebody calls");
  return { item: call.from };
};
const editor = first("textDocument/prepareTypeHierarchy", at(security, "editor\n"), (item) => ({ item }));
const noTokens = { data: [], resultId: "" };
const organize = of(tenant, { range: whole, context: { diagnostics: [], only: ["source.organize"] } });

const rows: readonly Row[] = [
  row("textDocument/completion", "completion", "completion", at(monitoring, "global:"), []),
  row(
    "completionItem/resolve",
    "resolveCompletion",
    "completion item",
    first("textDocument/completion", at(monitoring, "global:")),
    "same",
  ),
  row("textDocument/hover", "hover", "hover", at(monitoring, "receivers"), null),
  row("textDocument/signatureHelp", "signatureHelp", "signature help", at(monitoring, "up[5m]"), null),
  row("textDocument/codeAction", "codeActions", "code action", organize, []),
  row(
    "codeAction/resolve",
    "resolveCodeAction",
    "resolution of a code action",
    first("textDocument/codeAction", organize),
    "same",
  ),
  row("textDocument/documentSymbol", "documentSymbols", "symbols", of(monitoring), []),
  row("textDocument/foldingRange", "foldingRanges", "folding", of(monitoring), []),
  row("textDocument/semanticTokens/full", "semanticTokens", "tokens", of(monitoring), noTokens),
  row(
    "textDocument/semanticTokens/range",
    "semanticTokens",
    "visible tokens",
    of(monitoring, { range: whole }),
    noTokens,
  ),
  row(
    "textDocument/semanticTokens/full/delta",
    "semanticTokens",
    "changed tokens",
    of(monitoring, { previousResultId: "none" }),
    noTokens,
  ),
  row("textDocument/codeLens", "codeLenses", "lenses", of(monitoring), []),
  row("codeLens/resolve", "resolveCodeLens", "lens", first("textDocument/codeLens", of(monitoring)), "same"),
  row("textDocument/inlayHint", "inlayHints", "hints", of(monitoring, { range: whole }), []),
  row("textDocument/documentLink", "documentLinks", "links", of(localization), []),
  row(
    "documentLink/resolve",
    "resolveDocumentLink",
    "link",
    first("textDocument/documentLink", of(localization)),
    "same",
  ),
  row("textDocument/documentColor", "documentColors", "colours", of(monitoring), []),
  row(
    "textDocument/colorPresentation",
    "colorPresentations",
    "colour",
    first("textDocument/documentColor", of(monitoring), (item) => of(monitoring, item as object)),
    [],
  ),
  row("textDocument/selectionRange", "selectionRanges", "selection", of(monitoring, { positions: [whole.start] }), []),
  row("textDocument/definition", "definition", "definition", at(monitoring, "chat\n    receivers"), []),
  row("textDocument/references", "references", "references", { ...chat, context: { includeDeclaration: true } }, []),
  row("textDocument/documentHighlight", "documentHighlights", "highlights", chat, []),
  row("textDocument/linkedEditingRange", "linkedEditingRanges", "linked editing", at(monitoring, "&<|>labels"), null),
  row("textDocument/prepareRename", "prepareRename", "prepare rename", chat, null),
  row("textDocument/rename", "rename", "rename", { ...chat, newName: "talk" }, null),
  row("textDocument/prepareCallHierarchy", "prepareCallHierarchy", "call hierarchy", chat, []),
  row("callHierarchy/incomingCalls", "incomingCalls", "incoming calls", calls, []),
  row("callHierarchy/outgoingCalls", "outgoingCalls", "outgoing calls", callers, []),
  row("textDocument/prepareTypeHierarchy", "prepareTypeHierarchy", "type hierarchy", at(security, "editor\n"), []),
  row("typeHierarchy/supertypes", "supertypes", "supertypes", editor, []),
  row("typeHierarchy/subtypes", "subtypes", "subtypes", editor, []),
  row("workspace/symbol", "workspaceSymbols", "workspace symbols", { query: "chat" }, []),
  row(
    "workspace/willRenameFiles",
    "renameFiles",
    "renaming files",
    { files: [{ oldUri: french.uri, newUri: `${french.uri}.yaml` }] },
    null,
  ),
  row("textDocument/formatting", "format", "formatting", of(tenant, { options: formatting }), []),
  row(
    "textDocument/rangeFormatting",
    "format",
    "range formatting",
    of(tenant, { options: formatting, range: whole }),
    [],
  ),
  row(
    "textDocument/onTypeFormatting",
    "formatOnType",
    "formatting while typing",
    { ...at(monitoring, "\ntracing"), ch: "\n", options: formatting },
    [],
  ),
  row("textDocument/diagnostic", "check", "diagnostics", of(tenant), { kind: "full", items: [] }),
  row(own.KIND_REQUEST, "kind", "kind", { uri: tenant.uri }, null),
  row(own.EFFECTIVE_PREVIEW_REQUEST, "effectivePreview", "preview", { uri: monitoring.uri }, null),
  row(own.NEW_TENANT_REQUEST, "newTenant", "new tenant", newTenant, null),
];

/** A server whose engine throws in the verbs that are named, and a client of it. */
interface Session {
  /** Verbs that throw from now on. */
  readonly broken: Set<Verb>;
  /** What the server has logged as errors. */
  readonly errors: string[];
  readonly client: MessageConnection;
  readonly ask: Ask;
}

async function start(
  t: TestContext,
  capabilities: lsp.ClientCapabilities = {},
  beforeLoading: () => void = () => undefined,
): Promise<Session> {
  const broken = new Set<Verb>();
  const errors: string[] = [];
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
  );
  const runtime = { hostFiles: files, processEnvironment: {}, timer: immediate, now: () => 0 };
  startServer(server, runtime, async () => {
    beforeLoading();
    return faulty(createService(), broken);
  });
  const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client.onNotification("window/logMessage", ({ type, message }: lsp.LogMessageParams) => {
    if (type === lsp.MessageType.Error) errors.push(message);
  });
  client.listen();
  t.after(() => {
    client.dispose();
    server.dispose();
  });
  const ask: Ask = (method, params) => client.sendRequest(method, params);
  await ask("initialize", { processId: null, rootUri: folder, capabilities });
  for (const { uri, text } of documents) {
    const textDocument = { uri, languageId: "tenant-config", version: 1, text };
    await client.sendNotification("textDocument/didOpen", { textDocument });
  }
  return { broken, errors, client, ask };
}

function immediate(callback: () => void): () => void {
  const handle = setImmediate(callback);
  return () => clearImmediate(handle);
}

/** The service, with verbs that throw as long as they are named. */
function faulty(service: Service, broken: ReadonlySet<Verb>): Service {
  return new Proxy(service, {
    get: (target, name: Verb) => {
      if (!broken.has(name)) return target[name];
      return () => {
        throw new Error(`${name} is broken`);
      };
    },
  });
}

/** The answer without the number that each answer with tokens has. */
async function answer({ method }: Row, params: unknown, ask: Ask): Promise<unknown> {
  const found = await ask(method, params);
  return method.startsWith("textDocument/semanticTokens") ? { ...(found as object), resultId: "" } : found;
}

const capabilities: lsp.ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    completion: { completionItem: { resolveSupport: { properties: ["documentation"] } } },
    codeAction: { resolveSupport: { properties: ["edit"] } },
    rename: { prepareSupport: true },
  },
};

/** Requests that the library answers itself. */
const ofTheLibrary = ["initialize", "shutdown", "textDocument/willSaveWaitUntil"];

/** Requests that a client can send, as far as the protocol or we name them. */
function requestMethods(): readonly string[] {
  const isSent = (value: unknown): value is { readonly method: string } =>
    typeof value === "object" &&
    value !== null &&
    "messageDirection" in value &&
    value.messageDirection !== lsp.MessageDirection.serverToClient &&
    "type" in value &&
    "method" in value;
  const standard = Object.values<unknown>(lsp).filter(isSent);
  const ours = Object.entries(own).filter(([name]) => name.endsWith("_REQUEST"));
  return [...standard.map(({ method }) => method), ...ours.map(([, method]) => String(method))];
}

describe("a feature that throws", () => {
  test("the table below holds every request of the server and every verb of the engine", async (t) => {
    const { ask, errors } = await start(t, capabilities);
    const served: string[] = [];
    for (const method of new Set(requestMethods())) {
      if (ofTheLibrary.includes(method)) continue;
      // Parameters of nothing: who serves the method fails or answers, who does not says so.
      const code = await ask(method, {}).then(
        () => 0,
        (error: lsp.ResponseError) => error.code,
      );
      if (code !== lsp.ErrorCodes.MethodNotFound) served.push(method);
    }
    assert.deepEqual(served.sort(), rows.map(({ method }) => method).sort());
    const notifications: readonly Verb[] = ["fileChanged", "filesMoved", "notices"];
    const verbs = new Set([...rows.map(({ verb }) => verb), ...notifications]);
    assert.deepEqual([...verbs].sort(), Object.keys(createService()).sort());
    assert.ok(errors.length < served.length);
  });

  test("answers with nothing and one line in the log, and all others answer as ever", async (t) => {
    const { ask, broken, errors } = await start(t, capabilities);
    const asked: { row: Row; params: unknown; healthy: unknown }[] = [];
    for (const row of rows) {
      const params = await paramsOf(row.params, ask);
      asked.push({ row, params, healthy: await answer(row, params, ask) });
    }
    assert.deepEqual(errors, []);
    for (const { row, params, healthy } of asked) {
      const nothing = row.nothing === "same" ? params : row.nothing;
      broken.add(row.verb);
      const found = await answer(row, params, ask);
      assert.notDeepEqual(healthy, found, `${row.method} has an answer`);
      assert.deepEqual(found, nothing, row.method);
      assert.equal(errors.length, 1, errors.join("\n"));
      const [line] = errors as readonly string[];
      assert.ok(line?.startsWith(row.what) && line.includes(`Error: ${row.verb} is broken`), line);
      errors.length = 0;
      for (const other of asked) {
        if (other.row.verb === row.verb) continue;
        assert.deepEqual(await answer(other.row, other.params, ask), other.healthy, `${other.row.method} beside`);
      }
      broken.delete(row.verb);
      assert.deepEqual(await answer(row, params, ask), healthy, `${row.method} again`);
      assert.deepEqual(errors, []);
    }
  });

  test("pushed diagnostics stay whatever else throws, and come again after a check that threw", async (t) => {
    const { ask, broken, client, errors } = await start(t);
    const { uri } = tenant;
    const pushed: lsp.PublishDiagnosticsParams[] = [];
    client.onNotification("textDocument/publishDiagnostics", (params: lsp.PublishDiagnosticsParams) => {
      if (params.uri === uri) pushed.push(params);
    });
    const edit = async (version: number, text: string): Promise<void> => {
      const contentChanges = [{ text }];
      await client.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
    };
    const arrived = async (version: number): Promise<readonly unknown[]> => {
      for (;;) {
        const found = pushed.find((params) => params.version === version);
        if (found) return found.diagnostics.map(({ code }) => code);
        // Each answer lets the server go on.
        await ask("textDocument/foldingRange", of(french));
      }
    };
    const everything = Object.keys(createService()) as Verb[];
    for (const verb of everything) if (verb !== "check" && verb !== "foldingRanges") broken.add(verb);
    await edit(2, "plna: 1\n");
    const codes = ["missing-property", "unknown-property"];
    assert.deepEqual(await arrived(2), codes);
    broken.add("check");
    errors.length = 0;
    await edit(3, "plna: 2\n");
    while (!errors.some((line) => line.startsWith(`check ${uri}: Error: check is broken`))) {
      await ask("textDocument/foldingRange", of(french));
    }
    broken.clear();
    await edit(4, "plna: 3\n");
    assert.deepEqual(await arrived(4), codes);
    assert.deepEqual(
      pushed.filter(({ diagnostics }) => diagnostics.length === 0),
      [],
      "never taken away",
    );
  });

  test("an engine that can not be loaded is asked for again", async (t) => {
    let attempts = 0;
    const { ask, errors } = await start(t, capabilities, () => {
      attempts++;
      if (attempts === 1) throw new Error("The disk is asleep");
    });
    const hover = rows.find(({ method }) => method === "textDocument/hover");
    assert.ok(hover && typeof hover.params === "object");
    while (!(await ask(hover.method, hover.params))) assert.ok(attempts < 10);
    assert.equal(attempts, 2);
    assert.ok(errors.length > 0 && errors.every((line) => line.includes("The disk is asleep")));
  });
});
