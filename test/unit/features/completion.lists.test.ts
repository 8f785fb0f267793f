import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { complete, type Surroundings } from "./ask.ts";

const at = (kind: string): Surroundings => ({ path: `tenants/one/${kind}.yaml` });

describe("items of lists", () => {
  test("a first one below its key, with its required keys", async () => {
    const marked = "authentication:\n  providers:\n    <|>\n";
    const offered = await complete(marked, at("security"));
    assert.deepEqual(offered.labels, ["- item"]);
    assert.equal(
      offered.accept("- item"),
      "authentication:\n  providers:\n    - name: acme_sso\n      type: oauth2\n      enabled: true\n",
    );
  });

  test("a further one below others", async () => {
    const marked = "supported_locales:\n  - de\n  <|>\n";
    const offered = await complete(marked, at("localization"));
    assert.deepEqual(offered.labels, ["- item"]);
    assert.equal(offered.accept("- item"), "supported_locales:\n  - de\n  - \n");
  });

  test("a further one of a flush list, where a key can stand as well", async () => {
    const marked = "supported_locales:\n- de\n<|>\n";
    const offered = await complete(marked, at("localization"));
    assert.equal(offered.labels.at(-1), "- item");
    assert.equal(offered.labels[0], "default_locale");
    assert.equal(offered.accept("- item"), "supported_locales:\n- de\n- \n");
    assert.equal(offered.accept("default_locale"), "supported_locales:\n- de\ndefault_locale: \n");
  });

  test("values behind the dash", async () => {
    const marked = "features:\n  spotify_integration:\n    scopes:\n      - <|>";
    assert.equal((await complete(marked)).accept("streaming"), marked.replace("<|>", "streaming"));
  });

  test("values between brackets, quoted or not, on one line or several", async () => {
    const accept = async (list: string): Promise<string> =>
      (await complete(`compliance:\n  frameworks: ${list}\n`, at("security"))).accept("soc2");
    assert.equal(await accept("[<|>]"), "compliance:\n  frameworks: [soc2]\n");
    assert.equal(await accept("[gdpr, <|>]"), "compliance:\n  frameworks: [gdpr, soc2]\n");
    assert.equal(await accept("[gdpr, <|>, sox]"), "compliance:\n  frameworks: [gdpr, soc2, sox]\n");
    assert.equal(await accept('[gdpr, "<|>"]'), "compliance:\n  frameworks: [gdpr, soc2]\n");
    assert.equal(
      await accept("[\n    gdpr,\n    <|>\n  ]"),
      "compliance:\n  frameworks: [\n    gdpr,\n    soc2\n  ]\n",
    );
  });

  test("keys behind the dash, those below the line excepted", async () => {
    const marked = "authorization:\n  rbac:\n    roles:\n      - <|>\n        permissions: []\n";
    const offered = await complete(marked, at("security"));
    assert.deepEqual(offered.labels, ["name", "description", "inherit_from"]);
    assert.equal(offered.accept("name"), marked.replace("<|>", "name: "));
  });

  test("no dash where none can stand", async () => {
    assert.deepEqual((await complete("billing:\n  plan: pro\n  - <|>\n")).labels, []);
  });
});

describe("unions", () => {
  const providers = "authentication:\n  providers:\n    - name: a\n";

  test("the deciding key comes first while it is missing", async () => {
    const offered = await complete("authentication:\n  providers:\n    - <|>", at("security"));
    assert.deepEqual(offered.labels, ["type", "name", "enabled", "priority", "config"]);
  });

  test("its values are those of all branches", async () => {
    const offered = await complete(`${providers}      type: <|>`, at("security"));
    assert.deepEqual(offered.labels, ["oauth2", "oidc", "saml", "ldap", "jwt", "api_key"]);
  });

  test("once decided, only the keys of that branch are offered", async () => {
    const offered = await complete(`${providers}      type: ldap\n      config:\n        <|>`, at("security"));
    assert.deepEqual(offered.labels, [
      ...["url", "base_dn", "start_tls", "bind_dn", "bind_password"],
      ...["user_filter", "group_base_dn", "group_filter", "ca_file", "timeout"],
    ]);
    const key = await complete(`${providers}      type: api_key\n      config: {<|>}`, at("security"));
    assert.deepEqual(key.labels, ["in", "name", "prefix", "hash", "max_age_days"]);
  });
});

describe("maps whose keys no schema knows", () => {
  test("locales: those of the tenant, then the known ones", async () => {
    const marked = "supported_locales: [de, pt-BR]\ntranslations:\n  de: {}\n  <|>\n";
    const { labels } = await complete(marked, at("localization"));
    assert.deepEqual(labels.slice(0, 4), ["pt-BR", "pt-BR …", "en", "en …"]);
  });

  test("labels of a like item of the list", async () => {
    const rules = "prometheus:\n  rule_groups:\n    - name: a\n      rules:\n";
    const marked = `${rules}        - alert: X\n          labels:\n            pager: b\n        - alert: Y\n          labels:\n            <|>\n`;
    const offered = await complete(marked, at("monitoring"));
    assert.ok(offered.labels.includes("pager"));
    assert.equal(offered.accept("pager"), marked.replace("<|>", "pager: "));
  });

  test("messages of another locale", async () => {
    const marked =
      "translations:\n  de:\n    messages:\n      common:\n        greeting: Hallo\n  fr:\n    messages:\n      common:\n        <|>\n";
    const offered = await complete(marked, at("localization"));
    assert.equal(offered.accept("greeting"), marked.replace("<|>", "greeting: "));
  });

  test("tags of another environment file", async () => {
    const files = {
      "tenants/one/tenant.yaml": "tenant_id: one\nmetadata: {}\nenvironments: {}\n",
      "tenants/one/environment.production.yaml": "environment:\n  name: production\n  tags:\n    team: a\n",
    };
    const offered = await complete("environment:\n  tags:\n    <|>", {
      path: "tenants/one/environment.staging.yaml",
      files,
    });
    assert.deepEqual(offered.labels, ["team"]);
  });
});
