import { fileURLToPath } from "node:url";
import { defineConfig } from "wxt";
import { trackerIds } from "./extension/trackers/hosts";
import { matchPatterns, pagePatterns } from "./extension/trackers/match-patterns";

const own = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const sites = trackerIds.flatMap((id) => [...matchPatterns[id].pages, ...matchPatterns[id].apis]);

/** Takes the white space out of style sheets written as templates, which no minifier touches and every page would carry. */
const denseCss = {
  name: "dense-css",
  enforce: "pre" as const,
  transform(code: string, id: string) {
    if (!/\/extension\/(badge|trackers)\//.test(id)) return undefined;
    const isSheet = /(css|chip|selectors)\.ts$/.test(id);
    const sheets = (text: string) => (isSheet && /[{;]\n/.test(text) ? dense(text) : text);
    return code.replace(/`[^`]*`/g, sheets).replace(/--plb-[a-z-]+/g, shortName);
  },
};
const dense = (css: string) =>
  css
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\s*([{};])\s*/g, "$1")
    .replace(/([:,])\s+/g, "$1")
    .replaceAll(" !important", "!important")
    .replace(/="([a-z-]+)"\]/g, "=$1]")
    .replaceAll(";}", "}")
    .replace(/^`\s+/, "`");

/** Makes `let` of every `const`, which the compiler has checked by then: shorter, and the minifier joins neighbours of one kind. */
const letsForConsts = {
  name: "lets-for-consts",
  renderChunk: (code: string) => code.replace(/\bconst (?=[\w$[{])/g, "let "),
};

const shortNames = new Map<string, string>();
/** The first two letters of each word of a custom property. Throws where two would have the same name. */
function shortName(name: string): string {
  const short = `--plb-${name.slice(6).replace(/([a-z]{1,2})[a-z]*-?/g, "$1")}`;
  const other = shortNames.get(short) ?? name;
  if (other !== name)
    throw new Error(`${name} and ${other} would both be ${short}: call one of them otherwise.`);
  shortNames.set(short, name);
  return short;
}

/** `--mode sandbox` grants the hosts at install, because a permission prompt cannot be answered headlessly. */
export default defineConfig({
  srcDir: "extension",
  publicDir: "extension/public",
  outDir: ".output",
  imports: false,
  modules: ["@wxt-dev/module-react"],
  vite: ({ command }) => {
    // WXT sets it to the mode's name, and React takes all but "production" for a developer's build: twice as large, and slower.
    if (command === "build") process.env.NODE_ENV = "production";
    return {
      plugins: [denseCss],
      resolve: {
        alias: {
          "wxt/utils/content-script-context": own("extension/entrypoints/tracker.content/no-context.ts"),
          "@atlaskit/feature-gate-js-client/feature-gates": own("shared/ui/no-feature-gates.ts"),
        },
      },
    };
  },
  hooks: {
    // What runs in every page: slower to minify than the rest, and 1 KB smaller.
    "vite:build:extendConfig"(entrypoints, { build, plugins }) {
      if (build === undefined || !entrypoints.every(({ type }) => type === "content-script")) return;
      plugins?.push(letsForConsts);
      build.minify = "terser";
      build.terserOptions = {
        ecma: 2020,
        toplevel: true,
        compress: { passes: 5, unsafe_arrows: true, hoist_funs: true, keep_fargs: false, pure_getters: true },
      };
    },
  },
  manifestVersion: 3,
  manifest: ({ mode, browser }) => ({
    name: "__MSG_extensionName__",
    description: "__MSG_extensionDescription__",
    default_locale: "en",
    permissions: [
      "scripting",
      "storage",
      "activeTab",
      "alarms",
      "contextMenus",
      ...(browser === "firefox" ? [] : ["sidePanel"]),
    ],
    [mode === "sandbox" ? "host_permissions" : "optional_host_permissions"]: sites,
    action: { default_title: "__MSG_extensionName__" },
    commands: {
      _execute_action: { suggested_key: { default: "Alt+Shift+L" } },
      "open-statement": {
        suggested_key: { default: "Alt+P" },
        description: "__MSG_commandStatement__",
      },
      "toggle-spotlight": {
        suggested_key: { default: "Alt+Shift+O" },
        description: "__MSG_commandSpotlight__",
      },
    },
    // The form over the page, by an address that no page can guess and that changes with every start of the browser.
    ...(browser !== "firefox" && {
      web_accessible_resources: [
        {
          resources: ["capture.html"],
          matches: [...pagePatterns],
          use_dynamic_url: true,
        },
      ],
    }),
    // Firefox finds a company's policy by the extension's id, and knows no schema for it.
    ...(browser !== "firefox" && { storage: { managed_schema: "managed-schema.json" } }),
    ...(browser === "firefox" && {
      browser_specific_settings: {
        gecko: {
          id: "plumbline@plumbline.example",
          strict_min_version: "140.0",
          data_collection_permissions: { required: ["none"] },
        },
        // Knows what data an extension says that it collects from here on.
        gecko_android: { strict_min_version: "142.0" },
      },
    }),
  }),
  zip: { artifactTemplate: "plumbline-{{version}}-{{browser}}.zip" },
});
