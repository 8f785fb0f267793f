import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { type OutputFile, type Plugin, transform } from "esbuild";

/**
 * Writes the chunks of a build as CommonJS. esbuild splits only ES modules, and only scripts can be loaded with the code that V8 compiled
 * of them earlier. The build needs `write: false`, and source maps inside the files.
 */
export const commonJsChunks: Plugin = {
  name: "common-js-chunks",
  setup: ({ initialOptions, onEnd }) => {
    onEnd(async ({ outputFiles }) => {
      const { minify = false, sourcemap = false, target } = initialOptions;
      const convert = async ({ path, text }: OutputFile): Promise<void> => {
        const { code } = await transform(text, {
          format: "cjs",
          platform: "node",
          target,
          minify,
          sourcemap,
          // A dynamic import would ask Node's loader, which knows nothing of the compiled code.
          supported: { "dynamic-import": false },
        });
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, asAscii(code));
      };
      await Promise.all((outputFiles ?? []).map(convert));
    });
  },
};

/**
 * The same code without any character beyond ASCII, which the loader of the chunks does not decode. esbuild writes escapes in strings and
 * templates, and leaves regular expressions and comments as they are: in both of them an escape is right as well.
 */
function asAscii(code: string): string {
  return code.replace(/\P{ASCII}/gu, (character) => {
    const point = character.codePointAt(0) ?? 0;
    // Beyond the first plane a regular expression has to have the flag `u`, and then knows this form.
    return point > 0xffff ? `\\u{${point.toString(16)}}` : `\\u${point.toString(16).padStart(4, "0")}`;
  });
}
