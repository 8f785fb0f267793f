import assert from "node:assert/strict";
import { test } from "node:test";
import { parseSettings } from "../../../server/src/settings.ts";
import { parseDotenv } from "../../../server/src/tenants/dotenv.ts";
import { environmentVariables } from "../../../server/src/tenants/tenant-context.ts";

const LINES: readonly (readonly [line: string, value: string | undefined])[] = [
  ["A=1", "1"],
  ["A = 1 ", "1"],
  ["  export A=1", "1"],
  ["A=", ""],
  ["A=a b", "a b"],
  ["A=1 # c", "1"],
  ["A=1#c", "1#c"],
  ["A=#c", "#c"],
  ['A="a # b" # c', "a # b"],
  ['A="a\\nb\\"c\\\\d\\$e"', 'a\nb"c\\d$e'],
  ["A='a \\n # b'", "a \\n # b"],
  ['A="open', '"open'],
  ["A=http://x?a=b", "http://x?a=b"],
  ["A=${B}", "${B}"],
  ["# A=1", undefined],
  ["A", undefined],
  ["1A=1", undefined],
  ["A-B=1", undefined],
  ["A: 1", undefined],
];

for (const [line, value] of LINES) {
  test(`the line ${JSON.stringify(line)} of a .env file`, () => assert.equal(parseDotenv(line).get("A"), value));
}

test("later lines win; every line break and a byte order mark are fine", () => {
  assert.deepEqual(
    [...parseDotenv("\uFEFFA=1\r\nB=2\rC=3\n\nA=4\n")],
    [
      ["A", "4"],
      ["B", "2"],
      ["C", "3"],
    ],
  );
  assert.deepEqual([...parseDotenv("")], []);
});

test("a backslash before an n is not a line break", () => {
  assert.equal(parseDotenv('A="C:\\\\new"').get("A"), "C:\\new");
});

test("the setting wins over .env.local, that over .env, that over the process", () => {
  const { settings } = parseSettings({ env: { A: "setting" } });
  const everywhere = (value: string): Map<string, string> =>
    new Map(["A", "B", "C", "D"].slice(0, value.length > 4 ? 2 : 3).map((name) => [name, value]));
  const variables = environmentVariables(
    settings,
    [
      { name: "`.env.local`", values: everywhere("local") },
      { name: "`.env`", values: everywhere("file") },
    ],
    { A: "process", B: "process", C: "process", D: "process", E: undefined },
  );
  assert.deepEqual(Object.fromEntries(variables), {
    A: { value: "setting", from: "the setting tenantConfig.env" },
    B: { value: "local", from: "`.env.local`" },
    C: { value: "file", from: "`.env`" },
    D: { value: "process", from: "the process environment" },
  });
});
