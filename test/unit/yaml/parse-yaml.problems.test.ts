import { reports } from "./read-table.ts";

reports("a key without its colon", [
  ["a: 1\nb\n", ["yaml-syntax 5 «b»"]],
  ["a: 1\nb\nc: 2\n", ["yaml-syntax 5 «b»"]],
  ["a\nb: 1\n", ["yaml-syntax 0 «a»"]],
  ["a:\n  b: 1\n  c\n", ["yaml-syntax 12 «c»"]],
]);

reports("a colon too many", [
  ["a: b: c\n", ["yaml-syntax 3 «b»"]],
  ["a: 1\n  b: 2\n", ["yaml-syntax 3 «1»"]],
  ["a: x: y: z\n", ["yaml-syntax 3 «x»"]],
]);

reports("indentation", [
  ["a:\n    b: 1\n  c: 2\n", ["yaml-syntax 12 « »"]],
  ["a:\n  - b\n c: 1\n", ["yaml-syntax 9 « »"]],
  ["a:\n  - b\n - c\n", ["yaml-syntax 9 « »"]],
  ["a: |\n    \n  x\n", ["yaml-syntax 12 «x»"]],
]);

reports("tabs in the indentation", [
  ["a:\n\tb: 1\n", ["tab-indentation 3 «→»"]],
  ["\ta: 1\n", ["tab-indentation 0 «→»"]],
  ["a:\n  b: 1\n\tc: 2\n", ["tab-indentation 10 «→»"]],
  ["a:\n\t- b\n", ["tab-indentation 3 «→»"]],
  ["a:\n  -\t- b\n", ["tab-indentation 6 «→»"]],
]);

reports("tabs that are allowed", [
  ["a:\t1\n", []],
  ["a: 1\t# x\n", []],
  ["a:\n  - b\t\n", []],
  ["-\ta\n", []],
  ["a: [\n\t1]\n", ["tab-indentation 5 «→»"]],
  ["\t\n\t# c\na: 1\n", []],
]);

reports("lists and mappings at one place", [
  ["- a\nb: 1\n", ["yaml-syntax 4 «b»"]],
  ["a: 1\n- b\n", ["yaml-syntax 5 «-»"]],
  ["a: - b\n", ["yaml-syntax 3 «-»"]],
]);

reports("unclosed brackets", [
  ["a: [1, 2\nb: 1\n", ["yaml-syntax 9 «b»"]],
  ["a: {x: 1\n", ["yaml-syntax 9 «»"]],
  ["{a: 1\n", ["yaml-syntax 6 «»"]],
  ["[1\n", ["yaml-syntax 3 «»"]],
  ["a: [\n", ["yaml-syntax 5 «»"]],
  ["a: [\n- 1\n]\n", ["yaml-syntax 5 «-»", "yaml-syntax 9 «]»"]],
  ["a: [\n]\n", []],
]);

reports("brackets and commas", [
  ["a: ]\n", ["yaml-syntax 3 «]»"]],
  ["a: [1,,2]\n", ["yaml-syntax 6 «,»"]],
  ["a: {x: 1 y: 2}\n", ["yaml-syntax 7 «1 y: 2»"]],
  ["a: [x]y\n", ["yaml-syntax 6 «y»"]],
  ['a: ["x" "y"]\n', ['yaml-syntax 8 «"»']],
  ['a: {"x" 1}\n', ["yaml-syntax 8 «1»"]],
  ['a: {"x"1}\n', ["yaml-syntax 7 «1»"]],
]);

reports("unclosed and broken quotes", [
  ["a: 'x\nb: 1\n", ["yaml-syntax 11 «»"]],
  ['a: "x\nb: 1\n', ["yaml-syntax 11 «»"]],
  ['a: "x" y\n', ["yaml-syntax 7 «y»"]],
  ["a: 'it's'\n", ["yaml-syntax 7 «s'»"]],
  ['a: "\\q"\n', ["yaml-syntax 4 «\\»"]],
  ['a: "\\xZZ"\n', ["yaml-syntax 4 «\\»"]],
  ['a: "x\n\n', ["yaml-syntax 7 «»"]],
]);

reports("characters that start no plain value", [
  ["a: @x\n", ["yaml-syntax 3 «@»"]],
  ["a: `x\n", ["yaml-syntax 3 «`»"]],
  ["a: %x\n", ["yaml-syntax 3 «%»"]],
  ["a: [@x]\n", ["yaml-syntax 4 «@»"]],
  ["a: , b\n", ["yaml-syntax 3 «,»"]],
]);

reports("aliases and anchors", [
  ["a: *x\n", ["unresolved-alias 3 «*x»"]],
  ["a: *x\nb: &x 1\n", ["unresolved-alias 3 «*x»"]],
  ["a: &x 1\n---\nb: *x\n", ["unresolved-alias 15 «*x»"]],
  ["a: * x\n", ["yaml-syntax 3 «*»"]],
  ["a: &x &y 1\n", ["yaml-syntax 6 «&y»"]],
  ["a: &y 1\nb: &x *y\n", ["yaml-syntax 14 «*y»"]],
  ["<<: *x\n", ["unresolved-alias 4 «*x»"]],
  ["- *x\n- *x\n", ["unresolved-alias 2 «*x»", "unresolved-alias 7 «*x»"]],
]);

reports("tags", [
  ["a: !foo 1\n", ["warning yaml-syntax 3 «!foo»"]],
  ["a: !!str !!int 1\n", ["yaml-syntax 9 «!!int»"]],
  ["a: !<x> 1\n", ["warning yaml-syntax 3 «!<x>»"]],
  ["a: !!binary abc\n", []],
  ["a: !!set {x}\n", []],
  ["!t\na: 1\n", ["warning yaml-syntax 0 «!t»"]],
]);

reports("directives and markers", [
  ["%BAD\na: 1\n", ["warning yaml-syntax 0 «%BAD»", "yaml-syntax 5 «a»"]],
  ["%YAML 1.2\na: 1\n", ["yaml-syntax 10 «a»"]],
  ["--- a: 1\n", ["yaml-syntax 4 «a»"]],
  ["%YAML 9.9\n---\na: 1\n", ["warning yaml-syntax 6 «9.9»"]],
]);

reports("block scalar headers", [
  ["a: |x\n  b\n", ["yaml-syntax 4 «x»"]],
  ["- > y\n", ["yaml-syntax 4 «y»"]],
  ["a: |\n\tx\n", ["yaml-syntax 5 «→»"]],
  ["a: >0\n x\n", ["yaml-syntax 4 «0»"]],
]);

reports("comments that touch a value", [
  ["a: [1]#c\n", ["yaml-syntax 6 «#c»"]],
  ['a: "x"#c\n', ["yaml-syntax 6 «#c»"]],
  ["a: {x: 1}# c\n", ["yaml-syntax 9 «# c»"]],
]);

reports("keys that are written twice", [
  ["a: 1\na: 2\na: 3\n", ["duplicate-key 5 «a» (first at 0-1)", "duplicate-key 10 «a» (first at 0-1)"]],
  ["a: 1\n'a': 2\n", ["duplicate-key 5 «'a'» (first at 0-1)"]],
  ['1: a\n"1": b\n', ['duplicate-key 5 «"1"» (first at 0-1)']],
  ["a: {b: 1, b: 2}\n", ["duplicate-key 10 «b» (first at 4-5)"]],
  ["a:\n  - b: 1\n    c: 2\n    b: 3\n", ["duplicate-key 25 «b» (first at 7-8)"]],
  ["null: 1\n~: 2\n", ["duplicate-key 8 «~» (first at 0-4)"]],
  ["__proto__: 1\n__proto__: 2\n", ["duplicate-key 13 «__proto__» (first at 0-9)"]],
  ["constructor: 1\ntoString: 1\n", []],
  ["a: 1\nA: 2\n", []],
  ["<<: {x: 1}\n<<: {y: 2}\n", ["duplicate-key 11 «<<» (first at 0-2)"]],
  ["<<: {a: 1}\na: 2\n", []],
  ["&k a: 1\n*k : 2\n", ["duplicate-key 8 «*k» (first at 3-4)"]],
  ["? [a]\n: 1\n? [a]\n: 2\n", []],
  ["a: 1\n---\na: 2\n", []],
  ['"a\\u0062": 1\r\nab: 2\r\n', ["duplicate-key 14 «ab» (first at 0-9)"]],
  [': 1\n"": 2\n', ['duplicate-key 4 «""» (first at 0-0)']],
]);

reports("texts that are legal though unusual", [
  ["a:1\nb:2\n", []],
  ["- a\n - b\n", []],
  ["a: [1 2]\n", []],
  ["a: \u0000x\n", []],
  ["a: \ud800\n", []],
  ["a: 1\n\u0085b: 2\n", []],
  ["{a: 1, b: }\n", []],
  ["key\n", []],
]);

reports("merge conflicts", [
  ["<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> b\n", ["merge-conflict 0 «<<<<<<< HEAD»"]],
  ["a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> other\nc: 3\n", ["merge-conflict 5 «<<<<<<< HEAD»"]],
]);

reports("merge conflicts with a base, with other line breaks, nested in lists, and things that only look like one", [
  ["<<<<<<<\r\na: 1\r\n||||||| base\r\na: 0\r\n=======\r\na: 2\r\n>>>>>>>\r\n", ["merge-conflict 0 «<<<<<<<»"]],
  [
    "a:\n<<<<<<< x\n  - 1\n=======\n>>>>>>> y\n<<<<<<< x\n=======\n  - 2\n>>>>>>> y\n",
    ["merge-conflict 3 «<<<<<<< x»", "merge-conflict 37 «<<<<<<< x»"],
  ],
  ["a: |\n  <<<<<<< x\n  =======\n  >>>>>>> y\n", []],
  ["=======\n", []],
]);

reports("lone carriage returns end lines", [
  ["a: 1\rb:\r  - x\r  - y\r", []],
  ["a: 1\rb\rc: 2\r", ["yaml-syntax 5 «b»"]],
]);
