import { readsAs } from "./read-table.ts";

readsAs("block scalars with every chomping", [
  [
    "a: |\n  one\n  two\n\nb: 1\n",
    [
      ". block map 0 «a: |↵  one↵  two↵↵b: 1»",
      '/a! plain "a" 0 «a»',
      '/a literal "one\\ntwo\\n" 3 «|↵  one↵  two»',
      '/b! plain "b" 18 «b»',
      "/b plain 1 21 «1»",
    ],
  ],
  [
    "a: |-\n  one\n\n\nb: 1\n",
    [
      ". block map 0 «a: |-↵  one↵↵↵b: 1»",
      '/a! plain "a" 0 «a»',
      '/a literal "one" 3 «|-↵  one»',
      '/b! plain "b" 14 «b»',
      "/b plain 1 17 «1»",
    ],
  ],
  [
    "a: |+\n  one\n\n\nb: 1\n",
    [
      ". block map 0 «a: |+↵  one↵↵↵b: 1»",
      '/a! plain "a" 0 «a»',
      '/a literal "one\\n\\n\\n" 3 «|+↵  one»',
      '/b! plain "b" 14 «b»',
      "/b plain 1 17 «1»",
    ],
  ],
  [
    "a: >2-\n    one\n  two\n",
    [". block map 0 «a: >2-↵    one↵  two»", '/a! plain "a" 0 «a»', '/a folded "  one\\ntwo" 3 «>2-↵    one↵  two»'],
  ],
  [
    "a: >\n  one\n  two\n\n  three\n",
    [
      ". block map 0 «a: >↵  one↵  two↵↵  three»",
      '/a! plain "a" 0 «a»',
      '/a folded "one two\\nthree\\n" 3 «>↵  one↵  two↵↵  three»',
    ],
  ],
  [
    "a: |\n\nb: 1\n",
    [
      ". block map 0 «a: |↵↵b: 1»",
      '/a! plain "a" 0 «a»',
      '/a literal "" 3 «|»',
      '/b! plain "b" 6 «b»',
      "/b plain 1 9 «1»",
    ],
  ],
  [
    "a: | # c\n  x \n# comment\nb: 1\n",
    [
      ". block map 0 «a: | # c↵  x ↵# comment↵b: 1»",
      '/a! plain "a" 0 «a»',
      '/a literal "x \\n" 3 «| # c↵  x»',
      '/b! plain "b" 24 «b»',
      "/b plain 1 27 «1»",
    ],
  ],
  [
    "- |\n x\n- >+\n y\n\n",
    [". block sequence 0 «- |↵ x↵- >+↵ y»", '/0 literal "x\\n" 2 «|↵ x»', '/1 folded "y\\n\\n" 9 «>+↵ y»'],
  ],
  ["a: |\n  x", [". block map 0 «a: |↵  x»", '/a! plain "a" 0 «a»', '/a literal "x\\n" 3 «|↵  x»']],
]);

readsAs("quoted and plain scalars, on one line and on several", [
  [
    "a: 'it''s'\nb: \"x\\ny\\u00e4\"\n",
    [
      ". block map 0 «a: 'it''s'↵b: \"x\\ny\\u00e4\"»",
      '/a! plain "a" 0 «a»',
      "/a single \"it's\" 3 «'it''s'»",
      '/b! plain "b" 11 «b»',
      '/b double "x\\nyä" 14 «"x\\ny\\u00e4"»',
    ],
  ],
  [
    "a: one\n  two  # c\nb: 1\n",
    [
      ". block map 0 «a: one↵  two  # c↵b: 1»",
      '/a! plain "a" 0 «a»',
      '/a plain "one two" 3 «one↵  two»',
      '/b! plain "b" 18 «b»',
      "/b plain 1 21 «1»",
    ],
  ],
  [
    'a: "one\n  two"  # c\n',
    ['. block map 0 «a: "one↵  two"»', '/a! plain "a" 0 «a»', '/a double "one two" 3 «"one↵  two"»'],
  ],
  [
    "a: 'one\n\n  two'\n",
    [". block map 0 «a: 'one↵↵  two'»", '/a! plain "a" 0 «a»', "/a single \"one\\ntwo\" 3 «'one↵↵  two'»"],
  ],
  [
    "a: x#y\nb: x:y\nc: -x\nd: ?x\n",
    [
      ". block map 0 «a: x#y↵b: x:y↵c: -x↵d: ?x»",
      '/a! plain "a" 0 «a»',
      '/a plain "x#y" 3 «x#y»',
      '/b! plain "b" 7 «b»',
      '/b plain "x:y" 10 «x:y»',
      '/c! plain "c" 14 «c»',
      '/c plain "-x" 17 «-x»',
      '/d! plain "d" 20 «d»',
      '/d plain "?x" 23 «?x»',
    ],
  ],
  ["plain # c\n", ['. plain "plain" 0 «plain»']],
  [
    "a: \"\"\nb: ''\n",
    [
      ". block map 0 «a: \"\"↵b: ''»",
      '/a! plain "a" 0 «a»',
      '/a double "" 3 «""»',
      '/b! plain "b" 6 «b»',
      "/b single \"\" 9 «''»",
    ],
  ],
]);

readsAs("plain scalars of the core schema", [
  [
    "[-1, 0x1F, 0o17, 1e3, .5, 1., +12, 012]",
    [
      ". flow sequence 0 «[-1, 0x1F, 0o17, 1e3, .5, 1., +12, 012]»",
      "/0 plain -1 1 «-1»",
      "/1 plain 31 5 «0x1F»",
      "/2 plain 15 11 «0o17»",
      "/3 plain 1000 17 «1e3»",
      "/4 plain 0.5 22 «.5»",
      "/5 plain 1 26 «1.»",
      "/6 plain 12 30 «+12»",
      "/7 plain 12 35 «012»",
    ],
  ],
  [
    "[.inf, -.INF, .nan, ~, null, Null, NULL, nUll]",
    [
      ". flow sequence 0 «[.inf, -.INF, .nan, ~, null, Null, NULL, nUll]»",
      "/0 plain Infinity 1 «.inf»",
      "/1 plain -Infinity 7 «-.INF»",
      "/2 plain NaN 14 «.nan»",
      "/3 plain null 20 «~»",
      "/4 plain null 23 «null»",
      "/5 plain null 29 «Null»",
      "/6 plain null 35 «NULL»",
      '/7 plain "nUll" 41 «nUll»',
    ],
  ],
  [
    "[true, TRUE, True, tRue, yes, off, 1_000, 2024-01-01, 1:30]",
    [
      ". flow sequence 0 «[true, TRUE, True, tRue, yes, off, 1_000, 2024-01-01, 1:30]»",
      "/0 plain true 1 «true»",
      "/1 plain true 7 «TRUE»",
      "/2 plain true 13 «True»",
      '/3 plain "tRue" 19 «tRue»',
      '/4 plain "yes" 25 «yes»',
      '/5 plain "off" 30 «off»',
      '/6 plain "1_000" 35 «1_000»',
      '/7 plain "2024-01-01" 42 «2024-01-01»',
      '/8 plain "1:30" 54 «1:30»',
    ],
  ],
]);

readsAs("carriage returns, byte order mark and other scripts", [
  [
    "a:\r\n  - 1\r\n  - b \r\nc: |\r\n  t\r\n\r\nd: 1\r\n",
    [
      ". block map 0 «a:␍↵  - 1␍↵  - b ␍↵c: |␍↵  t␍↵␍↵d: 1»",
      '/a! plain "a" 0 «a»',
      "/a block sequence 6 «- 1␍↵  - b»",
      "/a/0 plain 1 8 «1»",
      '/a/1 plain "b" 15 «b»',
      '/c! plain "c" 19 «c»',
      '/c literal "t\\n" 22 «|␍↵  t»',
      '/d! plain "d" 32 «d»',
      "/d plain 1 35 «1»",
    ],
  ],
  ["\ufeffa: 1\n", [". block map 1 «a: 1»", '/a! plain "a" 1 «a»', "/a plain 1 4 «1»"]],
  ["\ufeff# c\r\na: 1\r\n", [". block map 6 «a: 1»", '/a! plain "a" 6 «a»', "/a plain 1 9 «1»"]],
  [
    'ключ: ä\ud83d\ude00 b\n"名前": 値  # コメント\n',
    [
      '. block map 0 «ключ: ä😀 b↵"名前": 値»',
      '/ключ! plain "ключ" 0 «ключ»',
      '/ключ plain "ä😀 b" 6 «ä😀 b»',
      '/名前! double "名前" 12 «"名前"»',
      '/名前 plain "値" 18 «値»',
    ],
  ],
  ["a: \u00a0x\u00a0\n", [". block map 0 «a:  x »", '/a! plain "a" 0 «a»', '/a plain " x " 3 « x »']],
  ["\ufeff---\na: 1\n", [". block map 5 «a: 1»", '/a! plain "a" 5 «a»', "/a plain 1 8 «1»"]],
]);

readsAs("texts without any node", [
  ["", ["nothing"]],
  ["\n", ["nothing"]],
  ["  \n\t\n", ["nothing"]],
  ["# only\n", ["nothing"]],
  ["---\n", ["nothing"]],
  ["...\n", ["nothing"]],
  ["\ufeff", ["nothing"]],
  ["~\n", [". plain null 0 «~»"]],
]);
