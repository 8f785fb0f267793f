/** Placements of a construct at which its texts are read differently from the reference. */
export type KnownPlaces = readonly string[];

/**
 * Broken texts that are longer than what is read as a whole: the part with the fault is recovered by itself, so that the fault breaks no
 * other part, where the reference recovers the whole text and loses what follows. Both report an error, and everything around the
 * construct is read as if it were not there.
 */
export const RECOVERED_ALONE: Readonly<Record<string, KnownPlaces>> = {
  "collections: flow closed at column 0": [
    "as an entry of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "collections: two flow collections in a row": [
    "behind a key of a large mapping",
    "below a key of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "collections: unclosed flow sequence": [
    "as an entry of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "collections: unclosed flow mapping": [
    "as an entry of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "collections: closing bracket alone": [
    "as an entry of a large mapping",
    "below a key of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "plain and quoted scalars: a single word": ["as an entry of a large mapping"],
  "plain and quoted scalars: a single word without a line break": ["as an entry of a large mapping"],
  "plain and quoted scalars: multi-line plain scalar as the document": ["as an entry of a large mapping"],
  "plain and quoted scalars: multi-line plain scalar with a colon in its second line": [
    "as an entry of a large mapping",
  ],
  "plain and quoted scalars: plain scalar with a colon inside": ["as an entry of a large mapping"],
  "plain and quoted scalars: plain scalar with a colon and a space inside": ["as an entry of a large mapping"],
  "plain and quoted scalars: plain scalar with colons at both ends": ["as an entry of a large mapping"],
  "plain and quoted scalars: non-breaking space": ["as an entry of a large mapping"],
  "plain and quoted scalars: quoted with lines at column 0": ["as an entry of a large mapping"],
  "plain and quoted scalars: quoted as the document": ["as an entry of a large mapping"],
  "plain and quoted scalars: multi-line plain key": ["as an entry of a large mapping"],
  "block scalars: as the document": ["as an entry of a large mapping"],
  "block scalars: as the document at column 0": ["as an entry of a large mapping"],
  "block scalars: folded as the document": ["as an entry of a large mapping"],
  "block scalars: content at the column of the key": ["as an entry of a large mapping"],
  "block scalars: content with tabs": [
    "as an entry of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "anchors, tags and explicit keys: anchor on the root": ["as an entry of a large mapping"],
  "anchors, tags and explicit keys: alias as a key without a space": ["as an entry of a large mapping"],
  "anchors, tags and explicit keys: tag on the root": ["as an entry of a large mapping"],
  "documents, comments and white space: document marker with a mapping": ["behind a key of a large mapping"],
  "documents, comments and white space: hash directly behind the colon": ["as an entry of a large mapping"],
  "documents, comments and white space: hash directly behind the colon alone": ["as an entry of a large mapping"],
  "documents, comments and white space: tab-indented flow": [
    "as an entry of a large mapping",
    "below a key of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "documents, comments and white space: tab as indentation of a continuation": ["as an entry of a large mapping"],
  "half-typed lines: a key without a colon": ["as an entry of a large mapping"],
  "half-typed lines: a key without a colon at the end": ["as an entry of a large mapping"],
  "half-typed lines: a key without a colon at the end without a line break": ["as an entry of a large mapping"],
  "half-typed lines: a key without a colon first": ["as an entry of a large mapping"],
  "half-typed lines: two words without a colon": ["as an entry of a large mapping"],
  "half-typed lines: a key without a space behind the colon": ["as an entry of a large mapping"],
  "half-typed lines: a key without a space behind the colon alone": ["as an entry of a large mapping"],
  "half-typed lines: a number among keys": ["as an entry of a large mapping"],
  "half-typed lines: an open double quote": [
    "as an entry of a large mapping",
    "below a key of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "half-typed lines: an open single quote": [
    "as an entry of a large mapping",
    "below a key of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "half-typed lines: an open quote at the end": [
    "as an entry of a large mapping",
    "below a key of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "half-typed lines: an open quote around a key": [
    "as an entry of a large mapping",
    "behind a key of a large mapping",
    "below a key of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "half-typed lines: an open quote in a sequence": [
    "below a key of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "half-typed lines: an open quote and a comment": [
    "as an entry of a large mapping",
    "below a key of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "half-typed lines: an open bracket": [
    "as an entry of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "half-typed lines: an open bracket with items": [
    "as an entry of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "half-typed lines: an open brace": [
    "as an entry of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "half-typed lines: an open brace with a key": [
    "as an entry of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "half-typed lines: an open brace with a pair": [
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "half-typed lines: open brackets of both kinds": [
    "as an entry of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "half-typed lines: an open bracket at the end": [
    "as an entry of a large mapping",
    "below a key of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "half-typed lines: an open bracket and a quote": [
    "as an entry of a large mapping",
    "below a key of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "half-typed lines: a closed bracket on a later line at column 0": [
    "as an entry of a large mapping",
    "below a key of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "half-typed lines: a bracket too many": [
    "as an entry of a large mapping",
    "below a key of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "half-typed lines: a key indented below a scalar": ["as an entry of a large mapping"],
  "half-typed lines: a second root key indented by one": ["as an entry of a large mapping"],
  "half-typed lines: two colons in a line": ["as an entry of a large mapping"],
  "half-typed lines: two pairs in a line": ["as an entry of a large mapping"],
  "half-typed lines: a question mark behind a key": ["as an entry of a large mapping"],
  "half-typed lines: a colon behind a key": ["as an entry of a large mapping"],
  "half-typed lines: an ampersand on a line": ["as an entry of a large mapping"],
  "half-typed lines: an anchor on a line": ["as an entry of a large mapping"],
  "half-typed lines: an alias on a line": ["as an entry of a large mapping"],
  "half-typed lines: an exclamation mark on a line": ["as an entry of a large mapping"],
  "half-typed lines: a bar on a line": ["as an entry of a large mapping"],
  "half-typed lines: an at sign on a line": ["as an entry of a large mapping"],
  "half-typed lines: a backtick on a line": ["as an entry of a large mapping"],
  "half-typed lines: a comma on a line": ["as an entry of a large mapping"],
  "half-typed lines: a bracket on a line": ["as an item of a large list", "below an indented key of a large entry"],
  "half-typed lines: a closing bracket on a line": [
    "as an entry of a large mapping",
    "below a key of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "half-typed lines: a quoted word on a line": ["as an entry of a large mapping"],
  "half-typed lines: an unclosed quote in flow": [
    "as an entry of a large mapping",
    "below a key of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "half-typed lines: every indicator": ["as an entry of a large mapping"],
  "half-typed lines: closing brackets alone": [
    "as an entry of a large mapping",
    "behind a key of a large mapping",
    "below a key of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "half-typed lines: only quotes": ["as an entry of a large mapping"],
  "half-typed lines: a key on the line of a quoted one": ["as an entry of a large mapping"],
  "half-typed lines: text of a web page": ["as an entry of a large mapping"],
  "half-typed lines: text of a program": [
    "as an entry of a large mapping",
    "below a key of a large mapping",
    "as an item of a large list",
    "below an indented key of a large entry",
  ],
  "half-typed lines: text of a shell script": ["as an entry of a large mapping"],
};

/** A difference that should not be. */
export interface KnownDifference {
  readonly why: string;
  readonly places: KnownPlaces;
}

/** Differences that are faults of the reader. Each is asserted to be there still: take it out when it is repaired. */
export const KNOWN_DIFFERENCES: Readonly<Record<string, KnownDifference>> = {
  "collections: implicit pairs in a flow sequence": {
    why: "A single pair ends where its mapping of one key is closed by the bracket of the list.",
    places: [
      "alone",
      "behind a key",
      "below a key",
      "as an item",
      "below an indented key",
      "behind a key of a large mapping",
      "below a key of a large mapping",
      "as an item of a large list",
      "below an indented key of a large entry",
    ],
  },
  "collections: flow sequence on many lines": {
    why: "A bracket that closes at column 0 is an error in texts that are read in parts.",
    places: ["as an entry of a large mapping"],
  },
  "collections: flow mapping on many lines": {
    why: "A bracket that closes at column 0 is an error in texts that are read in parts.",
    places: ["as an entry of a large mapping"],
  },
  "plain and quoted scalars: double quoted with an escape beyond unicode": {
    why: "An escape beyond the last character of Unicode is accepted.",
    places: [
      "alone",
      "below a key",
      "as an item",
      "below an indented key",
      "as an entry of a large mapping",
      "below a key of a large mapping",
      "as an item of a large list",
      "below an indented key of a large entry",
    ],
  },
  "block scalars: literal as a key": {
    why: "An absent value of an explicit key stands elsewhere.",
    places: ["as an entry of a large mapping"],
  },
  "anchors, tags and explicit keys: anchor before the first key of a mapping": {
    why: "The mapping begins at the anchor of its first key instead of at the key.",
    places: [
      "alone",
      "below a key",
      "as an item",
      "below an indented key",
      "below a key of a large mapping",
      "as an item of a large list",
      "below an indented key of a large entry",
    ],
  },
  "anchors, tags and explicit keys: anchor on a key": {
    why: "The mapping begins at the anchor of its first key instead of at the key.",
    places: [
      "alone",
      "below a key",
      "as an item",
      "below an indented key",
      "below a key of a large mapping",
      "as an item of a large list",
      "below an indented key of a large entry",
    ],
  },
  "anchors, tags and explicit keys: anchor on items": {
    why: "The mapping begins at the anchor of its first key instead of at the key.",
    places: [
      "alone",
      "below a key",
      "as an item",
      "below an indented key",
      "below a key of a large mapping",
      "as an item of a large list",
      "below an indented key of a large entry",
    ],
  },
  "anchors, tags and explicit keys: anchor name with a colon": {
    why: "The warning about a colon at the end of a name is missing.",
    places: [
      "alone",
      "below a key",
      "as an item",
      "below an indented key",
      "as an entry of a large mapping",
      "below a key of a large mapping",
      "as an item of a large list",
      "below an indented key of a large entry",
    ],
  },
  "anchors, tags and explicit keys: anchors on mapping and its first key": {
    why: "The mapping begins at the anchor of its first key instead of at the key.",
    places: [
      "alone",
      "below a key",
      "as an item",
      "below an indented key",
      "as an entry of a large mapping",
      "below a key of a large mapping",
      "as an item of a large list",
      "below an indented key of a large entry",
    ],
  },
  "anchors, tags and explicit keys: explicit key": {
    why: "An absent value of an explicit key stands elsewhere.",
    places: ["as an entry of a large mapping"],
  },
  "anchors, tags and explicit keys: explicit keys among others": {
    why: "An absent value of an explicit key stands elsewhere.",
    places: ["as an entry of a large mapping"],
  },
  "anchors, tags and explicit keys: explicit key that is a mapping": {
    why: "An absent value of an explicit key stands elsewhere.",
    places: ["as an entry of a large mapping"],
  },
  "anchors, tags and explicit keys: explicit key on the next line": {
    why: "An absent value of an explicit key stands elsewhere.",
    places: ["as an entry of a large mapping"],
  },
  "anchors, tags and explicit keys: explicit key with a comment": {
    why: "An absent value of an explicit key stands elsewhere.",
    places: ["as an entry of a large mapping"],
  },
  "documents, comments and white space: indented document marker first": {
    why: "The line is read as a document marker.",
    places: ["alone"],
  },
  "documents, comments and white space: blank lines with tabs": {
    why: "A line of white space or comment that begins with a tab is an error in texts that are read in parts.",
    places: ["as an entry of a large mapping"],
  },
  "documents, comments and white space: tab-indented comment": {
    why: "A line of white space or comment that begins with a tab is an error in texts that are read in parts.",
    places: ["as an entry of a large mapping"],
  },
  "documents, comments and white space: key beyond the limit with spaces before the colon": {
    why: "The limit counts the spaces before the colon, and is not applied to them.",
    places: [
      "alone",
      "below a key",
      "as an item",
      "below an indented key",
      "as an entry of a large mapping",
      "below a key of a large mapping",
      "as an item of a large list",
      "below an indented key of a large entry",
    ],
  },
  "documents, comments and white space: nesting to the limit": {
    why: "Levels above the part are not counted.",
    places: ["as an item of a large list", "below an indented key of a large entry"],
  },
  "half-typed lines: a backslash at the end": {
    why: "The open quote ends with its part; the reference finds the next one far below.",
    places: [
      "as an entry of a large mapping",
      "below a key of a large mapping",
      "as an item of a large list",
      "below an indented key of a large entry",
    ],
  },
  "documents, comments and white space: nesting beyond the limit": {
    why: "The part that is refused does not refuse the document.",
    places: [
      "as an entry of a large mapping",
      "behind a key of a large mapping",
      "below a key of a large mapping",
      "as an item of a large list",
      "below an indented key of a large entry",
    ],
  },
  "half-typed lines: an asterisk alone": {
    why: "An alias without a name is reported a second time as one without an anchor.",
    places: [
      "as an entry of a large mapping",
      "below a key of a large mapping",
      "as an item of a large list",
      "below an indented key of a large entry",
    ],
  },
  "half-typed lines: an asterisk on a line": {
    why: "An alias without a name is reported a second time as one without an anchor.",
    places: [
      "as an entry of a large mapping",
      "below a key of a large mapping",
      "as an item of a large list",
      "below an indented key of a large entry",
    ],
  },
  "half-typed lines: an alias that nobody defined, in flow": {
    why: "An alias without a name is reported a second time as one without an anchor.",
    places: [
      "as an entry of a large mapping",
      "below a key of a large mapping",
      "as an item of a large list",
      "below an indented key of a large entry",
    ],
  },
};
