import { defineConfig } from "wxt";
import { hosts, trackerIds } from "./extension/trackers/hosts";

const sites = trackerIds.flatMap((id) => [...hosts[id].pages, ...hosts[id].apis]);

/** `--mode sandbox` grants the hosts at install, because a permission prompt cannot be answered headlessly. */
export default defineConfig({
  srcDir: "extension",
  publicDir: "extension/public",
  outDir: ".output",
  imports: false,
  modules: ["@wxt-dev/module-react"],
  manifestVersion: 3,
  manifest: ({ mode, browser }) => ({
    name: "__MSG_extensionName__",
    description: "__MSG_extensionDescription__",
    default_locale: "en",
    permissions: ["scripting"],
    [mode === "sandbox" ? "host_permissions" : "optional_host_permissions"]: sites,
    action: { default_title: "__MSG_extensionName__" },
    ...(browser === "firefox" && {
      browser_specific_settings: {
        gecko: {
          id: "plumbline@plumbline.example",
          strict_min_version: "140.0",
          data_collection_permissions: { required: ["none"] },
        },
      },
    }),
  }),
  zip: { artifactTemplate: "plumbline-{{version}}-{{browser}}.zip" },
});
