import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

const own = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The sentences of `_locales`, a module for each language, without what only translators read. */
function sentences(): Plugin {
  const prefix = "virtual:sentences/";
  return {
    name: "sentences",
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const language = id.slice(prefix.length + 1);
      const file = own(`../../extension/public/_locales/${language}/messages.json`);
      this.addWatchFile(file);
      const messages: Record<string, { message: string }> = JSON.parse(readFileSync(file, "utf8"));
      const entries = Object.entries(messages).map(([name, { message }]) => [name, message]);
      return `export default ${JSON.stringify(Object.fromEntries(entries))}`;
    },
  };
}

/** The app's pages, as the folder that the manifest names. Where it will be served is not known, so that all addresses are relative. */
export default defineConfig({
  root: own("./"),
  base: "./",
  plugins: [sentences()],
  resolve: {
    alias: {
      "@atlaskit/feature-gate-js-client/feature-gates": own("../../shared/ui/no-feature-gates.ts"),
    },
  },
  build: { outDir: own("../dist"), emptyOutDir: true, target: "es2022", modulePreload: { polyfill: false } },
});
