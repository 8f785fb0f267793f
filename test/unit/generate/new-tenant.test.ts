import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parse } from "yaml";
import { newTenant } from "../../../server/src/generate/new-tenant.ts";
import {
  createService,
  DEFAULT_SETTINGS,
  type NewTenantAnswer,
  type NewTenantParams,
  type Settings,
} from "../../../server/src/service.ts";
import { memoryWorkspace, uriOf } from "../../support/memory-workspace.ts";
import { shortly } from "../features/ask.ts";

const GOOD: NewTenantParams = {
  id: "acme",
  name: "Acme",
  ownerName: "Ann",
  ownerEmail: "ann@acme.example",
  environments: ["production"],
  plan: "pro",
  locales: ["en"],
};

const LOCALES = ["en", "fr", "de", "es", "it", "pt", "ru", "zh", "ja", "ko", "ar", "he"];

function ask(
  params: Partial<NewTenantParams>,
  environment: Readonly<Record<string, string>> = {},
  settings: Partial<Settings> = {},
): Promise<NewTenantAnswer> {
  const workspace = memoryWorkspace({}, environment);
  return createService().newTenant({ ...GOOD, ...params }, "file:///work", workspace, {
    ...DEFAULT_SETTINGS,
    ...settings,
  });
}

/** What people answered, however unwise, is written as they answered it. */
const ANSWERED: ReadonlySet<string> = new Set(["key-management-weak", "tenant-id-unsafe", "placeholder-invalid"]);

/** Every diagnostic of the new files, in a workspace that holds them. */
async function faultsOf(answer: NewTenantAnswer, settings: Partial<Settings> = {}): Promise<readonly string[]> {
  const files = Object.fromEntries(answer.files.map(({ path, text }) => [`new/${path}`, text]));
  const service = createService();
  const workspace = memoryWorkspace(files);
  const found: string[] = [];
  for (const [path, text] of Object.entries(files)) {
    const result = await service.check({ uri: uriOf(path), text }, workspace, { ...DEFAULT_SETTINGS, ...settings });
    assert.notEqual(result.kind.kind, undefined, `${path} has a kind`);
    const faults = result.diagnostics.filter(({ code }) => !ANSWERED.has(String(code)));
    found.push(...faults.map((diagnostic) => `${path} ${shortly(diagnostic)}`));
  }
  return found;
}

async function checkValid(params: Partial<NewTenantParams>): Promise<NewTenantAnswer> {
  const answer = await ask(params);
  assert.deepEqual(answer.problems, [], JSON.stringify(params));
  assert.deepEqual(await faultsOf(answer), [], JSON.stringify(params));
  return answer;
}

function textOf(answer: NewTenantAnswer, path: string): string {
  const file = answer.files.find((candidate) => candidate.path === path);
  assert.ok(file, path);
  return file.text;
}

/** Every subset of a list that is not empty. */
function subsets<T>(list: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: 2 ** list.length - 1 }, (_, bits) =>
    list.filter((_item, index) => ((bits + 1) >> index) & 1),
  );
}

describe("the files of a new tenant have no fault", () => {
  const ids = [
    "abc",
    "ACME_Music",
    "a-b",
    "___",
    "---",
    "_a-",
    "123",
    "0x1f",
    "1e3",
    "true",
    "null",
    "yes",
    "a".repeat(50),
    "A_B-C_1",
  ];
  for (const id of ids) {
    test(`id ${id}`, async () => {
      const answer = await checkValid({ id });
      assert.equal(parse(textOf(answer, "tenant.yaml")).tenant_id, id);
      assert.equal(parse(textOf(answer, "monitoring.yaml")).tenant_specific.tenant_id, id);
    });
  }

  const names = [
    "Ac",
    "O'Neill & Söhne",
    'The "Best"',
    "a: b # c",
    "- x",
    "{{tenant}}",
    "*star",
    "&and",
    "Zoë 🎵 株式会社",
    "1.10",
    "no",
    "null",
    "x".repeat(100),
    "  padded  ",
    "back\\slash",
    "100%",
    "@home",
    "[list]",
    "شركة",
  ];
  for (const name of names) {
    test(`name ${name}`, async () => {
      const answer = await checkValid({ name, ownerName: name });
      assert.equal(parse(textOf(answer, "tenant.yaml")).metadata.name, name.trim());
      assert.equal(parse(textOf(answer, "tenant.yaml")).metadata.owner.name, name.trim());
    });
  }

  for (const ownerEmail of [
    "a+b@acme.example",
    "o'neill@acme.example",
    "first.last@sub.acme.example",
    "1@acme.example",
  ]) {
    test(`e-mail ${ownerEmail}`, async () => {
      const answer = await checkValid({ ownerEmail });
      assert.equal(parse(textOf(answer, "tenant.yaml")).metadata.owner.email, ownerEmail);
    });
  }

  test("with every set of environments, in either spelling", async () => {
    for (const environments of subsets(["development", "staging", "production", "test"])) {
      const answer = await checkValid({ environments });
      assert.deepEqual(Object.keys(parse(textOf(answer, "tenant.yaml")).environments), environments);
    }
    const short = await checkValid({ environments: ["prod", "production", "dev"] });
    assert.deepEqual(
      short.files.map((file) => file.path),
      [
        ...["tenant.yaml", "monitoring.yaml", "security.yaml", "localization.yaml"],
        ...["environment.production.yaml", "environment.development.yaml"],
      ],
    );
  });

  test("with every plan", async () => {
    for (const plan of ["free", "basic", "pro", "enterprise"] as const) {
      const answer = await checkValid({ plan });
      assert.equal(parse(textOf(answer, "tenant.yaml")).billing.plan, plan);
    }
  });

  test("with every set of locales", async () => {
    // Which locales come together decides nothing but the order, so the sets of the first six and of the last six will do.
    for (const locales of [...subsets(LOCALES.slice(0, 6)), ...subsets(LOCALES.slice(6)), LOCALES]) {
      const answer = await ask({ locales });
      const files = answer.files.filter((file) => file.path === "localization.yaml");
      assert.deepEqual(await faultsOf({ ...answer, files }), [], locales.join());
      const {
        default_locale: first,
        supported_locales: all,
        translations,
      } = parse(textOf(answer, "localization.yaml"));
      assert.deepEqual([first, all, Object.keys(translations)], [locales[0], locales, locales]);
    }
  });

  test("with locales of other regions, scripts and languages", async () => {
    const locales = ["pt-BR", "zh-Hant-TW", "es-419", "ar-u-nu-latn", "no", "nb", "en-GB", "sr-Latn-RS"];
    const answer = await ask({ locales });
    // What is none of the twelve begins as its language or as English, and the rules say what its readers expect.
    assert.deepEqual(
      (await faultsOf(answer)).map((fault) => fault.split(" ")[3]),
      ["number-separators", "plural-categories"],
    );
    const { translations } = parse(textOf(answer, "localization.yaml"));
    assert.deepEqual(Object.keys(translations), locales);
    assert.equal(translations["pt-BR"].messages.common.yes, "Sim", "falls back to its language");
    assert.equal(translations["ar-u-nu-latn"].metadata.direction, "rtl");
    assert.equal(translations.nb.messages.common.yes, "Yes", "starts with English texts");
  });

  test("with environments of the settings", async () => {
    const settings = { extraEnvironments: ["qa"] };
    const answer = await ask({ environments: ["qa"] }, {}, settings);
    assert.deepEqual(answer.problems, []);
    assert.deepEqual(await faultsOf(answer, settings), []);
  });
});

describe("texts of a new tenant", () => {
  test("the twelve languages have every message and plural form", async () => {
    const { translations } = parse(textOf(await ask({ locales: LOCALES }), "localization.yaml"));
    const keys = Object.keys(translations.en.messages.common);
    assert.ok(keys.length >= 10);
    for (const locale of LOCALES) {
      const { messages, metadata, formats } = translations[locale];
      assert.deepEqual(Object.keys(messages.common), keys, locale);
      for (const text of Object.values(messages.common)) assert.match(String(text), /\S/, locale);
      const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
      for (const category of locale === "he" ? ["one", "two", "other"] : categories)
        assert.equal(typeof messages.notifications.files[category], "string", `${locale} ${category}`);
      assert.equal(metadata.direction, ["ar", "he"].includes(locale) ? "rtl" : "ltr");
      assert.notEqual(formats.number.decimal_separator, formats.number.thousands_separator, locale);
    }
  });

  test("languages written from right to left turn their support on", async () => {
    const support = async (locales: readonly string[]): Promise<boolean> =>
      parse(textOf(await ask({ locales }), "localization.yaml")).features.rtl_support.enabled;
    assert.deepEqual([await support(["en", "he"]), await support(["en", "de"])], [true, false]);
  });
});

describe("variables of the workspace", () => {
  const provider = async (value: string): Promise<unknown> => {
    const answer = await ask({}, { ENCRYPTION_KEY_PROVIDER: value });
    assert.deepEqual(await faultsOf(answer), [], value);
    return parse(textOf(answer, "security.yaml")).encryption.at_rest.key_management.provider;
  };

  test("ENCRYPTION_KEY_PROVIDER is the provider when it is a known one", async () => {
    for (const known of ["vault", "aws_kms", "azure_key_vault", "gcp_kms", "local", "hsm"])
      assert.equal(await provider(known), known);
  });

  test("any other value does not make an invalid file", async () => {
    for (const unknown of ["", "acme-kms", "AWS_KMS", "no"]) assert.equal(await provider(unknown), "vault");
  });
});

describe("locales of the workspace", () => {
  const locales = (
    chosen: readonly string[],
    defaults: { defaultLocale?: string; supportedLocales?: readonly string[] },
  ) => {
    const answer = newTenant(
      { ...GOOD, locales: chosen },
      { keyProvider: undefined, extraEnvironments: [], ...defaults },
    );
    if (answer.files.length === 0) return answer.problems.map((problem) => problem.field);
    return parse(textOf(answer, "localization.yaml")).supported_locales;
  };

  test("DEFAULT_LOCALE and SUPPORTED_LOCALES stand in for locales that nobody chose", () => {
    assert.deepEqual(locales([], { defaultLocale: "fr", supportedLocales: ["en", "fr", "de"] }), ["fr", "en", "de"]);
    assert.deepEqual(locales([], { defaultLocale: "fr" }), ["fr"]);
    assert.deepEqual(locales([], {}), ["locales"]);
  });

  test("chosen ones stay as they are, the first one being the default", () => {
    assert.deepEqual(locales(["he", "en"], { defaultLocale: "en", supportedLocales: ["en", "fr"] }), ["he", "en"]);
  });
});

describe("answers that will not do", () => {
  const cases: readonly (readonly [name: string, params: Partial<NewTenantParams>, fields: readonly string[]])[] = [
    ["a short id", { id: "ab" }, ["id"]],
    ["a long id", { id: "a".repeat(51) }, ["id"]],
    ["an id with other characters", { id: "a/../b" }, ["id"]],
    ["a short name", { name: " x " }, ["name"]],
    ["a long name", { name: "x".repeat(101) }, ["name"]],
    ["no owner", { ownerName: "  " }, ["ownerName"]],
    ["a bad e-mail", { ownerEmail: "ann at acme" }, ["ownerEmail"]],
    ["no e-mail", { ownerEmail: "" }, ["ownerEmail"]],
    ["no environment", { environments: [] }, ["environments"]],
    ["unknown environments", { environments: ["production", "nowhere", "qa"] }, ["environments", "environments"]],
    ["an unknown plan", { plan: "gold" as NewTenantParams["plan"] }, ["plan"]],
    ["no locale", { locales: [] }, ["locales"]],
    ["a bad locale", { locales: ["en", "pt_BR"] }, ["locales"]],
    ["several", { id: "", name: "", environments: [], locales: [] }, ["id", "name", "environments", "locales"]],
  ];
  for (const [name, params, fields] of cases) {
    test(name, async () => {
      const { files, problems } = await ask(params);
      assert.deepEqual(files, []);
      assert.deepEqual(
        problems.map((problem) => problem.field),
        fields,
      );
      for (const { message } of problems) assert.match(message, /\S/);
    });
  }
});
