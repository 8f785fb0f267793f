import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { LineIndex } from "../../../server/src/text/line-index.ts";
import { open, type Surroundings } from "./ask.ts";

/** Links of a text, resolved as an editor does it: what is underlined, and where it leads. */
async function links(text: string, around: Surroundings = {}): Promise<readonly string[]> {
  const { service, document, workspace, settings } = open(text, around);
  const lines = new LineIndex(text);
  const found = await service.documentLinks(document, workspace, settings);
  const resolved = await Promise.all(found.map((link) => service.resolveDocumentLink(link, workspace)));
  return resolved.map(({ range: { start, end }, target }) => {
    return `${text.slice(lines.offsetAt(start), lines.offsetAt(end))} -> ${target ?? "nothing"}`;
  });
}

const monitoring = (address: string): string =>
  `alertmanager:
  config:
    global:
      pagerduty_url: ${address}
`;
const AT_MONITORING = { path: "tenants/one/monitoring.yaml" };
const translation = (file: string): string => `translations:\n  fr:\n    $file: ${file}\n`;
const withFiles = (files: readonly string[]): Surroundings => ({
  path: "tenants/one/localization.yaml",
  files: Object.fromEntries(files.map((file) => [file, "messages: {}\n"])),
});
const database = (line: string): string =>
  `tenant_id: one\nenvironments:\n  production:\n    database:\n      ${line}\n`;

const TEXTS: readonly (readonly [name: string, text: string, around: Surroundings, links: readonly string[]])[] = [
  [
    "a web address where one is expected, without its quotes",
    monitoring('"https://a.example/x?y=1"'),
    AT_MONITORING,
    ["https://a.example/x?y=1 -> https://a.example/x?y=1"],
  ],
  ["no address with placeholders", monitoring("https://${HOST}/x"), AT_MONITORING, []],
  ["no address where text is expected", "tenant_name: https://a.example\nx-a: https://b.example\n", {}, []],
  ["no host with a port", monitoring("a.example:80"), AT_MONITORING, []],
  [
    "a file that is there",
    translation("./locales/fr%20x.yaml").replace("%20", " "),
    withFiles(["tenants/one/locales/fr%20x.yaml"]),
    ["./locales/fr x.yaml -> file:///work/tenants/one/locales/fr%20x.yaml"],
  ],
  ["a file that is not there", translation("locales/fr.yaml"), withFiles([]), ["locales/fr.yaml -> nothing"]],
  [
    "a file above the folder, inside the workspace",
    translation("'../shared/fr.yaml'"),
    withFiles(["tenants/shared/fr.yaml"]),
    ["../shared/fr.yaml -> file:///work/tenants/shared/fr.yaml"],
  ],
  [
    "a file outside of the workspace",
    translation("../../../etc/fr.yaml"),
    withFiles(["../etc/fr.yaml"]),
    ["../../../etc/fr.yaml -> nothing"],
  ],
  ["a file by an absolute path", translation("/etc/fr.yaml"), withFiles([]), []],
  [
    "a secret in Vault",
    database('password: "vault:secret/data/{{tenant_id}}/db#password"'),
    { files: { ".env": "VAULT_ENDPOINT=https://vault.acme.example/\n" } },
    ["vault:secret/data/{{tenant_id}}/db#password -> https://vault.acme.example/v1/secret/data/one/db"],
  ],
  ["a secret in a Vault nobody knows", database("password: vault:a/b#c"), {}, []],
];

describe("document links", () => {
  for (const [name, text, around, expected] of TEXTS) {
    test(name, async () => assert.deepEqual(await links(text, around), expected));
    test(`${name}, with CRLF`, async () =>
      assert.deepEqual(await links(text.replaceAll("\n", "\r\n"), around), expected));
  }

  test("JSON", async () => {
    const text = '{"translations": {"fr": {"$file": "fr.json"}}}';
    const around = { path: "tenants/one/localization.json", files: { "tenants/one/fr.json": "{}" } };
    assert.deepEqual(await links(text, around), ["fr.json -> file:///work/tenants/one/fr.json"]);
  });

  test("a link that somebody made up leads nowhere", async () => {
    const { service, workspace } = open("tenant_id: one\n", { files: { "secret.txt": "x" } });
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    for (const data of [undefined, null, 7, {}, { uri: 1, file: 2 }, { uri: "file:///a/b", file: "file:///c/d" }]) {
      assert.equal((await service.resolveDocumentLink({ range, data }, workspace)).target, undefined);
    }
  });
});
