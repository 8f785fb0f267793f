import { readFileSync } from "node:fs";

/** The manifest of the extension (package.json) as people see it in English: its `%keys%` are replaced by what package.nls.json says. */
export function readManifest(): unknown {
  const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
  const texts: Readonly<Record<string, string>> = JSON.parse(read("package.nls.json"));
  return JSON.parse(read("package.json"), (_, value: unknown) => {
    const key = typeof value === "string" ? /^%(.+)%$/.exec(value)?.[1] : undefined;
    return key === undefined ? value : (texts[key] ?? value);
  });
}
