import type { Plugin } from "esbuild";

/**
 * The formatter of yaml-language-server hands prettier its printer of JavaScript as well, which no YAML text needs: without it the
 * formatter is half as large.
 */
export const yamlFormatter: Plugin = {
  name: "yaml-formatter",
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /^prettier\/plugins\/estree$/ }, ({ path, importer }) =>
      /[\\/]yaml-language-server[\\/]/.test(importer) ? { path, namespace: "without" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "without" }, () => ({ contents: "export const languages = [];", loader: "js" }));
  },
};
