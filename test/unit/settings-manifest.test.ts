import assert from "node:assert/strict";
import { test } from "node:test";
import { KINDS } from "../../server/src/protocol.ts";
import { DEFAULT_SETTINGS, parseSettings, type Settings } from "../../server/src/settings.ts";
import { readManifest } from "../support/manifest.ts";

/** The part of a setting in package.json that has to agree with the server. */
interface ManifestSetting {
  readonly type: string;
  readonly scope?: string;
  readonly order?: number;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly items?: ManifestSetting;
  readonly properties?: Readonly<Record<string, ManifestSetting>>;
  readonly additionalProperties?: boolean | ManifestSetting;
}

const PREFIX = "tenantConfig.";
const SEVERITIES = ["off", "hint", "info", "warning", "error"] as const;

/** Settings the server never reads, each with the reason. */
const CLIENT_ONLY: Readonly<Record<string, string>> = {
  assignLanguage: "which language VS Code gives to a file is the client's business",
  "trace.server": "the language client library reads it by this name",
};

const manifest: {
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, ManifestSetting>> };
  };
} = readManifest() as never;

const declared = new Map(
  Object.entries(manifest.contributes.configuration.properties).map(([key, setting]) => {
    assert.ok(key.startsWith(PREFIX), key);
    return [key.slice(PREFIX.length), setting] as const;
  }),
);

/** Default values by dotted key. An object without keys is a value (a map of the user's), others are groups of settings. */
function flatten(group: object, prefix = ""): ReadonlyMap<string, unknown> {
  const flat = new Map<string, unknown>();
  for (const [key, value] of Object.entries(group)) {
    const isGroup = typeof value === "object" && !Array.isArray(value) && Object.keys(value).length > 0;
    if (!isGroup) flat.set(prefix + key, value);
    else for (const [inner, child] of flatten(value, `${prefix}${key}.`)) flat.set(inner, child);
  }
  return flat;
}

const defaults = flatten(DEFAULT_SETTINGS);

test("package.json declares the server's settings and those of the client, no others", () => {
  const expected = [...defaults.keys(), ...Object.keys(CLIENT_ONLY)];
  assert.deepEqual([...declared.keys()].sort(), expected.sort());
});

test("defaults in package.json are those of the server", () => {
  for (const [key, value] of defaults) assert.deepEqual(declared.get(key)?.default, value, key);
});

test("every setting is explained, ordered and has a scope", () => {
  const orders = [...declared.values()].map((setting) => setting.order);
  assert.deepEqual(
    orders,
    orders.map((_, index) => index + 1),
  );
  for (const [key, setting] of declared) {
    assert.ok((setting.markdownDescription ?? "").length > 20, key);
    assert.ok(["resource", "window"].includes(setting.scope ?? ""), key);
    assert.ok(setting.default !== undefined, key);
  }
});

/** A setting and everything inside it, for checks of every `enum`. */
function* parts(setting: ManifestSetting): Generator<ManifestSetting> {
  yield setting;
  const values = setting.additionalProperties;
  const inner = [
    setting.items,
    typeof values === "object" ? values : undefined,
    ...Object.values(setting.properties ?? {}),
  ];
  for (const part of inner) if (part) yield* parts(part);
}

test("every value that is offered has a meaning", () => {
  for (const [key, setting] of declared) {
    for (const { enum: values, enumDescriptions } of parts(setting)) {
      assert.equal(enumDescriptions?.length, values?.length, key);
    }
  }
});

function valuesOf(setting: ManifestSetting | undefined): readonly string[] | undefined {
  const values = setting?.additionalProperties;
  return typeof values === "object" ? values.enum : undefined;
}

test("the values offered in package.json are those the server accepts", () => {
  assert.deepEqual(valuesOf(declared.get("fileKinds")), [...KINDS, "none"]);
  assert.deepEqual(valuesOf(declared.get("rules")), SEVERITIES);
  assert.deepEqual(valuesOf(declared.get("ruleOverrides")?.items?.properties?.rules), SEVERITIES);
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    fileKinds: Object.fromEntries([...KINDS, "none" as const].map((kind) => [`${kind}.yaml`, kind])),
    schemas: { "schemas/service.json": ["services/*.yaml"] },
    rules: Object.fromEntries(SEVERITIES.map((severity) => [`rule-${severity}`, severity])),
    ruleOverrides: [{ files: "**", rules: Object.fromEntries(SEVERITIES.map((severity) => [severity, severity])) }],
    extraEnvironments: ["qa"],
    env: { DEFAULT_LOCALE: "de" },
    generation: { out: "out" },
    inlayHints: { units: false, durations: true, placeholders: false, schedules: false, merges: false },
  };
  assert.deepEqual(parseSettings(settings), { settings, problems: [] });
});

test("nothing, an empty section and unknown keys give the defaults without a word", () => {
  const unset = Object.fromEntries(Object.keys(DEFAULT_SETTINGS).map((key) => [key, null]));
  for (const input of [
    undefined,
    null,
    {},
    unset,
    { generation: { out: null } },
    { assignLanguage: false, later: 1 },
  ]) {
    assert.deepEqual(parseSettings(input), { settings: DEFAULT_SETTINGS, problems: [] }, JSON.stringify(input));
  }
});

/** What was sent, the start of the one message about it, and what is kept besides the defaults. */
const BAD_VALUES: readonly (readonly [input: unknown, message: string, kept?: Partial<Settings>])[] = [
  ["text", "tenantConfig: expected an object"],
  [[], "tenantConfig: expected an object"],
  [7, "tenantConfig: expected an object"],
  [{ fileKinds: "tenant" }, "tenantConfig.fileKinds: expected an object"],
  [{ fileKinds: ["tenant"] }, "tenantConfig.fileKinds: expected an object"],
  [
    { fileKinds: { "a.yaml": "Tenant", "b.yaml": "none" } },
    'tenantConfig.fileKinds["a.yaml"]: expected one of tenant, monitoring, security, environment, localization or none, found "Tenant"',
    { fileKinds: { "b.yaml": "none" } },
  ],
  [{ fileKinds: { "a.yaml": null } }, 'tenantConfig.fileKinds["a.yaml"]: expected one of'],
  [{ schemas: [] }, "tenantConfig.schemas: expected an object"],
  [
    { schemas: { "a.json": "*.yaml", "b.json": ["b.yaml"], "c.json": [] } },
    'tenantConfig.schemas["a.json"]: expected a list of patterns, found "*.yaml"',
    { schemas: { "b.json": ["b.yaml"], "c.json": [] } },
  ],
  [{ rules: true }, "tenantConfig.rules: expected an object"],
  [
    { rules: { "unknown-key": "warn", "duplicate-key": "off" } },
    'tenantConfig.rules["unknown-key"]: expected one of off, hint, info, warning, error, found "warn"',
    { rules: { "duplicate-key": "off" } },
  ],
  [{ rules: { __proto__: null, constructor: {} } }, 'tenantConfig.rules["constructor"]: expected one of'],
  [{ ruleOverrides: {} }, "tenantConfig.ruleOverrides: expected a list"],
  [{ ruleOverrides: ["**"] }, "tenantConfig.ruleOverrides[0]: expected an object with files"],
  [{ ruleOverrides: [{ rules: {} }] }, "tenantConfig.ruleOverrides[0]: expected an object with files"],
  [
    {
      ruleOverrides: [
        { files: "a", rules: {} },
        { files: "b", rules: { x: "loud", y: "hint" } },
      ],
    },
    'tenantConfig.ruleOverrides[1].rules["x"]: expected one of',
    {
      ruleOverrides: [
        { files: "a", rules: {} },
        { files: "b", rules: { y: "hint" } },
      ],
    },
  ],
  [
    { ruleOverrides: [{ files: "a", rules: [] }] },
    "tenantConfig.ruleOverrides[0].rules: expected an object",
    { ruleOverrides: [{ files: "a", rules: {} }] },
  ],
  [{ extraEnvironments: "qa" }, "tenantConfig.extraEnvironments: expected a list"],
  [
    { extraEnvironments: ["qa", 7] },
    "tenantConfig.extraEnvironments[1]: expected text, found 7",
    { extraEnvironments: ["qa"] },
  ],
  [{ extraEnvironments: [""] }, 'tenantConfig.extraEnvironments[0]: expected text, found ""'],
  [{ env: "A=b" }, "tenantConfig.env: expected an object"],
  [{ env: { PORT: 80, HOST: "h" } }, 'tenantConfig.env["PORT"]: expected text, found 80', { env: { HOST: "h" } }],
  [{ inlayHints: true }, "tenantConfig.inlayHints: expected an object"],
  [
    { inlayHints: { units: "no", merges: false, durations: null } },
    'tenantConfig.inlayHints.units: expected true or false, found "no"',
    { inlayHints: { ...DEFAULT_SETTINGS.inlayHints, merges: false } },
  ],
  [{ generation: "x" }, "tenantConfig.generation: expected an object"],
  [{ generation: { out: "" } }, 'tenantConfig.generation.out: expected text, found ""'],
  [{ generation: { out: ["generated"] } }, "tenantConfig.generation.out: expected text"],
];

for (const [input, message, kept] of BAD_VALUES) {
  test(`one message and the default for ${JSON.stringify(input)}`, () => {
    const { settings, problems } = parseSettings(input);
    assert.equal(problems.length, 1, problems.join("\n"));
    assert.ok(problems[0]?.startsWith(message), problems[0]);
    assert.deepEqual(settings, { ...DEFAULT_SETTINGS, ...kept });
  });
}

test("bad values of several settings are each reported, and good ones beside them kept", () => {
  const { settings, problems } = parseSettings({ env: 1, rules: 2, extraEnvironments: ["qa"], generation: { out: 3 } });
  assert.equal(problems.length, 3);
  assert.deepEqual(settings, { ...DEFAULT_SETTINGS, extraEnvironments: ["qa"] });
});
