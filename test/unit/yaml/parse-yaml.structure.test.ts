import { readsAs } from "./read-table.ts";

readsAs("block mappings, with comments around them", [
  [
    "a: 1  # c\nb: 2\n",
    [
      ". block map 0 «a: 1  # c↵b: 2»",
      '/a! plain "a" 0 «a»',
      "/a plain 1 3 «1»",
      '/b! plain "b" 10 «b»',
      "/b plain 2 13 «2»",
    ],
  ],
  [
    "a:\n  b: x \n\n# end\n",
    [
      ". block map 0 «a:↵  b: x»",
      '/a! plain "a" 0 «a»',
      "/a block map 5 «b: x»",
      '/a/b! plain "b" 5 «b»',
      '/a/b plain "x" 8 «x»',
    ],
  ],
  ["a: 1", [". block map 0 «a: 1»", '/a! plain "a" 0 «a»', "/a plain 1 3 «1»"]],
  [
    "\n\n  a: 1\n  b: 2",
    [
      ". block map 4 «a: 1↵  b: 2»",
      '/a! plain "a" 4 «a»',
      "/a plain 1 7 «1»",
      '/b! plain "b" 11 «b»',
      "/b plain 2 14 «2»",
    ],
  ],
  ["# c\na: #c\n b\n", [". block map 4 «a: #c↵ b»", '/a! plain "a" 4 «a»', '/a plain "b" 11 «b»']],
  ["a  : 1\n", [". block map 0 «a  : 1»", '/a! plain "a" 0 «a»', "/a plain 1 5 «1»"]],
  [
    "a:\n  # c\nb: 1\n",
    [
      ". block map 0 «a:↵  # c↵b: 1»",
      '/a! plain "a" 0 «a»',
      "/a plain null 2 «»",
      '/b! plain "b" 9 «b»',
      "/b plain 1 12 «1»",
    ],
  ],
]);

readsAs("values that nobody wrote", [
  ["a:\n", [". block map 0 «a:»", '/a! plain "a" 0 «a»', "/a plain null 2 «»"]],
  [
    "a: \nb:   # c\n",
    [
      ". block map 0 «a: ↵b:»",
      '/a! plain "a" 0 «a»',
      "/a plain null 2 «»",
      '/b! plain "b" 4 «b»',
      "/b plain null 6 «»",
    ],
  ],
  ["a:\n  # c\n", [". block map 0 «a:»", '/a! plain "a" 0 «a»', "/a plain null 2 «»"]],
  [
    "- \n-   # c\n- x\n",
    [". block sequence 0 «- ↵-   # c↵- x»", "/0 plain null 2 «»", "/1 plain null 7 «»", '/2 plain "x" 13 «x»'],
  ],
  [
    "a: &x\nb: !!str\n",
    [
      ". block map 0 «a: &x↵b: !!str»",
      '/a! plain "a" 0 «a»',
      "/a plain null &x 5 «»",
      '/b! plain "b" 6 «b»',
      '/b plain "" 14 «»',
    ],
  ],
  [
    "{a: , b, c:  }\n",
    [
      ". flow map 0 «{a: , b, c:  }»",
      '/a! plain "a" 1 «a»',
      "/a plain null 3 «»",
      '/b! plain "b" 6 «b»',
      "/b plain null 7 «»",
      '/c! plain "c" 9 «c»',
      "/c plain null 11 «»",
    ],
  ],
  ["? \n", [". block map 0 «?»", "/! plain null 2 «»", "/ plain null 2 «»"]],
  [": x\n", [". block map 0 «: x»", "/! plain null 0 «»", '/ plain "x" 2 «x»']],
  [
    "a:\n  b:  \n  c: \n\n",
    [
      ". block map 0 «a:↵  b:  ↵  c:»",
      '/a! plain "a" 0 «a»',
      "/a block map 5 «b:  ↵  c:»",
      '/a/b! plain "b" 5 «b»',
      "/a/b plain null 7 «»",
      '/a/c! plain "c" 12 «c»',
      "/a/c plain null 14 «»",
    ],
  ],
]);

readsAs("block sequences", [
  [
    "- a\n-\n- c\n",
    [". block sequence 0 «- a↵-↵- c»", '/0 plain "a" 2 «a»', "/1 plain null 5 «»", '/2 plain "c" 8 «c»'],
  ],
  [
    "a:\n- 1\n-  b\nc: 2\n",
    [
      ". block map 0 «a:↵- 1↵-  b↵c: 2»",
      '/a! plain "a" 0 «a»',
      "/a block sequence 3 «- 1↵-  b»",
      "/a/0 plain 1 5 «1»",
      '/a/1 plain "b" 10 «b»',
      '/c! plain "c" 12 «c»',
      "/c plain 2 15 «2»",
    ],
  ],
  [
    "- - a\n  - b\n- - c\n",
    [
      ". block sequence 0 «- - a↵  - b↵- - c»",
      "/0 block sequence 2 «- a↵  - b»",
      '/0/0 plain "a" 4 «a»',
      '/0/1 plain "b" 10 «b»',
      "/1 block sequence 14 «- c»",
      '/1/0 plain "c" 16 «c»',
    ],
  ],
  [
    "- a: 1\n  b: 2\n- c\n",
    [
      ". block sequence 0 «- a: 1↵  b: 2↵- c»",
      "/0 block map 2 «a: 1↵  b: 2»",
      '/0/a! plain "a" 2 «a»',
      "/0/a plain 1 5 «1»",
      '/0/b! plain "b" 9 «b»',
      "/0/b plain 2 12 «2»",
      '/1 plain "c" 16 «c»',
    ],
  ],
  [
    "-\n  a: 1\n",
    [". block sequence 0 «-↵  a: 1»", "/0 block map 4 «a: 1»", '/0/a! plain "a" 4 «a»', "/0/a plain 1 7 «1»"],
  ],
  ["-\ta\n", [". block sequence 0 «-→a»", '/0 plain "a" 2 «a»']],
]);

readsAs("flow collections", [
  [
    "a: [1, 2 ]  \n",
    [
      ". block map 0 «a: [1, 2 ]»",
      '/a! plain "a" 0 «a»',
      "/a flow sequence 3 «[1, 2 ]»",
      "/a/0 plain 1 4 «1»",
      "/a/1 plain 2 7 «2»",
    ],
  ],
  [
    "a: {x: 1, y}\nb: {}\nc: []\n",
    [
      ". block map 0 «a: {x: 1, y}↵b: {}↵c: []»",
      '/a! plain "a" 0 «a»',
      "/a flow map 3 «{x: 1, y}»",
      '/a/x! plain "x" 4 «x»',
      "/a/x plain 1 7 «1»",
      '/a/y! plain "y" 10 «y»',
      "/a/y plain null 11 «»",
      '/b! plain "b" 13 «b»',
      "/b flow map 16 «{}»",
      '/c! plain "c" 19 «c»',
      "/c flow sequence 22 «[]»",
    ],
  ],
  [
    "a: [\n  1, # c\n  2,\n  ]\n",
    [
      ". block map 0 «a: [↵  1, # c↵  2,↵  ]»",
      '/a! plain "a" 0 «a»',
      "/a flow sequence 3 «[↵  1, # c↵  2,↵  ]»",
      "/a/0 plain 1 7 «1»",
      "/a/1 plain 2 16 «2»",
    ],
  ],
  [
    "[a: b, ? c, d: ]\n",
    [
      ". flow sequence 0 «[a: b, ? c, d: ]»",
      "/0 flow map 1 «a: b»",
      '/0/a! plain "a" 1 «a»',
      '/0/a plain "b" 4 «b»',
      "/1 flow map 9 «c»",
      '/1/c! plain "c" 9 «c»',
      "/1/c plain null 10 «»",
      "/2 flow map 12 «d:»",
      '/2/d! plain "d" 12 «d»',
      "/2/d plain null 14 «»",
    ],
  ],
  [
    "{\"a\":1,'b':2}\n",
    [
      ". flow map 0 «{\"a\":1,'b':2}»",
      '/a! double "a" 1 «"a"»',
      "/a plain 1 5 «1»",
      "/b! single \"b\" 7 «'b'»",
      "/b plain 2 11 «2»",
    ],
  ],
  [
    "{a: [{b: c}], ? d : e}\n",
    [
      ". flow map 0 «{a: [{b: c}], ? d : e}»",
      '/a! plain "a" 1 «a»',
      "/a flow sequence 4 «[{b: c}]»",
      "/a/0 flow map 5 «{b: c}»",
      '/a/0/b! plain "b" 6 «b»',
      '/a/0/b plain "c" 9 «c»',
      '/d! plain "d" 16 «d»',
      '/d plain "e" 20 «e»',
    ],
  ],
]);

readsAs("anchors, aliases and tags", [
  [
    "a: &x 1\nb: *x\nc: &y\n  d: 1\ne: &z [1]\n",
    [
      ". block map 0 «a: &x 1↵b: *x↵c: &y↵  d: 1↵e: &z [1]»",
      '/a! plain "a" 0 «a»',
      "/a plain 1 &x 6 «1»",
      '/b! plain "b" 8 «b»',
      "/b *x 11 «*x»",
      '/c! plain "c" 14 «c»',
      "/c block map &y 22 «d: 1»",
      '/c/d! plain "d" 22 «d»',
      "/c/d plain 1 25 «1»",
      '/e! plain "e" 27 «e»',
      "/e flow sequence &z 33 «[1]»",
      "/e/0 plain 1 34 «1»",
    ],
  ],
  ["&r\na: 1\n", [". block map &r 3 «a: 1»", '/a! plain "a" 3 «a»', "/a plain 1 6 «1»"]],
  [
    "&a a: 1\n? [*a]\n: 2\n",
    [
      ". block map 3 «a: 1↵? [*a]↵: 2»",
      '/a! plain "a" &a 3 «a»',
      "/a plain 1 6 «1»",
      "/?! flow sequence 10 «[*a]»",
      "/?!/0 *a 11 «*a»",
      "/? plain 2 17 «2»",
    ],
  ],
  [
    'a: !!str 1\nb: !!int "3"\nc: !!str &q x\n',
    [
      '. block map 0 «a: !!str 1↵b: !!int "3"↵c: !!str &q x»',
      '/a! plain "a" 0 «a»',
      '/a plain "1" 9 «1»',
      '/b! plain "b" 11 «b»',
      '/b double 3 20 «"3"»',
      '/c! plain "c" 24 «c»',
      '/c plain "x" &q 36 «x»',
    ],
  ],
  [
    "a: &x 1\nb: &x 2\nc: *x\n",
    [
      ". block map 0 «a: &x 1↵b: &x 2↵c: *x»",
      '/a! plain "a" 0 «a»',
      "/a plain 1 &x 6 «1»",
      '/b! plain "b" 8 «b»',
      "/b plain 2 &x 14 «2»",
      '/c! plain "c" 16 «c»',
      "/c *x 19 «*x»",
    ],
  ],
  [
    "<<: &m {a: 1}\n",
    [
      ". block map 0 «<<: &m {a: 1}»",
      '/<<! plain "<<" 0 «<<»',
      "/<< flow map &m 7 «{a: 1}»",
      '/<</a! plain "a" 8 «a»',
      "/<</a plain 1 11 «1»",
    ],
  ],
  [
    "a: &s |\n  t\nb: &é ü\nc: *é\n",
    [
      ". block map 0 «a: &s |↵  t↵b: &é ü↵c: *é»",
      '/a! plain "a" 0 «a»',
      '/a literal "t\\n" &s 6 «|↵  t»',
      '/b! plain "b" 12 «b»',
      '/b plain "ü" &é 18 «ü»',
      '/c! plain "c" 20 «c»',
      "/c *é 23 «*é»",
    ],
  ],
]);

readsAs("complex keys", [
  [
    "? a\n: b\n? [x, y]\n: 1\n? |\n  k\n: v\n",
    [
      ". block map 0 «? a↵: b↵? [x, y]↵: 1↵? |↵  k↵: v»",
      '/a! plain "a" 2 «a»',
      '/a plain "b" 6 «b»',
      "/?! flow sequence 10 «[x, y]»",
      '/?!/0 plain "x" 11 «x»',
      '/?!/1 plain "y" 14 «y»',
      "/? plain 1 19 «1»",
      '/k\n! literal "k\\n" 23 «|↵  k»',
      '/k\n plain "v" 31 «v»',
    ],
  ],
  ["? a\n", [". block map 0 «? a»", '/a! plain "a" 2 «a»', "/a plain null 3 «»"]],
  [
    "{a: 1}: 2\n",
    [
      ". block map 0 «{a: 1}: 2»",
      "/?! flow map 0 «{a: 1}»",
      '/?!/a! plain "a" 1 «a»',
      "/?!/a plain 1 4 «1»",
      "/? plain 2 8 «2»",
    ],
  ],
  ["[a]: 2\n", [". block map 0 «[a]: 2»", "/?! flow sequence 0 «[a]»", '/?!/0 plain "a" 1 «a»', "/? plain 2 5 «2»"]],
]);

readsAs("several documents and directives", [
  [
    "---\na: 1\n---\nb: 2\n...\n",
    [
      "--- 0-9",
      ". block map 4 «a: 1»",
      '/a! plain "a" 4 «a»',
      "/a plain 1 7 «1»",
      "--- 9-22",
      "#1 block map 13 «b: 2»",
      '#1/b! plain "b" 13 «b»',
      "#1/b plain 2 16 «2»",
    ],
  ],
  ["%YAML 1.2\n---\na: 1\n", [". block map 14 «a: 1»", '/a! plain "a" 14 «a»', "/a plain 1 17 «1»"]],
  ["--- a\n--- b\n", ["--- 0-6", '. plain "a" 4 «a»', "--- 6-12", '#1 plain "b" 10 «b»']],
  [
    "a: 1\n...\n# c\n---\n# d\n",
    ["--- 0-9", ". block map 0 «a: 1»", '/a! plain "a" 0 «a»', "/a plain 1 3 «1»", "--- 13-21"],
  ],
  [
    "a: b\n...\nc: d\n",
    [
      "--- 0-9",
      ". block map 0 «a: b»",
      '/a! plain "a" 0 «a»',
      '/a plain "b" 3 «b»',
      "--- 9-14",
      "#1 block map 9 «c: d»",
      '#1/c! plain "c" 9 «c»',
      '#1/c plain "d" 12 «d»',
    ],
  ],
  ["--- # c\n", ["nothing"]],
  [
    "---\n---\na: 1\n",
    ["--- 0-3", "--- 4-13", "#1 block map 8 «a: 1»", '#1/a! plain "a" 8 «a»', "#1/a plain 1 11 «1»"],
  ],
  ["--- |\n x\n", ['. literal "x\\n" 4 «|↵ x»']],
]);
