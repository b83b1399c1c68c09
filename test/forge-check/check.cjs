// Runs where the tools are installed, with the app's folder as its first argument: Atlassian's own linter and bundler, without a sign-in.
// It is no module, since the bundler asks for `require.main`.
const { readFileSync, readdirSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join, relative } = require("node:path");

const [appFolder, tools] = process.argv.slice(2);
const need = createRequire(join(tools, "package.json"));
process.chdir(appFolder);

const quiet = { info() {}, debug() {}, trace() {}, warn: console.warn, error: console.error };
const statsig = new Proxy({}, { get: (_, name) => (name === "then" ? undefined : async () => []) });
const manifest = need("yaml").parse(readFileSync("manifest.yml", "utf8"));
const sources = readdirSync("src", { recursive: true, withFileTypes: true })
  .filter((it) => it.isFile() && /\.tsx?$/.test(it.name))
  .map((it) => relative(appFolder, join(it.parentPath, it.name)));

async function lint() {
  // Else it downloads descriptions of APIs.
  const empty = join(tools, "empty-swagger.json");
  require("node:fs").writeFileSync(empty, '{"paths":{}}');
  process.env.USE_LOCAL_SWAGGER = "1";
  for (const it of ["JIRA", "JSW", "JSM", "CONF", "CONF_V2", "BB"])
    process.env[`LOCAL_${it}_SWAGGER`] = empty;
  const options = { linter: { mode: "client-side" } };
  const found = await need("@forge/lint").lint(sources, manifest, "development", quiet, statsig, options);
  const faults = found.flatMap(({ file, errors, warnings }) =>
    [...errors, ...warnings].map(({ line, message }) => `${file}:${line} ${message}`),
  );
  return { files: sources.length, faults };
}

async function bundle() {
  const bundler = need("@forge/bundler");
  const { FileSystemReader } = createRequire(need.resolve("@forge/bundler"))("@forge/cli-shared");
  const { mkdirSync, writeFileSync } = require("node:fs");
  // Stands in for the platform's own wrapper, which is downloaded otherwise.
  process.env.FORGE_RUNTIME_PATH = join(tools, "runtime");
  mkdirSync(join(tools, "runtime/dist"), { recursive: true });
  for (const it of ["wrapper.js", "loader.js"])
    writeFileSync(join(tools, "runtime/dist", it), "module.exports = {};\n");
  const fileSystemReader = new FileSystemReader();
  const wrapper = bundler.getWrapperProvider({ fileSystemReader });
  const node = bundler.getNodeBundler(quiet, wrapper, { readConfig: async () => manifest });
  const handlers = manifest.modules.function.map(({ key, handler }) => ({
    key,
    module: handler.split(".")[0],
  }));
  const made = await node.bundle({ appDirectory: appFolder, entryPoints: bundler.getEntryPoints(handlers) });
  return join(made.outputDir, "index.cjs");
}

lint()
  .then(async (linted) => ({ ...linted, bundle: await bundle() }))
  .then((found) => require("node:fs").writeFileSync(join(tools, "found.json"), JSON.stringify(found)))
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
