import * as l10n from "@vscode/l10n";
import type { Change } from "../../schema/problem.ts";
import { code } from "../../schema/wording.ts";
import { nearest } from "../../values/edit-distance.ts";
import type { Place } from "../place.ts";
import { defineRule, type RulePage } from "../rule.ts";
import { type DefaultTranslation, defaultTranslation, isComparable } from "./default-translation.ts";
import { comparedOnce, isFormOfOther, messagePlace } from "./message-places.ts";
import { type MessageTable, messageTable } from "./message-table.ts";

export const rule = defineRule({
  id: "translation-extra-key",
  severity: "warning",
  at: { localization: ["translations.*"] },
  facts: defaultTranslation,
  check: (translation, report, reference) => {
    if (!reference || reference.table.messages.size === 0 || !isComparable(translation, reference)) return;
    for (const extra of compare(messageTable(translation), reference.table, translation.name)) {
      const place = messagePlace(translation, extra.key);
      if (place) report(place, { on: "key", ...finding(place, extra, reference) });
    }
  },
});

interface Extra {
  /** The message, or the group of messages none of which the default has. */
  readonly key: string;
  readonly isGroup: boolean;
  /** The name that it was probably meant to have. */
  readonly meant: string | undefined;
}

/** Names are compared so often at most: in a translation of other texts altogether none is meant for another one. */
const MOST_COMPARISONS = 50_000;

/** What the default lacks: whole groups once, each with the nearest name beside it that the translation lacks. */
const compare = comparedOnce((table, reference, locale): readonly Extra[] => {
  const keys = [...table.messages.keys()].filter(
    (key) => !reference.messages.has(key) && !isFormOfOther(key, locale, reference, true),
  );
  if (keys.length === 0) return [];
  const known = childrenOf(reference);
  const lacked = lackedNames(known, childrenOf(table));
  const extras = new Map<string, Extra>();
  let comparisons = 0;
  for (const key of keys) {
    const { parent, name, isGroup } = firstUnknown(key, known);
    const extra = pathOf(parent, name);
    if (extras.has(extra)) continue;
    const candidates = lacked(parent, isGroup);
    comparisons += candidates.length;
    const meant = comparisons > MOST_COMPARISONS ? undefined : nearest(name, candidates);
    extras.set(extra, { key: extra, isGroup, meant });
  }
  return [...extras.values()];
});

/** Finds the messages, or groups, of a group of the default that a translation lacks; each group is looked at once. */
function lackedNames(known: Children, own: Children): (parent: string, isGroup: boolean) => readonly string[] {
  const found = new Map<string, readonly string[]>();
  return (parent, isGroup) => {
    const id = `${isGroup} ${parent}`;
    const names =
      found.get(id) ??
      [...(known.get(parent) ?? [])].filter(
        (name) => !own.get(parent)?.has(name) && known.has(pathOf(parent, name)) === isGroup,
      );
    found.set(id, names);
    return names;
  };
}

function pathOf(parent: string, name: string): string {
  return parent === "" ? name : `${parent}.${name}`;
}

type Children = ReadonlyMap<string, ReadonlySet<string>>;

const children = new WeakMap<MessageTable, Children>();

/** Names of the messages and groups in each group; that of the outermost is empty. */
function childrenOf(table: MessageTable): Children {
  const known = children.get(table);
  if (known) return known;
  const groups = new Map<string, Set<string>>();
  for (const key of table.messages.keys()) {
    let parent = "";
    for (const name of key.split(".")) {
      const names = groups.get(parent) ?? new Set();
      groups.set(parent, names.add(name));
      parent = pathOf(parent, name);
    }
  }
  children.set(table, groups);
  return groups;
}

/** The outermost step of a key that a table does not have; its last one when it has a group of that name. */
function firstUnknown(key: string, known: Children): { parent: string; name: string; isGroup: boolean } {
  const steps = key.split(".");
  let parent = "";
  for (const [depth, name] of steps.entries()) {
    const isLast = depth === steps.length - 1;
    if (isLast || !known.get(parent)?.has(name)) return { parent, name, isGroup: !isLast };
    parent = pathOf(parent, name);
  }
  return { parent, name: key, isGroup: false };
}

function finding(place: Place, { key, isGroup, meant }: Extra, reference: DefaultTranslation) {
  const removal: Change = {
    title: l10n.t`Remove ${code(key)}`,
    preferred: false,
    operations: [{ do: "remove", path: place.path }],
  };
  const locale = code(reference.locale);
  if (meant === undefined) {
    const message = isGroup
      ? l10n.t`${locale} has no messages in a group ${code(key)}, so these are never shown.`
      : l10n.t`${locale} has no message ${code(key)}, so this one is never shown.`;
    return { message, fix: { fix: "change", path: [], changes: [removal] } } as const;
  }
  const message = isGroup
    ? l10n.t`${locale} has no messages in a group ${code(key)}, so these are never shown. Did you mean ${code(meant)}?`
    : l10n.t`${locale} has no message ${code(key)}, so this one is never shown. Did you mean ${code(meant)}?`;
  const renaming: Change = {
    title: l10n.t`Rename to ${code(meant)}`,
    operations: [{ do: "rename", path: place.path, name: meant }],
  };
  return { message, fix: { fix: "change", path: [], changes: [renaming, removal] } } as const;
}

const FILE = (locale: string, messages: string): string =>
  `default_locale: en
translations:
  en:
    messages:
      common: {save: Save, delete: Delete}
      errors: {timeout: Too late, offline: No network}
  ${locale}:
    messages:
${messages}`;

const ERRORS = "      errors: {timeout: Trop tard, offline: Hors ligne}\n";

export const page: RulePage = {
  title: "A translation has a message that the default locale lacks.",
  why: "Programs ask for the keys of the default locale. A misspelt key is work that nobody sees: its users get the key or another language instead. One that was removed from the default costs translators time in every language.",
  fix: "Rename to the nearest message that the translation lacks, or remove it",
  examples: {
    failing: {
      what: "a misspelt key",
      text: FILE("fr", `      common:\n        svae: Enregistrer # button\n        delete: Supprimer\n${ERRORS}`),
      reports: [
        "warning 10 «svae» `en` has no message `common.svae`, so this one is never shown. Did you mean `save`?",
      ],
      fixed: FILE("fr", `      common:\n        save: Enregistrer # button\n        delete: Supprimer\n${ERRORS}`),
    },
    passing: {
      what: "the keys of the default",
      text: FILE("fr", `      common:\n        save: Enregistrer\n        delete: Supprimer\n${ERRORS}`),
      reports: [],
    },
    placeholder: {
      what: "a message that the deployment knows",
      text: FILE("fr", `      common: {save: "\${SAVE_TEXT}", delete: Supprimer}\n${ERRORS}`),
      reports: [],
    },
    disabled: "translations can not be switched off",
    more: [
      {
        what: "a message that is left over",
        text: FILE("fr", `      common: {save: Enregistrer, delete: Supprimer}\n${ERRORS}      old: {banner: Noël}\n`),
        reports: ["warning 11 «old» `en` has no messages in a group `old`, so these are never shown."],
        fixed: FILE("fr", `      common: {save: Enregistrer, delete: Supprimer}\n${ERRORS}`),
      },
      {
        what: "a misspelt group",
        text: FILE("fr", `      comon: {save: Enregistrer, delete: Supprimer}\n${ERRORS}`),
        reports: [
          "warning 9 «comon» `en` has no messages in a group `comon`, so these are never shown. Did you mean `common`?",
        ],
        fixed: FILE("fr", `      common: {save: Enregistrer, delete: Supprimer}\n${ERRORS}`),
      },
      {
        what: "a near name that the translation has already",
        text: FILE("fr", `      common: {save: Enregistrer, saved: Enregistré, delete: Supprimer}\n${ERRORS}`),
        reports: ["warning 9 «saved» `en` has no message `common.saved`, so this one is never shown."],
        fixed: FILE("fr", `      common: {save: Enregistrer, delete: Supprimer}\n${ERRORS}`),
      },
      {
        what: "plural forms as keys of their own, of which Russian has more",
        text: `default_locale: en
translations:
  en: {messages: {common: {file_one: A file, file_other: Files}}}
  ru: {messages: {common: {file_one: файл, file_few: файла, file_many: файлов, file_other: файла}}}
`,
        reports: [],
      },
      {
        what: "a group in place of a text",
        text: `default_locale: en
translations:
  en: {messages: {common: {save: Save}}}
  fr: {messages: {common: {save: {title: Enregistrer}}}}
`,
        reports: ["warning 4 «title» `en` has no message `common.save.title`, so this one is never shown."],
      },
      {
        what: "a text in place of a group",
        text: "default_locale: en\ntranslations:\n  en: {messages: {common: {save: Save}}}\n  fr: {messages: {common: Enregistrer}}\n",
        reports: ["warning 4 «common» `en` has no message `common`, so this one is never shown."],
      },
    ],
  },
};
