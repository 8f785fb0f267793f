import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { accepts, advises, completes, describes, language, refuses } from "./language-table.ts";

describe("matcher", () => {
  before(() => language("matcher").load?.());

  accepts("matcher", [
    'severity="critical"',
    "severity=critical",
    " severity = critical ",
    'service=~"db|cache"',
    'service!~"test-.*"',
    'team!=""',
    '"service.name"="api"',
    "größe=groß",
    '{severity="critical"}',
    '{ a="b", c!="d", }',
    "a=b,c=d",
    'a="{}!=~, \\"quoted\\" \\\\ é"',
    "a=~a.*|b.+",
  ]);

  refuses("matcher", [
    ["«»", undefined, /^An empty text is not a matcher/],
    ["«severity»", undefined, /^Behind the label `severity` one of `=`, `!=`, `=~`, `!~` is expected, found the end$/],
    ["a «b»=c", undefined, /^Behind the label `a` one of/],
    ["«=»b", undefined, /^A matcher begins with the name of a label, found `=`$/],
    ["a«~»b", "a=~b", /found `~`$/],
    ['«{»a="b"', undefined, /is not closed: `}` is missing/],
    ['a=«"b»', undefined, /^The double quotes are not closed/],
    ['a="b"«}»', undefined, /^`}` closes nothing/],
    ['a=~"«(?!»b)"', undefined, /^Negative lookahead/],
    ['a=~"\\\\d«(»"', undefined, /^The group is not closed/],
    ["a=~«*»b", undefined, /repeats nothing/],
    ['a="b" «c»', undefined, /a value with white space stands in double quotes/],
    ["a.b=c «d=e»", undefined, /white space stands in double quotes/],
  ]);

  advises("matcher", [
    [
      "service«=»",
      'service=""',
      /^Behind `=` a value is missing; the empty value is `""`\. Alertmanager only reads this by its classic parser$/,
    ],
    ["a=b «c»", undefined, /^The value ends before `c`/],
    ["a=«'»b'", 'a="b"', /stands in double quotes, found `'`/],
    ['a="b«\\d»"', 'a="b\\\\d"', /is not an escape sequence/],
    ["a=«{»b}", undefined, /`\{` can only stand in a value that is in double quotes/],
    ["a«==»b", "a=b", /found `==`/],
  ]);

  completes("matcher", ['severity="critical"', 'severity!="info"', 'service=~"db|cache"', 'service!~"test-.*"']);

  describes("matcher", {
    'severity="critical"': "the label `severity` is `critical`",
    'severity!="info"': "the label `severity` is not `info` (or is missing)",
    'service=~"db|cache"': "the label `service` is `db` or `cache`",
    'service!~"db|cache"': "the label `service` is neither `db`, nor `cache`",
    'service!~"test-.*"': "the whole of the label `service` does not match `test-.*`",
    'team=""': "the label `team` is missing or empty",
    'team!=""': "the label `team` is there and not empty",
    "a=b, c=d": "the label `a` is `b`, and the label `c` is `d`",
    severity: undefined,
  });

  const context = {
    names: () => [],
    metrics: () => [],
    labels: () => ["severity", "team"],
    labelValues: (label: string) => (label === "severity" ? ["critical", "info"] : []),
  };

  /** What is offered at the cursor `|`, as the texts that come out of it. */
  function offered(marked: string): readonly string[] {
    const offset = marked.indexOf("|");
    const text = marked.replace("|", "");
    const items = language("matcher").completionsAt?.(text, offset, context) ?? [];
    return items.map(({ start, end, insert }) => text.slice(0, start) + insert + text.slice(end));
  }

  test("completes labels, operators and values", () => {
    assert.deepEqual(offered("|"), ["severity", "team"]);
    assert.deepEqual(offered("se|"), ["severity", "team"]);
    assert.deepEqual(offered('a="b", t|'), ['a="b", severity', 'a="b", team']);
    assert.deepEqual(offered("severity |"), ["severity =", "severity !=", "severity =~", "severity !~"]);
    assert.deepEqual(offered('severity="|"'), ['severity="critical"', 'severity="info"']);
    assert.deepEqual(offered("severity=cr|"), ['severity="critical"', 'severity="info"']);
    assert.deepEqual(offered('team="|"'), []);
  });

  test("explains the matcher at the cursor", () => {
    const text = 'a="b", service=~"db|cache"';
    assert.deepEqual(language("matcher").hoverAt?.(text, 12, context), {
      start: 7,
      end: text.length,
      markdown:
        "Matches when the label `service` is `db` or `cache`.\n\nThe regular expression has to match the whole value.",
    });
    assert.equal(language("matcher").hoverAt?.("a", 0, context), undefined);
  });
});
