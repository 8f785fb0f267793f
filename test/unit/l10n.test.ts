import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { BUNDLES, bundleTexts } from "../../scripts/l10n.ts";
import { addLoadedWith, SERVER_ENTRY, serverModules } from "../support/server-modules.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

const LANGUAGES = ["ar", "de", "es", "fr", "ja"];

/** Languages that must have every message. Of the others what is there has to be right, but messages may be missing. */
const COMPLETE: Readonly<Record<"client" | "server" | "manifest", readonly string[]>> = {
  client: ["ar", "de", "es", "fr", "ja"],
  server: ["ar", "de", "es", "fr", "ja"],
  manifest: ["ar", "de", "es", "fr", "ja"],
};

type Messages = Readonly<Record<string, string>>;

function read(file: string): Messages {
  return JSON.parse(readFileSync(path.join(root, file), "utf8"));
}

/** Placeholders of a message, each as often as it stands there. */
function placeholders(message: string): readonly string[] {
  return (message.match(/\{\d+\}/g) ?? []).sort();
}

/** Code of a message in backticks. */
function code(message: string): readonly string[] {
  return (message.match(/`[^`]*`/g) ?? []).sort();
}

/** Keys of a translation that do not have the placeholders and the code of the English text. */
function unlike(english: Messages, translated: Messages): readonly string[] {
  return Object.entries(translated).flatMap(([key, text]) => {
    const original = english[key] ?? "";
    const isAlike =
      String([...new Set(placeholders(original))]) === String([...new Set(placeholders(text))]) &&
      String(code(original)) === String(code(text));
    return isAlike && text.trim() !== "" ? [] : [`${original} → ${text}`];
  });
}

function without(keys: Messages, others: Messages): readonly string[] {
  return Object.keys(keys).filter((key) => !Object.hasOwn(others, key));
}

const extracted = bundleTexts();

for (const part of ["client", "server"] as const) {
  describe(`messages of the ${part}`, () => {
    const { file } = BUNDLES[part];
    const english = read(file);

    test("the English bundle holds what is written in the sources (npm run l10n)", () => {
      assert.equal(readFileSync(path.join(root, file), "utf8"), extracted[part]);
    });

    test("the library finds every placeholder", () => {
      // It takes what stands between the first `{` and the next `}` for a name.
      const lost = Object.keys(english).filter((key) => {
        const found = [...key.matchAll(/\{([^}]+)\}/g)].filter(([, name = ""]) => /^\d+$/.test(name));
        return found.length !== placeholders(key).length;
      });
      assert.deepEqual(lost, []);
    });

    for (const language of LANGUAGES) {
      const translation = file.replace(".json", `.${language}.json`);
      if (!existsSync(path.join(root, translation)) && !COMPLETE[part].includes(language)) continue;

      test(`${language} has the placeholders and the code of the English messages`, () => {
        const translated = read(translation);
        assert.deepEqual(without(translated, english), [], "not in use");
        assert.deepEqual(unlike(english, translated), []);
        if (COMPLETE[part].includes(language)) assert.deepEqual(without(english, translated), [], "not translated");
      });
    }
  });
}

describe("the manifest", () => {
  const english = read("package.nls.json");
  const manifest = readFileSync(path.join(root, "package.json"), "utf8");

  test("every text of package.json is in package.nls.json, and nothing else is there", () => {
    const named = new Set([...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key = ""]) => key));
    assert.deepEqual([...named].sort(), Object.keys(english).sort());
  });

  test("nothing that people read stands in package.json itself", () => {
    const found: string[] = [];
    JSON.parse(manifest, (key: string, value: unknown) => {
      const isRead = /^(?:title|description|markdownDescription|enumDescriptions|deprecationMessage)$/.test(key);
      for (const text of isRead ? [value].flat() : [])
        if (typeof text === "string" && !/^%.+%$/.test(text) && text !== "Tenant Config") found.push(text);
      return value;
    });
    assert.deepEqual(found, []);
  });

  for (const language of LANGUAGES) {
    const file = `package.nls.${language}.json`;
    if (!existsSync(path.join(root, file)) && !COMPLETE.manifest.includes(language)) continue;

    test(`${language} has every text, with the code and the links of the English one`, () => {
      const translated = read(file);
      assert.deepEqual(Object.keys(translated), Object.keys(english));
      assert.deepEqual(unlike(english, translated), []);
      const links = (texts: Messages): readonly string[] =>
        Object.values(texts).flatMap((text) => text.match(/\(command:[^)]*\)/g) ?? []);
      assert.deepEqual(links(translated), links(english));
    });
  }
});

test("no module that is loaded before the language is known has messages", async () => {
  const early = new Set<string>();
  addLoadedWith(await serverModules(), SERVER_ENTRY, early);
  assert.ok(early.has("server/src/text/language.ts"));
  const speaking = [...early].filter(
    (file) =>
      file.startsWith("server/src/") &&
      /^(?!\s*(?:\/\/|\*)).*\bl10n\.t\b/m.test(readFileSync(path.join(root, file), "utf8")),
  );
  // Its one message is made when it is asked for.
  assert.deepEqual(speaking, ["server/src/text/language.ts"]);
});
