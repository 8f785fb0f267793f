import * as l10n from "@vscode/l10n";
import type { YAMLError } from "yaml";

/** What each error of the parser means to the person who wrote the file, and what to do. */
const MESSAGES: Readonly<Record<string, string>> = {
  ALIAS_PROPS: l10n.t("An alias can not carry an anchor or a tag of its own."),
  BAD_ALIAS: l10n.t("This alias is not well-formed: write `*` directly followed by the name of an anchor."),
  BAD_DIRECTIVE: l10n.t("This `%` directive is not understood. Tenant files do not need directives."),
  BAD_DQ_ESCAPE: l10n.t(
    "This escape sequence does not exist in a double-quoted string. Write `\\\\` for a backslash, or use single quotes.",
  ),
  BAD_INDENT: l10n.t("The indentation does not fit: this line belongs to no level above it."),
  BAD_PROP_ORDER: l10n.t("Anchors and tags stand between the `:` and the value, before its first character."),
  BAD_SCALAR_START: l10n.t("A plain value can not start with this character. Put the value in quotes."),
  BLOCK_AS_IMPLICIT_KEY: l10n.t(
    "A mapping can not start on the same line as its parent key. Put it on the next line, indented, or quote the value.",
  ),
  BLOCK_IN_FLOW: l10n.t("Inside `[ ]` and `{ }` block style is not possible. Separate the parts with commas."),
  IMPOSSIBLE: l10n.t("This text is not YAML."),
  KEY_OVER_1024_CHARS: l10n.t("A key can not be longer than 1,024 characters."),
  MULTILINE_IMPLICIT_KEY: l10n.t(
    "A key stands on one line. Is a `:` missing on the line above, or is this line indented too little?",
  ),
  MULTIPLE_ANCHORS: l10n.t("A value can have only one anchor."),
  MULTIPLE_TAGS: l10n.t("A value can have only one tag."),
  TAB_AS_INDENT: l10n.t("A tab can not indent YAML. Use spaces."),
  UNEXPECTED_TOKEN: l10n.t("This does not belong here. Is the value missing quotes, or the line above a `:`?"),
};

/** Sentence for an error of the YAML parser. Errors that name the missing character keep that name. */
export function syntaxMessage(error: Pick<YAMLError, "code" | "message">): string {
  if (error.code === "MISSING_CHAR") return missingCharacter(error.message);
  if (error.code === "BAD_INDENT" && /end with a (.)/.test(error.message)) {
    const closing = /end with a (.)/.exec(error.message)?.[1] ?? "]";
    return l10n.t`A closing \`${closing}\` is missing: the list or mapping opened above must end, indented further than its key, before this line.`;
  }
  if (error.code === "TAG_RESOLVE_FAILED") {
    const tag = /!\S*/.exec(error.message)?.[0] ?? "";
    return tag === ""
      ? l10n.t("This tag means nothing in a tenant file; the value is read without it.")
      : l10n.t`The tag \`${tag}\` means nothing in a tenant file; the value is read without it.`;
  }
  return MESSAGES[error.code] ?? `${error.message}.`;
}

function missingCharacter(message: string): string {
  const closing = /must end with a (.)/.exec(message)?.[1];
  if (closing !== undefined) return l10n.t`A closing \`${closing}\` is missing.`;
  if (message.startsWith("Implicit map keys")) return l10n.t("A `:` is missing behind this key.");
  if (message.startsWith("Block collection cannot"))
    return l10n.t("Behind `---` only a single value may stand. Put this on the next line.");
  if (message.includes("directives-end"))
    return l10n.t("A line `---` is missing between the directives and the document.");
  if (message.startsWith("Block scalars")) {
    return l10n.t(
      "The text block begins with a blank line that is indented further than this line. Remove its spaces.",
    );
  }
  if (message.startsWith("Sequence item")) return l10n.t("A `-` is missing before this item.");
  if (message.includes('"quote')) return l10n.t('A closing `"` is missing.');
  if (message.includes("'quote")) return l10n.t("A closing `'` is missing.");
  if (message.includes(",")) return l10n.t("A `,` is missing between two items.");
  if (message.includes("space")) return l10n.t("A space is missing here.");
  return `${message}.`;
}
