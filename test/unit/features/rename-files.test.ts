import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createService, DEFAULT_SETTINGS } from "../../../server/src/service.ts";
import { applyEdits } from "../../support/apply-edits.ts";
import { memoryWorkspace, uriOf } from "../../support/memory-workspace.ts";

const LOCALIZATION = `default_locale: en
supported_locales: [en, fr, de, it]
translations:
  fr: { $file: locales/fr.yaml }
  de:
    $file: "./locales/de.yaml" # German
  it:
    $file: '../shared/it.yaml'
`;

/** The localization file after renames of paths, as an editor applies them before it renames. */
async function renamed(paths: Readonly<Record<string, string>>, text = LOCALIZATION): Promise<string | undefined> {
  const workspace = memoryWorkspace({
    "tenants/acme/tenant.yaml": "tenant_id: acme\nmetadata: {}\nenvironments: {}\n",
    "tenants/acme/localization.yaml": text,
  });
  const renames = Object.entries(paths).map(([from, to]) => ({ oldUri: uriOf(from), newUri: uriOf(to) }));
  const changes = await createService().renameFiles(renames, workspace, DEFAULT_SETTINGS);
  const uri = uriOf("tenants/acme/localization.yaml");
  assert.deepEqual(
    Object.keys(changes).filter((key) => key !== uri),
    [],
  );
  return changes[uri] && applyEdits(text, changes[uri]);
}

describe("paths in a tenant's files", () => {
  test("follow a file, in their quotes", async () => {
    assert.equal(
      await renamed({ "tenants/acme/locales/fr.yaml": "tenants/acme/locales/fr-FR.yaml" }),
      LOCALIZATION.replace("locales/fr.yaml", "locales/fr-FR.yaml"),
    );
    assert.equal(
      await renamed({ "tenants/acme/locales/de.yaml": "tenants/acme/german.yaml" }),
      LOCALIZATION.replace("./locales/de.yaml", "./german.yaml"),
    );
  });

  test("follow a folder", async () => {
    assert.equal(
      await renamed({ "tenants/acme/locales": "tenants/acme/i18n" }),
      LOCALIZATION.replaceAll("locales/fr", "i18n/fr").replaceAll("locales/de", "i18n/de"),
    );
  });

  test("lead to the same files when the file that names them moves", async () => {
    const moved = LOCALIZATION.replace("locales/fr", "../locales/fr")
      .replace("./locales/de", "../locales/de")
      .replace("../shared", "../../shared");
    assert.equal(await renamed({ "tenants/acme/localization.yaml": "tenants/acme/config/localization.yaml" }), moved);
  });

  test("stay when everything moves together, and when it is about other files", async () => {
    assert.equal(await renamed({ "tenants/acme/tenant.yaml": "tenants/acme/acme.tenant.yaml" }), undefined);
    assert.equal(await renamed({ "tenants/acme/locales/fr.yam": "tenants/acme/x" }), undefined);
    assert.equal(await renamed({ "tenants/acme": "tenants/acme-corp" }), undefined);
  });

  test("that are no relative paths stay", async () => {
    const text = "translations:\n  fr: { $file: '${LOCALES}/fr.yaml' }\n  de: { $file: /locales/de.yaml }\n";
    assert.equal(await renamed({ "tenants/acme/locales": "tenants/acme/i18n" }, text), undefined);
  });
});
