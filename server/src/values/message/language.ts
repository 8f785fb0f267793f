import * as l10n from "@vscode/l10n";
import { lateModule } from "../late-module.ts";
import type { EmbeddedToken, EmbeddedTokenType, ScalarLanguage, ValueProblem } from "../scalar-language.ts";
import { TENANT_VARIABLES } from "../tenant-variables.ts";
import { completeMessage } from "./completion.ts";
import { hoverMessage } from "./hover.ts";
import { type IcuSpan, readIcu } from "./icu-structure.ts";
import { detectMessageSyntax, isCertainlyIcu, placeholdersOf } from "./message.ts";

/** The parser is large, and most files hold no message that needs it. */
const parser = lateModule(() => import("./icu-message.ts"));

/** What a file with ICU messages holds; signs of the message may be escapes in it. A file may also say that its messages are ICU's. */
const MAY_HOLD_ICU = /,\s*(?:number|date|time|plural|select|selectordinal)\b|\bicu\b|\\[uUx]/;

/**
 * `message`: a text of a localization. Which syntax its variables have is said elsewhere in the file; `check` judges what is ICU's in any
 * case, and `icuFault` what is so because the file says it.
 */
export const messageLanguage: ScalarLanguage = {
  format: "message",
  code: "message-syntax",
  title: l10n.t("Text"),
  load: async (file) => {
    if (file === undefined || MAY_HOLD_ICU.test(file)) await parser.load();
  },
  isPlain: (text) => !isCertainlyIcu(text),
  isLoaded: (text) => parser.isLoaded() || (text !== undefined && !isCertainlyIcu(text)),
  check: (text) => (isCertainlyIcu(text) ? icuFault(text) : undefined),
  completionsAt: (text, offset, context) => completeMessage(text, offset, context.message?.()),
  hoverAt: (text, offset, context) => hoverMessage(text, offset, context.message?.()),
  tokens: messageTokens,
};

/** What `${…}` and `{{…}}` stand for is not the message's. */
const PLACEHOLDER = new RegExp(
  `\\$\\{(?:env:)?[A-Za-z_]\\w*(?::-[^}]*)?\\}|\\{\\{\\s*(?:${TENANT_VARIABLES.join("|")})\\s*\\}\\}`,
  "g",
);

/**
 * The first fault of a text that is known to be an ICU message; undefined for a right one, and before the language is loaded. Placeholders of
 * the deployment are read as words.
 */
export function icuFault(text: string): ValueProblem | undefined {
  return parser.get()?.parseIcuMessage(text.replace(PLACEHOLDER, (found) => "x".repeat(found.length))).fault;
}

const TOKEN_TYPES: Readonly<Partial<Record<IcuSpan["kind"], EmbeddedTokenType>>> = {
  name: "variable",
  type: "keyword",
  style: "string",
  selector: "enumMember",
  offset: "enumMember",
  "number-sign": "variable",
};

function messageTokens(text: string): readonly EmbeddedToken[] {
  const syntax = detectMessageSyntax(text);
  if (syntax === undefined) return [];
  if (syntax !== "icu") return placeholdersOf(text, syntax).map(({ start, end }) => ({ start, end, type: "variable" }));
  return readIcu(text).spans.map(({ kind, start, end }) => ({ start, end, type: TOKEN_TYPES[kind] ?? "variable" }));
}
