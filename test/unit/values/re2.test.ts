import { before, describe } from "node:test";
import { accepts, describes, language, refuses } from "./language-table.ts";

describe("re2", () => {
  before(() => language("re2").load?.());

  accepts("re2", [
    "",
    "prod-.*",
    "a|b|c",
    "(?i)api",
    "(?P<name>[a-z]+)-\\d{1,3}",
    "(?<name>x)",
    "[[:alpha:]]\\p{Greek}\\x{00e9}",
    "^(?:a|b)$",
    "a{1000}",
    "\\Qa.b\\E",
    "[]a]",
  ]);

  refuses("re2", [
    ["«(?!»db).*", undefined, /^Negative lookahead `\(\?!…\)` does not exist in RE2/],
    ["a«(?=»b)", undefined, /^Lookahead/],
    ["«(?<=»a)b", undefined, /^Lookbehind/],
    ["«(?<!»a)b", undefined, /^Negative lookbehind/],
    ["(a)«\\1»", undefined, /^Backreferences do not exist in RE2/],
    ["(?P<n>a)«(?P=»n)", undefined, /^References to groups/],
    ["«\\C»", undefined, /^`\\C` \(one byte\) does not exist/],
    ["a«\\Z»", undefined, /^`\\Z` does not exist in RE2/],
    ["«(?>»a)", undefined, /^Atomic groups/],
    ["«(?#»c)a", undefined, /^Comments/],
    ["«\\u»00e9", undefined, /\\x\{00e9\}/],
    ["a«{1001}»", undefined, /^RE2 repeats at most 1000 times, found `\{1001\}`$/],
    ["a«{3,2}»", undefined, /^`\{3,2\}` is not a repetition/],
    ["a«++»", "a+", /possessive quantifiers/],
    ["a«**»", undefined, /repeats a repetition/],
    ["«*»a", undefined, /^`\*` repeats nothing: something has to stand before it, for example `\.\*`$/],
    ["«(»a", undefined, /^The group is not closed/],
    ["((a)|«(»b", undefined, /^The group is not closed/],
    ["a«)»", undefined, /^`\)` closes no group/],
    ["\\(a«)»", undefined, /^`\)` closes no group/],
    ["x«[»a", undefined, /^The character class is not closed/],
    ["\\[x«[»a", undefined, /^The character class is not closed/],
    ["[«z-a»]", undefined, /^The range `z-a` runs backwards/],
    ["[«[:foo:]»]", undefined, /is not a class that RE2 knows/],
    ["«\\p{Foo}»", undefined, /is not a class that RE2 knows/],
    ["«\\y»a", undefined, /^`\\y` is not an escape sequence of RE2$/],
    ["a«\\»", undefined, /^A `\\` at the end escapes nothing/],
    ["«(?x»)a", undefined, /is not part of RE2/],
  ]);

  describes("re2", {
    "": undefined,
    "(": undefined,
    ".*": "matches every value, the empty one too",
    ".+": "matches every value but the empty one",
    "prod-.*": "matches the whole value; every value that begins with `prod-`",
    ".*-test": "matches the whole value; every value that ends with `-test`",
    ".*db.*": "matches the whole value; every value that contains `db`",
    "db|cache": "matches the whole value; exactly `db` or `cache`",
    "[a-z]+":
      "matches the whole value, because it is anchored at both ends; `.*` before or behind it allows more text there",
  });
});
