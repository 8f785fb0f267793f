import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { loadLanguages, scalarLanguage, scalarLanguages } from "../../../server/src/values/index.ts";

const EXPECTED =
  `duration positive-duration extended-duration retention-duration prometheus-size size host host-port cidr
ip-cidr url url-or-path email email-list locale time-zone currency country country-or-locale cron label-name metric-name
secret region semver e164 date date-time uuid dns-label dns-subdomain clock-time clock-window weekday-window ldap-url
git-url port-range uri-or-path endpoint template-url environment-name promql re2 matcher prometheus-template
alertmanager-template cel date-pattern time-pattern firewall-peer security-group-peer archive-schedule snapshot-schedule
message`.split(/\s+/);

await loadLanguages(scalarLanguages.keys());

const MEGABYTE = 1_000_000;
const acceptsEverything = (format: string): boolean => scalarLanguage(format)?.check("") === undefined;

test("every format has its language, and no other exists", () => {
  assert.deepEqual([...scalarLanguages.keys()].sort(), [...EXPECTED].sort());
  for (const [format, language] of scalarLanguages) {
    assert.equal(language.format, format);
    assert.notEqual(language.title, "");
  }
  assert.equal(scalarLanguage("ipv4"), undefined);
});

test("the examples of the shared types are well-formed", () => {
  const file = new URL("../../../schemas/common.schema.json", import.meta.url);
  const { $defs } = JSON.parse(readFileSync(file, "utf8")) as {
    $defs: Record<string, { format?: string; examples?: unknown[] }>;
  };
  for (const [name, { format, examples = [] }] of Object.entries($defs)) {
    if (format === undefined) continue;
    const language = scalarLanguage(format);
    assert.ok(language, `${name}: no language ${format}`);
    for (const example of examples) assert.equal(language.check(String(example)), undefined, `${name}: ${example}`);
  }
});

for (const [format, language] of scalarLanguages) {
  test(`${format}: empty and huge texts`, () => {
    const empty = language.check("");
    if (!acceptsEverything(format)) assert.deepEqual([empty?.start, empty?.end], [0, 0]);
    for (const unit of ["a", "1", "-", ".", ":", "a.", "1,", " ", "{", "é", "A-", "/", "@", "\\", '"']) {
      const text = unit.repeat(MEGABYTE / unit.length);
      const found = language.check(text);
      const words = language.describe?.(text);
      if (acceptsEverything(format)) continue;
      assert.ok(found && !found.advice, `accepted a megabyte of ${unit}`);
      assert.ok(found.message.length < 500, "the message repeats the text");
      assert.equal(words, undefined);
    }
  });

  test(`${format}: any text is answered, in range, and suggestions are well-formed`, () => {
    const grammar = fc.string({ unit: fc.constantFrom(..."0159aAmMhsTZ-+.,:/ @#_*?[]<>%é😀\n"), maxLength: 14 });
    const seeds = (language.completions?.() ?? []).slice(0, 40).map(({ label }) => label);
    const mutated = fc
      .tuple(
        fc.constantFrom("", "09:00-10:00", "5 m", "10.0.0.0/8", "a@b.c", "https://a.b", ...seeds),
        grammar,
        fc.nat(),
      )
      .map(
        ([seed, text, at]) => seed.slice(0, at % (seed.length + 1)) + text + seed.slice((at % (seed.length + 1)) + 1),
      );
    fc.assert(
      fc.property(fc.oneof(grammar, mutated, fc.string()), (text) => {
        const found = language.check(text);
        language.describe?.(text);
        if (!found) return;
        assert.ok(0 <= found.start && found.start <= found.end && found.end <= text.length, JSON.stringify(found));
        assert.doesNotMatch(found.message, /\n/);
        if (found.suggestion === undefined) return;
        assert.notEqual(found.suggestion, text);
        const again = language.check(found.suggestion);
        assert.ok(!again || again.advice, `${JSON.stringify(text)} suggests ${JSON.stringify(found.suggestion)}`);
      }),
      { numRuns: 300 },
    );
  });
}

test("all completions carry a label, and most a detail, within a moment", () => {
  const begin = performance.now();
  for (const language of scalarLanguages.values()) {
    for (const { label } of language.completions?.() ?? []) assert.notEqual(label, "");
  }
  assert.ok(performance.now() - begin < 1000);
});
