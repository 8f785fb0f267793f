import assert from "node:assert/strict";
import { test } from "node:test";
import { parseSettings } from "../../../server/src/settings.ts";
import { ContextLoader } from "../../../server/src/tenants/context-loader.ts";
import type { Workspace } from "../../../server/src/tenants/workspace.ts";
import { parseSource } from "../../../server/src/yaml/source.ts";
import { memoryWorkspace, uriOf } from "../../support/memory-workspace.ts";

const TENANT = "tenant_id: acme\nmetadata: {}\nenvironments: {}\n";

type Files = Record<string, string>;

interface Loaded {
  readonly kind: string;
  readonly folder: string | undefined;
  /** Files of the tenant as `kind path`, relative to the workspace where they stand in it. */
  readonly files: readonly string[];
}

const short = (uri: string): string => uri.replace(/^file:\/\/\/work\/?/, "");

async function load(loader: ContextLoader, uri: string, text: string): Promise<Loaded> {
  const source = parseSource(text, uri.endsWith(".json") ? "json" : "yaml");
  const { kind, decidedBy } = await loader.kind(uri, source);
  if (!kind) return { kind: "none", folder: undefined, files: [] };
  const { folder, files } = await loader.context(uri, kind, source);
  return {
    kind: `${kind} by ${decidedBy}`,
    folder: folder === undefined ? undefined : short(folder),
    files: files.map((file) => `${file.kind} ${short(file.uri)}`),
  };
}

function loaderOf(files: Files, environment: Record<string, string> = {}): ContextLoader {
  return new ContextLoader(memoryWorkspace(files, environment), parseSettings({}).settings);
}

/** What the loader says about one of the files. */
function loadFrom(files: Files, path: string, environment: Record<string, string> = {}): Promise<Loaded> {
  return load(loaderOf(files, environment), uriOf(path), files[path] ?? "");
}

test("a tenant is the folder below `tenants`, whether it has a tenant file or not", async () => {
  const files = {
    "tenants/acme/tenant.yaml": TENANT,
    "tenants/acme/security.yaml": "",
    "tenants/acme/notes.yaml": "x: 1\n",
    "tenants/acme/readme.md": "",
    "tenants/globex/monitoring.yaml": "",
    "tenants/globex/environment.production.yaml": "",
    "tenants/globex/environments/staging.yaml": "",
    "tenants/globex/locales/de.yaml": "",
  };
  assert.deepEqual(await loadFrom(files, "tenants/acme/security.yaml"), {
    kind: "security by fileName",
    folder: "tenants/acme",
    files: ["security tenants/acme/security.yaml", "tenant tenants/acme/tenant.yaml"],
  });
  const globex = [
    "environment tenants/globex/environment.production.yaml",
    "environment tenants/globex/environments/staging.yaml",
    "monitoring tenants/globex/monitoring.yaml",
  ];
  for (const path of ["tenants/globex/monitoring.yaml", "tenants/globex/environments/staging.yaml"]) {
    const { folder, files: found } = await loadFrom(files, path);
    assert.equal(folder, "tenants/globex");
    assert.deepEqual(found, globex);
  }
});

test("a tenant is the nearest folder above that holds a tenant file, in any workspace", async () => {
  const files = {
    "conf/acme/main.tenant.yaml": TENANT,
    "conf/acme/monitoring.yaml": "",
    "conf/acme/environments/production.yaml": "",
    "conf/acme/deep/er/security.yaml": "",
    "conf/monitoring.yaml": "",
    "plain/tenant.yaml": TENANT,
    "plain/security.yaml": "",
    "strange/tenant.yaml": "image: nginx\n",
    "strange/security.yaml": "",
  };
  const acme = ["environment conf/acme/environments/production.yaml", "monitoring conf/acme/monitoring.yaml"];
  assert.deepEqual(await loadFrom(files, "conf/acme/monitoring.yaml"), {
    kind: "monitoring by fileName",
    folder: "conf/acme",
    files: [acme[0], "tenant conf/acme/main.tenant.yaml", acme[1]],
  });
  assert.deepEqual((await loadFrom(files, "conf/acme/deep/er/security.yaml")).folder, "conf/acme");
  assert.deepEqual((await loadFrom(files, "plain/security.yaml")).folder, "plain");
  assert.equal((await loadFrom(files, "conf/monitoring.yaml")).kind, "none");
  assert.equal((await loadFrom(files, "strange/security.yaml")).kind, "none", "a name alone makes no tenant file");
});

test("a file that stands alone has no folder", async () => {
  assert.deepEqual(await loadFrom({ "x.monitoring.yaml": "" }, "x.monitoring.yaml"), {
    kind: "monitoring by fileName",
    folder: undefined,
    files: ["monitoring x.monitoring.yaml"],
  });
  const loader = new ContextLoader({ ...memoryWorkspace({}), folders: [] }, parseSettings({}).settings);
  for (const uri of ["untitled:x.tenant.yaml", "file:///else/x.tenant.yaml", "vscode-vfs://github/o/r/x.tenant.yaml"]) {
    const { kind, folder } = await load(loader, uri, "");
    assert.deepEqual([kind, folder], ["tenant by fileName", undefined], uri);
  }
});

test("tenants in one file each are tenants of their own", async () => {
  const files = { "tenants/acme.yaml": TENANT, "tenants/globex.yaml": TENANT };
  assert.deepEqual((await loadFrom(files, "tenants/globex.yaml")).files, ["tenant tenants/globex.yaml"]);
});

test("every file of the tenant knows the others, whichever is asked first", async () => {
  const files = {
    "tenants/acme/monitoring.yaml": "a: 1\n",
    "tenants/acme/security.yaml": "b: 1\n",
    "tenants/acme/tenant.yaml": TENANT,
  };
  const expected = [
    "monitoring tenants/acme/monitoring.yaml",
    "security tenants/acme/security.yaml",
    "tenant tenants/acme/tenant.yaml",
  ];
  const loader = loaderOf(files);
  for (const [path, text] of [...Object.entries(files), ...Object.entries(files).reverse()]) {
    assert.deepEqual((await load(loader, uriOf(path), text)).files, expected, path);
  }
});

test("the asking file counts as it is given, not as it is stored", async () => {
  const files = { "tenants/acme/monitoring.yaml": "old: 1\n", "tenants/acme/security.yaml": "" };
  const loader = loaderOf(files);
  const source = parseSource("new: 1\n", "yaml");
  const context = await loader.context(uriOf("tenants/acme/monitoring.yaml"), "monitoring", source);
  assert.equal(context.files[0]?.source, source);
});

const ROOTS: readonly (readonly [value: string, path: string, folder: string | undefined])[] = [
  ["config/customers", "config/customers/acme/monitoring.yaml", "config/customers/acme"],
  ["./config/customers/", "config/customers/acme/monitoring.yaml", "config/customers/acme"],
  ["config\\customers", "config/customers/acme/monitoring.yaml", "config/customers/acme"],
  ["/work/config", "config/acme/monitoring.yaml", "config/acme"],
  ["/work/config", "config/monitoring.yaml", "config"],
  ["/work/config", "config/acme/environments/production.yaml", "config/acme"],
  ["one:two", "two/acme/monitoring.yaml", "two/acme"],
  ["/work/one:/work/two", "two/acme/monitoring.yaml", "two/acme"],
  ["one;two", "one/acme/monitoring.yaml", "one/acme"],
  [" one ; two ", "two/acme/monitoring.yaml", "two/acme"],
  ["../work/one", "one/acme/monitoring.yaml", "one/acme"],
  ["one", "two/acme/monitoring.yaml", undefined],
  ["one", "tenants/acme/monitoring.yaml", undefined],
  ["C:\\conf", "conf/acme/monitoring.yaml", undefined],
  ["", "tenants/acme/monitoring.yaml", "tenants/acme"],
];

for (const [value, path, folder] of ROOTS) {
  test(`TENANT_CONFIG_PATH=${value}: ${path} ${folder ? `is of the tenant ${folder}` : "is not ours"}`, async () => {
    const loaded = await loadFrom({ [path]: "" }, path, { TENANT_CONFIG_PATH: value });
    assert.equal(loaded.folder, folder);
    assert.equal(loaded.kind === "none", folder === undefined);
  });
}

/** The workspace of {@link memoryWorkspace} under other names of its folder. */
function elsewhere(files: Files, folder: string, environment: Record<string, string>): Workspace {
  const inner = memoryWorkspace(files, environment);
  const toInner = (uri: string): string => decodeURIComponent(uri).replace(/^file:\/\/\/c:\/work/i, "file:///work");
  return {
    ...inner,
    folders: [folder],
    readFile: (uri) => inner.readFile(toInner(uri)),
    readDirectory: (uri) => inner.readDirectory(toInner(uri)),
  };
}

test("Windows drives are one however they are written", async () => {
  const files = { "conf/acme/monitoring.yaml": "", "conf/acme/security.yaml": "" };
  for (const root of ["C:\\work\\conf", "c:/work/conf", "D:\\x;C:\\work\\conf", "conf"]) {
    const workspace = elsewhere(files, "file:///c%3A/work", { TENANT_CONFIG_PATH: root });
    const loader = new ContextLoader(workspace, parseSettings({}).settings);
    const { kind, files: found } = await load(loader, "file:///c%3A/work/conf/acme/monitoring.yaml", "");
    assert.equal(kind, "monitoring by fileName", root);
    assert.equal(found.length, 2, root);
  }
});

test("a root outside of the workspace belongs to the folder that declares it, with its variables", async () => {
  const inner = memoryWorkspace({ ".env": "TENANT_CONFIG_PATH=/app/config\nREGION=eu\n" });
  const outside = new Map([
    ["file:///app/config/acme/tenant.yaml", TENANT],
    ["file:///app/config/acme/environments/production.yaml", ""],
  ]);
  const workspace: Workspace = {
    ...inner,
    readFile: async (uri) => outside.get(uri) ?? (await inner.readFile(uri)),
    readDirectory: async (uri) => {
      if (uri === "file:///app/config/acme")
        return [
          { name: "tenant.yaml", kind: "file" },
          { name: "environments", kind: "directory" },
        ];
      return uri.endsWith("/acme/environments")
        ? [{ name: "production.yaml", kind: "file" }]
        : inner.readDirectory(uri);
    },
  };
  const loader = new ContextLoader(workspace, parseSettings({}).settings);
  const uri = "file:///app/config/acme/environments/production.yaml";
  assert.deepEqual(await load(loader, uri, ""), {
    kind: "environment by fileName",
    folder: "file:///app/config/acme",
    files: [`environment ${uri}`, "tenant file:///app/config/acme/tenant.yaml"],
  });
  assert.equal((await loader.variables(uri)).get("REGION")?.value, "eu");
  assert.equal((await loader.variables("file:///else/x.yaml")).get("REGION"), undefined);
});

test("variables are those of the innermost workspace folder, read once", async () => {
  const files: Files = { ".env": "A=outer\nB=outer\n", ".env.local": "B=local\n", "inner/.env": "A=inner\n" };
  const reads: string[] = [];
  const inner = memoryWorkspace(files, { C: "process" });
  const workspace: Workspace = {
    ...inner,
    folders: ["file:///work", "file:///work/inner"],
    readFile: (uri) => {
      reads.push(short(uri));
      return inner.readFile(uri);
    },
  };
  const loader = new ContextLoader(workspace, parseSettings({ env: { D: "setting" } }).settings);
  const values = async (path: string): Promise<Record<string, string>> =>
    Object.fromEntries([...(await loader.variables(uriOf(path)))].map(([name, { value }]) => [name, value]));
  assert.deepEqual(await values("a/b.yaml"), { A: "outer", B: "local", C: "process", D: "setting" });
  assert.deepEqual(await values("c.yaml"), { A: "outer", B: "local", C: "process", D: "setting" });
  assert.deepEqual(await values("inner/x.yaml"), { A: "inner", C: "process", D: "setting" });
  assert.deepEqual(reads, [".env.local", ".env", "inner/.env.local", "inner/.env"]);
});

test("what was read is kept until the file, the folder or .env changes", async () => {
  const files: Files = {
    ".env": "A=1\n",
    "tenants/acme/monitoring.yaml": "",
    "tenants/acme/security.yaml": "role: old\n",
  };
  const changing = (path: string): Promise<string | undefined> => Promise.resolve(files[short(path)]);
  const workspace: Workspace = {
    ...memoryWorkspace(files),
    readFile: changing,
    readDirectory: (uri) => memoryWorkspace(files).readDirectory(uri),
  };
  const loader = new ContextLoader(workspace, parseSettings({}).settings);
  const asking = uriOf("tenants/acme/monitoring.yaml");
  const look = async (): Promise<string> => {
    const context = await loader.context(asking, "monitoring", parseSource("", "yaml"));
    const texts = context.files.map((file) => `${short(file.uri).slice(13)}=${file.source.text.trim()}`);
    return `${texts.join(" ")} A=${context.variables.get("A")?.value}`;
  };
  const before = "monitoring.yaml= security.yaml=role: old A=1";
  assert.equal(await look(), before);

  files["tenants/acme/security.yaml"] = "role: new\n";
  files["tenants/acme/tenant.yaml"] = TENANT;
  files[".env"] = "A=2\n";
  assert.equal(await look(), before, "nobody said that anything changed");

  loader.invalidate(uriOf("tenants/globex/security.yaml"));
  assert.equal(await look(), before, "another tenant changed");

  loader.invalidate(uriOf("tenants/acme/security.yaml"));
  assert.equal(await look(), "monitoring.yaml= security.yaml=role: new A=1");

  loader.invalidateFolders();
  assert.match(await look(), /^monitoring\.yaml= security\.yaml=role: new tenant\.yaml=tenant_id: acme.* A=1$/s);

  loader.invalidate(uriOf(".env"));
  assert.match(await look(), / A=2$/);
});

test("CACHE_SCHEMAS=false keeps nothing of a tenant", async () => {
  const files: Files = { "tenants/acme/monitoring.yaml": "", "tenants/acme/security.yaml": "role: old\n" };
  const workspace: Workspace = {
    ...memoryWorkspace(files, { CACHE_SCHEMAS: "false" }),
    readFile: async (uri) => files[short(uri)],
  };
  const loader = new ContextLoader(workspace, parseSettings({}).settings);
  const securityText = async (): Promise<string | undefined> => {
    const context = await loader.context(uriOf("tenants/acme/monitoring.yaml"), "monitoring", parseSource("", "yaml"));
    return context.files[1]?.source.text;
  };
  assert.equal(await securityText(), "role: old\n");
  files["tenants/acme/security.yaml"] = "role: new\n";
  assert.equal(await securityText(), "role: new\n");
});

test("only the tenants that were asked for last are kept", async () => {
  const files: Files = {};
  for (const tenant of ["a", "b", "c"]) {
    files[`tenants/${tenant}/monitoring.yaml`] = "";
    files[`tenants/${tenant}/security.yaml`] = "";
    files[`tenants/${tenant}/environments/production.yaml`] = "";
  }
  const reads: string[] = [];
  const inner = memoryWorkspace(files);
  const workspace: Workspace = {
    ...inner,
    readFile: (uri) => {
      if (!uri.includes(".env")) reads.push(short(uri));
      return inner.readFile(uri);
    },
  };
  const loader = new ContextLoader(workspace, parseSettings({}).settings, 2);
  const readsFor = async (tenant: string): Promise<readonly string[]> => {
    const { files: found } = await load(loader, uriOf(`tenants/${tenant}/monitoring.yaml`), "");
    assert.equal(found.length, 3);
    return reads.splice(0);
  };
  const all = (tenant: string): readonly string[] => [
    `tenants/${tenant}/security.yaml`,
    `tenants/${tenant}/environments/production.yaml`,
  ];
  assert.deepEqual(await readsFor("a"), all("a"));
  assert.deepEqual(await readsFor("a"), [], "its two folders are kept");
  assert.deepEqual(await readsFor("b"), all("b"));
  assert.deepEqual(await readsFor("c"), all("c"));
  assert.deepEqual(await readsFor("a"), all("a"), "they gave way to those of the others");
});
