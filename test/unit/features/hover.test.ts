import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MarkupContent } from "vscode-languageserver-types";
import type { HoverOptions } from "../../../server/src/service.ts";
import { withCursor } from "../../support/cursor.ts";
import { open, type Surroundings } from "./ask.ts";

interface Shown {
  readonly text: string;
  /** The part of the document that the hover is about. */
  readonly about: string;
}

/** Thursday, 5 March 2026, 12:00 UTC. */
const NOW = Date.UTC(2026, 2, 5, 12);

async function hover(
  marked: string,
  around: Surroundings = {},
  options: HoverOptions = {},
): Promise<Shown | undefined> {
  const { text, position } = withCursor(marked);
  const { service, document, workspace, settings } = open(text, around);
  const shown = await service.hover(document, position, workspace, settings, options);
  if (!shown) return undefined;
  assert.ok(MarkupContent.is(shown.contents) && shown.range);
  const { start, end } = shown.range;
  assert.equal(start.line, end.line, "a hover is about one line");
  return {
    text: shown.contents.value,
    about: (text.split(/\r?\n/)[start.line] ?? "").slice(start.character, end.character),
  };
}

const at = (kind: string): Surroundings => ({ path: `tenants/one/${kind}.yaml` });
const database = (line: string): string =>
  `tenant_id: one\nenvironments:\n  production:\n    database:\n      ${line}\n`;

describe("hover of a key", () => {
  test("says what it means, its type, default and allowed values", async () => {
    assert.deepEqual(await hover("billing:\n  pl<|>an: pro\n"), {
      about: "plan",
      text: [
        "Product the tenant has bought.",
        "",
        "Type: text · Default: `free`",
        "",
        "Allowed values:",
        "- `free`: No charge; meant for trying out, with narrow limits.",
        "- `basic`: Entry level for small teams.",
        "- `pro`: Full set of features for companies.",
        "- `enterprise`: Individual contract with agreed limits and support.",
      ].join("\n"),
    });
  });

  const facts: readonly (readonly [
    name: string,
    marked: string,
    around: Surroundings,
    about: string,
    facts: RegExp,
  ])[] = [
    [
      "bounds, required, examples",
      database("po<|>rt: 5432"),
      {},
      "port",
      /Type: a whole number · 1 to 65535 · Required\n\nExample: `5432`, `3306`$/,
    ],
    [
      "a unit",
      database("connection_pool: {time<|>out: 3}"),
      {},
      "timeout",
      /Type: a whole number \(seconds\) · At least 1/,
    ],
    ["a secret", database("pass<|>word: vault:a/b#c"), {}, "password", /Secret: write a reference, never the value/],
    [
      "another spelling",
      "environments:\n  production:\n    storage:\n      cont<|>ainer: a\n",
      {},
      "container",
      /Another spelling of `bucket`/,
    ],
    [
      "deprecation",
      "security:\n  network_security:\n    ip_white<|>list: []\n",
      at("environment"),
      "ip_whitelist",
      /\*Deprecated\.\* Use `ip_allowlist`/,
    ],
    [
      "a section of the file",
      "bill<|>ing:\n  plan: pro\n",
      {},
      "billing",
      /^\*\*Billing\*\*\n\nThe contract: .*\n\nType: a mapping .* · Required$/,
    ],
    ["a name of a map", "translations:\n  pt-<|>BR: {}\n", at("localization"), "pt-BR", /^\*\*Translation\*\*/],
    ["an environment in another spelling", "environments:\n  pr<|>od: {}\n", {}, "prod", /^\*\*Tenant environment\*\*/],
    [
      "the deciding key of an open union: the values of all branches",
      "authentication:\n  providers:\n    - ty<|>pe:\n",
      at("security"),
      "type",
      /Allowed values:\n- `oauth2`: .*\n- `oidc`: .*\n- `saml`: .*\n- `ldap`: .*\n- `jwt`: .*\n- `api_key`: /,
    ],
    [
      "a key of the decided branch",
      "authentication:\n  providers:\n    - type: ldap\n      config:\n        base_<|>dn: a\n",
      at("security"),
      "base_dn",
      /Required/,
    ],
    ["a key inside braces", "billing: {pl<|>an: pro}\n", {}, "plan", /Product the tenant has bought/],
    ["a quoted key", 'billing:\n  "pl<|>an": pro\n', {}, '"plan"', /Product the tenant has bought/],
    ["a key without a value", "billing:\n  pl<|>an:\n", {}, "plan", /Product the tenant has bought/],
    ["a key with CRLF", "billing:\r\n  pl<|>an: pro\r\n", {}, "plan", /Product the tenant has bought/],
    [
      "a key of JSON",
      '{"billing": {"pl<|>an": "pro"}}',
      { path: "tenants/one/tenant.json" },
      '"plan"',
      /Product the tenant has bought/,
    ],
  ];
  for (const [name, marked, around, about, expected] of facts) {
    test(name, async () => {
      const shown = await hover(marked, around);
      assert.equal(shown?.about, about);
      assert.match(shown?.text ?? "", expected);
    });
  }
});

describe("hover of a value", () => {
  const values: readonly (readonly [
    name: string,
    marked: string,
    around: Surroundings,
    about: string,
    first: string,
  ])[] = [
    ["an allowed value", "billing:\n  plan: p<|>ro\n", {}, "pro", "`pro`: Full set of features for companies."],
    [
      "an item of a list",
      "features:\n  spotify_integration:\n    scopes: [stream<|>ing]\n",
      {},
      "streaming",
      "`streaming`: Play music inside your own page or app; the listener needs a Premium account.",
    ],
    [
      "the deciding value of a union",
      "authentication:\n  providers:\n    - type: ld<|>ap\n",
      at("security"),
      "ldap",
      "`ldap`: LDAP: the password is checked by binding to the directory as the user.",
    ],
    [
      "a quoted value",
      "schema_version: '<|>1'\n",
      {},
      "'1'",
      "`1`: The layout of the first module; still accepted, fields are read through their aliases.",
    ],
    ["a duration", "global:\n  scrape_interval: 1h3<|>0m\n", at("monitoring"), "1h30m", "`1h30m`: 1 hour 30 minutes"],
    ["a locale", "supported_locales: [pt-<|>BR]\n", at("localization"), "pt-BR", "`pt-BR`: Portuguese (Brazil)"],
    [
      "a schedule",
      "infrastructure:\n  compute:\n    instances:\n      - auto_scaling:\n          schedules:\n            - cron: '0 9 * * <|>1-5'\n",
      at("environment"),
      "'0 9 * * 1-5'",
      "`0 9 * * 1-5`: weekdays at 09:00",
    ],
    [
      "an address range",
      "infrastructure:\n  networking:\n    vpc:\n      cidr: 10.0.0.0/<|>16\n",
      at("environment"),
      "10.0.0.0/16",
      "`10.0.0.0/16`: 10.0.0.0 to 10.0.255.255, 65,536 addresses",
    ],
  ];
  for (const [name, marked, around, about, first] of values) {
    test(name, async () => {
      const shown = await hover(marked, around);
      assert.equal(shown?.about, about);
      assert.equal(shown?.text.split("\n\n---\n\n")[0], first);
    });
  }

  test("an alias is documented where it is used", async () => {
    const shared = "x-pool: &pool\n  max_connections: 1\n";
    const shown = await hover(shared + database("connection_pool: *po<|>ol"));
    assert.equal(shown?.about, "*pool");
    assert.match(
      shown?.text ?? "",
      /^`\*pool`: a mapping with 1 key, from `&pool` in line 1\n\n---\n\n\*\*Database connection pool\*\*/,
    );
  });

  test("a value in a union that is still open documents its key only", async () => {
    const shown = await hover("authentication:\n  providers:\n    - name: com<|>pany\n", at("security"));
    assert.equal(shown?.about, "company");
    assert.match(shown?.text ?? "", /Required/);
  });
});

describe("hover of placeholders", () => {
  const first = async (marked: string, around: Surroundings = {}): Promise<string | undefined> =>
    (await hover(marked, around))?.text.split("\n\n---\n\n")[0];

  test("a variable and where its value comes from", async () => {
    const known = await first(database("host: ${H<|>}"), { files: { ".env": "H=db.example\n" } });
    assert.equal(known, "- `H`, variable of the deployment environment: `db.example` (from `.env`)");
    assert.equal(
      await first(database("host: ${H<|>}")),
      "- `H`, variable of the deployment environment: not known here; filled in at deployment",
    );
    assert.equal(
      await first(database("host: ${H<|>:-a.example}")),
      "- `H`, variable of the deployment environment: `a.example` (from its default)",
    );
  });

  test("tenant variables", async () => {
    assert.equal(
      await first(database("host: db.{{tenant<|>_id}}.{{environment}}.{{region}}")),
      [
        "- `{{tenant_id}}`, the id of the tenant: `one` (from the tenant file)",
        "- `{{environment}}`, the name of the environment: `production` (from the environment)",
        "- `{{region}}`, the region of the environment: not known here; filled in at deployment",
      ].join("\n"),
    );
  });

  test("a reference to a secret store", async () => {
    assert.equal(await first(database("password: vault:a/<|>b#c")), "- Secret from Vault, filled in at deployment");
  });

  test("a reference to Vault links to the secret when VAULT_ENDPOINT is known", async () => {
    const files = { ".env": "VAULT_ENDPOINT=https://vault.acme.example/\n" };
    const shown = await hover(database('password: "vault:secret/data/{{tenant_id}}/db<|>#password"'), { files });
    assert.match(
      shown?.text ?? "",
      /\[secret\/data\/one\/db\]\(https:\/\/vault\.acme\.example\/v1\/secret\/data\/one\/db\)/,
    );
    const other = await hover(database('password: "k8s:acme/db<|>#password"'), { files });
    assert.doesNotMatch(other?.text ?? "", /https/);
  });

  test("a secret is never shown, written or resolved", async () => {
    const around = { files: { ".env": "P=hunter2\n" } };
    for (const value of ["hun<|>ter2", "${P<|>}", "${<|>Q:-hunter2}", '"x${<|>P}"']) {
      const shown = await hover(database(`password: ${value}`), around);
      assert.ok(shown);
      assert.doesNotMatch(shown.text, /hunter2/, value);
    }
  });
});

describe("there is no hover", () => {
  const places: readonly (readonly [name: string, marked: string])[] = [
    ["on an unknown key", "billing:\n  zz<|>z: pro\n"],
    ["on an unknown key at the top", "zz<|>z: pro\n"],
    ["on free content", "metadata:\n  custom_fields:\n    cost_<|>center: 1\n"],
    ["on the value of an unknown key", "billing:\n  zzz: pr<|>o\n"],
    ["in a comment", "billing:\n  plan: pro # com<|>ment\n"],
    ["on a blank line", "billing:\n<|>\n  plan: pro\n"],
    ["in indentation", "billing:\n <|> plan: pro\n"],
    ["in an empty file", "<|>"],
  ];
  for (const [name, marked] of places) {
    test(name, async () => assert.equal(await hover(marked), undefined));
  }
});

/** What a hover says before the documentation of the key. */
async function about(
  marked: string,
  around: Surroundings = {},
  options: HoverOptions = {},
): Promise<readonly string[]> {
  const shown = await hover(marked, around, options);
  return (shown?.text ?? "").split("\n\n---\n\n").slice(0, -1);
}

describe("hover of what comes from elsewhere", () => {
  const shared = "x-db: &db\n  port: 1\n  host: a.example\n  password: hunter2\n";

  for (const [name, marked] of Object.entries({
    "the alias of a merge": "<<: *d<|>b",
    "the key of a merge": "<<<|>: *db",
    "an alias in a list of merges": "<<: [*d<|>b]",
  })) {
    test(`${name}: what it brings in, what is hidden, no secrets`, async () => {
      const shown = await hover(shared + database(`${marked}\n      host: b.example`));
      assert.equal(
        shown?.text,
        [
          "Merge of `&db` with 3 keys:",
          "",
          "- `port`: `1`, line 2",
          "- `host`: `a.example`, line 3, overridden in line 10",
          "- `password`: `••••••••`, line 4",
        ].join("\n"),
      );
    });
  }

  test("a key and a value that hide a merged one", async () => {
    for (const line of ["po<|>rt: 2", "port: <|>2"]) {
      assert.deepEqual(await about(shared + database(`<<: *db\n      ${line}`)), [
        "Overrides `1` that `<<` brings from line 2",
      ]);
    }
    assert.deepEqual(await about(shared + database("<<: *db\n      pass<|>word: vault:a/b#c")), [
      "Overrides `••••••••` that `<<` brings from line 4",
    ]);
    assert.deepEqual(await about(shared + database("<<: *db\n      na<|>me: x")), [], "nothing of that name comes in");
  });

  test("aliases: of a value, of a secret, of nothing", async () => {
    assert.deepEqual(await about(`x-h: &h a.example\n${database("host: *<|>h")}`), [
      "`*h`: `a.example`, from `&h` in line 1",
    ]);
    const copied = database("password: &pw hunter2\n      host: *p<|>w");
    assert.equal((await about(copied))[0], "`*pw`: `••••••••`, from `&pw` in line 5");
    assert.deepEqual(await about(database("host: *no<|>where")), [
      "`*nowhere`: there is no anchor `&nowhere` before it",
    ]);
  });
});

describe("hover of a schedule", () => {
  const schedule = (...lines: readonly string[]): string => {
    const start =
      "infrastructure:\n  compute:\n    instances:\n      - auto_scaling:\n          schedules:\n            - ";
    return `${start}${lines.join("\n              ")}\n`;
  };

  test("lists the next three runs, in UTC when nothing else is said", async () => {
    assert.deepEqual(await about(schedule("cron: '0 9 * * <|>1-5'"), at("environment"), { now: NOW }), [
      "`0 9 * * 1-5`: weekdays at 09:00",
      "Next runs (UTC):\n- Fri, 6 Mar 2026, 09:00\n- Mon, 9 Mar 2026, 09:00\n- Tue, 10 Mar 2026, 09:00",
    ]);
  });

  test("counts in the time zone beside it, over the change of the clocks", async () => {
    const marked = schedule("cron: 0 9 * * SU<|>N", "timezone: Europe/Berlin");
    const [, runs] = await about(marked, at("environment"), { now: Date.UTC(2026, 2, 22, 8, 30) });
    assert.equal(
      runs,
      "Next runs (Europe/Berlin):\n- Sun, 29 Mar 2026, 09:00\n- Sun, 5 Apr 2026, 09:00\n- Sun, 12 Apr 2026, 09:00",
    );
  });

  test("lists none without a time, for a schedule that is wrong, and for a time zone that does not exist", async () => {
    assert.equal((await about(schedule("cron: '@da<|>ily'"), at("environment"))).length, 1);
    assert.deepEqual(await about(schedule("cron: '@da<|>yly'"), at("environment"), { now: NOW }), []);
    const nowhere = schedule("cron: '@da<|>ily'", "timezone: Mars/Base");
    assert.equal((await about(nowhere, at("environment"), { now: NOW })).length, 1);
  });
});

describe("hover of values in words", () => {
  const words: readonly (readonly [marked: string, around: Surroundings, words: string])[] = [
    [database("connection_pool: {timeout: 9<|>0}"), {}, "`90`: 90 seconds, which is 1 minute 30 seconds"],
    [database("connection_pool: {timeout: <|>1}"), {}, "`1`: 1 second"],
    ["global:\n  scrape_interval: 9<|>0s\n", at("monitoring"), "`90s`: 90 seconds, which is 1 minute 30 seconds"],
    [
      "prometheus:\n  config:\n    retention_size: 50<|>GB\n",
      at("monitoring"),
      "`50GB`: 53,687,091,200 bytes, which is 50 GiB",
    ],
  ];
  for (const [marked, around, expected] of words)
    test(expected, async () => assert.deepEqual(await about(marked, around), [expected]));

  const formats = (locale: string, ...lines: readonly string[]): string =>
    `translations:\n  ${locale}:\n    formats:\n${lines.map((line) => `      ${line}\n`).join("")}`;
  const patterns: readonly (readonly [marked: string, words: string])[] = [
    [formats("de", "date: {full: 'dddd, D. MM<|>MM YYYY'}"), "`Mittwoch, 25. März 2026` in `de`, for example"],
    [
      formats("fr-CA", "pattern_syntax: cldr", "date: {full: \"EEEE 'le' d MMMM yyyy<|>\"}"),
      "`mercredi le 25 mars 2026` in `fr-CA`, for example",
    ],
    [formats("en", "time: {short: 'h:mm<|> A'}"), "`4:07 PM` in `en`, for example"],
    [formats("pl", "date: {long: 'D MM<|>MM YYYY'}"), "`25 marca 2026` in `pl`, for example"],
  ];
  for (const [marked, expected] of patterns) {
    test(expected, async () => {
      const [shown] = await about(marked, at("localization"));
      assert.ok(shown?.endsWith(`: ${expected}`), shown);
    });
  }

  test("a pattern with an unknown token has no sample", async () => {
    assert.deepEqual(await about(formats("de", "date: {full: 'QQQ<|>Q'}"), at("localization")), []);
  });
});
