import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { beforeAll, expect, it } from "vitest";
import { signPermissionName } from "../../shared/domain/app-permission";
import { readManifest } from "../sandbox/forge/manifest";
import { buildForgePages } from "../tools/build-forge-pages";
import { loadApp } from "./forge-stage";
import { appFolder } from "./open-stage";

const require = createRequire(import.meta.url);
/** The official validator reads the folder that it runs in. */
const validate = `
  const { ProcessorBuilder, ValidationTypes } = require(${JSON.stringify(require.resolve("@forge/manifest"))});
  ProcessorBuilder.instance().withValidation(ValidationTypes.FULL).build().process().then(({ success, errors }) => {
    process.stdout.write(JSON.stringify({ success, errors }));
  });
`;

beforeAll(buildForgePages);

it("passes the official validator whole", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", validate], { cwd: appFolder });
  expect(JSON.parse(stdout)).toEqual({ success: true, errors: [] });
});

it("has the permission by the name that the pages find it by", () => {
  const permissions = readManifest(appFolder).modules["jira:projectPermission"];
  expect(permissions).toMatchObject([{ key: "sign-statements", name: signPermissionName }]);
});

it("names events that exist, and has the scopes for them", async () => {
  const { validateTriggerScopes } = require("@forge/manifest");
  const { modules, permissions } = readManifest(appFolder);
  const events = modules.trigger.flatMap((it) => it.events);
  expect(events).toHaveLength(3);
  for (const event of events) {
    const said = await validateTriggerScopes(event, permissions.scopes);
    expect(said, event).toMatchObject({ requiredScopes: expect.anything() });
    expect(
      said.requiredScopes.current.some((it: string) => permissions.scopes.includes(it)),
      event,
    ).toBe(true);
  }
});

it("names functions that the app exports, and no others", async () => {
  const { modules } = readManifest(appFolder);
  const named = modules.function.map(({ handler }) => handler.replace("index.", "")).sort();
  expect(Object.keys(await loadApp()).sort()).toEqual(named);
});

it("asks for nothing outside Jira, so that it runs on Atlassian alone", () => {
  const { permissions, modules } = readManifest(appFolder);
  expect(Object.keys(permissions)).toEqual(["scopes"]);
  expect(Object.keys(modules)).not.toContain("remotes");
});
