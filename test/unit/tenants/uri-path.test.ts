import assert from "node:assert/strict";
import { test } from "node:test";
import { resolvePath } from "../../../server/src/tenants/context-loader.ts";
import {
  baseName,
  canonical,
  innermost,
  isInside,
  joinUri,
  parentUri,
  relativePath,
} from "../../../server/src/tenants/uri-path.ts";

test("the folder above, up to the top of the scheme", () => {
  const above: readonly (readonly [string, string])[] = [
    ["file:///work/a/b.yaml", "file:///work/a"],
    ["file:///work/a/", "file:///work"],
    ["file:///c%3A/work", "file:///c%3A"],
    ["vscode-vfs://github/owner/repo/a.yaml", "vscode-vfs://github/owner/repo"],
    ["vscode-vfs://github/owner", "vscode-vfs://github"],
    ["vscode-vfs://github", "vscode-vfs://github"],
    ["untitled:Untitled-1", "untitled:Untitled-1"],
  ];
  for (const [uri, parent] of above) assert.equal(parentUri(uri), parent);
});

test("the last part, decoded", () => {
  assert.equal(baseName("file:///work/my%20tenant.yaml"), "my tenant.yaml");
  assert.equal(baseName("file:///work/100%.yaml"), "100%.yaml");
  assert.equal(baseName("tenant.yaml"), "tenant.yaml");
});

test("an entry of a folder is encoded", () => {
  assert.equal(joinUri("file:///work", "a b#c.yaml"), "file:///work/a%20b%23c.yaml");
  assert.equal(joinUri("file:///work/", "a/b.yaml"), "file:///work/a/b.yaml");
  assert.equal(joinUri("vscode-vfs://github/o/r", "ä.yaml"), "vscode-vfs://github/o/r/%C3%A4.yaml");
});

test("a whole disk or drive is a folder like others", () => {
  assert.equal(joinUri("file://", ".env"), "file:///.env");
  assert.equal(joinUri("file:///d%3A/", "a"), "file:///d%3A/a");
  assert.ok(isInside("file:///a/b", "file:///"));
  assert.equal(relativePath("file:///a/b", ["file://"]), "a/b");
  assert.equal(relativePath("file:///d%3A/a", ["file:///D:/"]), "a");
});

test("the innermost folder is found however long its spelling is", () => {
  const folders = ["file:///c%3A/a%20long%20name", "file:///C:/a long name/in"];
  assert.equal(innermost("file:///c:/a long name/in/x", folders), folders[1]);
});

test("a file is inside its folder however either is encoded, and not inside one with a longer name", () => {
  assert.ok(isInside("file:///work/a.yaml", "file:///work"));
  assert.ok(isInside("file:///work", "file:///work/"));
  assert.ok(isInside("file:///c%3A/My%20Work/a.yaml", "file:///C:/My Work"));
  assert.ok(!isInside("file:///workshop/a.yaml", "file:///work"));
  assert.ok(!isInside("vscode-vfs://github/work/a.yaml", "file:///work"));
  assert.ok(!isInside("file:///work", "file:///work/a"));
});

test("paths are relative to the innermost folder, or whole when there is none", () => {
  const folders = ["file:///work", "file:///work/inner/", "vscode-vfs://github/o/r"];
  assert.equal(relativePath("file:///work/a%20b/c.yaml", folders), "a b/c.yaml");
  assert.equal(relativePath("file:///work/inner/c.yaml", folders), "c.yaml");
  assert.equal(relativePath("vscode-vfs://github/o/r/tenants/a.yaml", folders), "tenants/a.yaml");
  assert.equal(relativePath("file:///else/c.yaml", folders), "else/c.yaml");
  assert.equal(relativePath("untitled:Untitled-1", folders), "untitled:Untitled-1");
  assert.equal(innermost("file:///work/inner/x", folders), "file:///work/inner/");
  assert.equal(innermost("file:///else", folders), undefined);
});

test("two spellings of one place are one", () => {
  assert.equal(canonical("file:///C%3A/Work/"), "file:///c:/Work");
  assert.equal(canonical("file:///c:/Work"), "file:///c:/Work");
  assert.equal(canonical("file:///work/Folder"), "file:///work/Folder");
  assert.equal(canonical("file:///work/%"), "file:///work/%");
  assert.equal(canonical("file:///"), "file://");
  assert.equal(canonical("file://"), "file://");
});

test("paths that people write become URIs beside or below the folder", () => {
  const written: readonly (readonly [folder: string, path: string, uri: string])[] = [
    ["file:///work", "config/tenants", "file:///work/config/tenants"],
    ["file:///work", "./config//tenants/", "file:///work/config/tenants"],
    ["file:///work/app", "../shared", "file:///work/shared"],
    ["file:///work", "../../../x", "file:///x"],
    ["file:///work", ".", "file:///work"],
    ["file:///work", "/app/config/tenant", "file:///app/config/tenant"],
    ["file:///work", "config\\tenants", "file:///work/config/tenants"],
    ["file:///c%3A/work", "D:\\conf\\tenants", "file:///D%3A/conf/tenants"],
    ["file:///c%3A/work", "D:/conf", "file:///D%3A/conf"],
    ["vscode-vfs://github/o/r", "tenants", "vscode-vfs://github/o/r/tenants"],
    ["vscode-vfs://github/o/r", "/o/r/x", "vscode-vfs://github/o/r/x"],
    ["file:///my%20work", "a b#1", "file:///my%20work/a%20b%231"],
  ];
  for (const [folder, path, uri] of written) assert.equal(resolvePath(folder, path), uri, path);
});
