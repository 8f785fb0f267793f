import assert from "node:assert/strict";
import { test } from "node:test";
import { anchorPlaces } from "../../../server/src/yaml/anchor-places.ts";
import { parseSource } from "../../../server/src/yaml/source.ts";
import { at, definitions, referencesOf, renamed, renamedText } from "./navigation.ts";

/** `name: aliases` of every anchor, as `line:column` from 1. */
function anchorsOf(text: string): readonly string[] {
  const source = parseSource(text, "yaml");
  const shown = ({ start }: { start: number }): string => {
    const { line, character } = source.lines.positionAt(start);
    return `${line + 1}:${character + 1}`;
  };
  return anchorPlaces(source).map((place) => {
    assert.equal(text.slice(place.start, place.end), place.name);
    for (const alias of place.aliases) assert.equal(text.slice(alias.start - 1, alias.end), `*${place.name}`);
    return [`&${place.name} ${shown(place)}`, ...place.aliases.map(shown)].join(" ");
  });
}

const TEXTS: readonly (readonly [text: string, anchors: readonly string[]])[] = [
  ["a: &x 1\nb: *x\n", ["&x 1:5 2:5"]],
  ["a: &x 1\nb: *x\nc: &x 2\nd: *x\n", ["&x 1:5 2:5", "&x 3:5 4:5"]],
  ["a: &x # &x\n  b: 1\nc: *x\n", ["&x 1:5 3:5"]],
  ["# &x\na: !!map &x\n  b: 1\n", ["&x 2:11"]],
  ["a: &x\nb: *x\n", ["&x 1:5 2:5"]],
  ["&root\na: &b !!str c\n", ["&root 1:2", "&b 2:5"]],
  ["&k key: 1\nb: {*k : 2}\n", ["&k 1:2 2:6"]],
  ["a: [&x b, *x, &y {c: *x}, *y]\n", ["&x 1:6 1:12 1:23", "&y 1:16 1:28"]],
  ["l:\n- &m\n  x: 1\n- <<: *m\n- <<: [*m]\n", ["&m 2:4 4:8 5:9"]],
  ["l:\n  - &m x: 1\n  - *m\n", ["&m 2:6 3:6"]],
  ["a: &x |\n  &x *x\nb: *x\n", ["&x 1:5 3:5"]],
  ["a: '&x *x'\nb: \"&y\" # *y\n", []],
  ["a: &x [\nb: *x\n", ["&x 1:5 2:5"]],
  ["a: *x\n", []],
  ["a: 1\n---\nb: &x 1\n", []],
];

for (const [text, anchors] of TEXTS)
  test(`anchors of ${JSON.stringify(text)}`, () => assert.deepEqual(anchorsOf(text), anchors));

test("anchors in a long text, cut into parts, are those of a short one", () => {
  const filler = Array.from({ length: 400 }, (_, index) => `key${index}: value${index}\n`).join("");
  const text = `a: &x 1\n${filler}b: *x\nc: &x\n  d: &y 2\n${filler.replaceAll("key", "word")}e: [*x, *y]\n`;
  assert.deepEqual(anchorsOf(text), ["&x 1:5 402:5", "&x 403:5 805:6", "&y 404:7 805:10"]);
});

const TENANT = `tenant_id: acme
x-limits: &limits
  requests: 1
x-other: &limits
  requests: 2
environments:
  staging:
    limits: *limits
  production:
    <<: *limits
    more: [*limits]
`;

function cursor(where: string, occurrence = 1): string {
  let index = -1;
  for (let found = 0; found < occurrence; found++) index = TENANT.indexOf(where, index + 1);
  return `${TENANT.slice(0, index)}<|>${TENANT.slice(index)}`;
}

test("definition of an alias or a merge source is the anchor it stands for", async () => {
  for (const place of [3, 4])
    assert.deepEqual(await definitions(cursor("limits\n", place)), ["tenant.yaml:4:11 limits"]);
  assert.deepEqual(await definitions(cursor("*limits]")), ["tenant.yaml:4:11 limits"]);
  const { service, document, position, workspace, settings } = at(cursor("mits]"));
  const [link] = await service.definition(document, position, workspace, settings);
  assert.deepEqual(link?.targetRange, { start: { line: 3, character: 9 }, end: { line: 4, character: 13 } });
});

test("references, rename and linked editing know which anchor of a name an alias stands for", async () => {
  assert.deepEqual(await referencesOf(cursor("limits\n", 1)), ["tenant.yaml:2:12 limits"]);
  assert.deepEqual(await referencesOf(cursor("&limits\n", 2)), [
    "tenant.yaml:4:11 limits",
    "tenant.yaml:8:14 limits",
    "tenant.yaml:10:10 limits",
    "tenant.yaml:11:13 limits",
  ]);
  const second = TENANT.replaceAll("*limits", "*bounds").replace("x-other: &limits", "x-other: &bounds");
  assert.equal(await renamedText(cursor("*limits"), "bounds"), second);
  assert.equal(
    await renamedText(cursor("&limits"), "bounds"),
    TENANT.replace("x-limits: &limits", "x-limits: &bounds"),
    "the first one has no aliases",
  );
  const linked = async (marked: string): Promise<number | undefined> => {
    const { service, document, position, workspace, settings } = at(marked);
    return (await service.linkedEditingRanges(document, position, workspace, settings))?.ranges.length;
  };
  assert.equal(await linked(cursor("*limits]")), 4);
  assert.equal(await linked(cursor("&limits")), undefined, "an anchor without aliases");
  assert.equal(await linked(cursor("acme")), undefined);
});

test("an anchor does not take a name that would catch an alias or that is no name", async () => {
  const text = "a: &x 1\nb: &y<|> 2\nc: *x\nd: *y\n";
  assert.match(String(await renamed(`tenant_id: acme\n${text}`, "x")), /another anchor `x`/);
  assert.match(String(await renamed(`tenant_id: acme\n${text}`, "a b")), /consists of letters/);
  assert.equal(
    await renamedText(`tenant_id: acme\n${text}`, "z"),
    `tenant_id: acme\n${text.replace("<|>", "").replaceAll("y", "z")}`,
  );
});
