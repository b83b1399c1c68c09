import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { forgeStage } from "../../forge-app/forge-stage";
import { appFolder, origin } from "../../forge-app/open-stage";
import { frameHost, installedApp } from "./app-install";
import { frameFiles } from "./frame-files";
import { forgeFrontEnd } from "./front-end";
import { readManifest } from "./manifest";

afterEach(() => vi.useRealTimers());

const asking = (path: string, who: string | null, body: unknown, from: string = origin) =>
  new Request(`${origin}/gateway/api/forge/${path}`, {
    method: "POST",
    headers: { ...(who && { cookie: `cloud.session.token=${who}` }), origin: from },
    body: JSON.stringify(body),
  });
const fetching = (restPath: string, fetchRequestInit = {}) => ({
  product: "jira",
  restPath,
  fetchRequestInit,
});

describe("what a frame asks of Jira", () => {
  it("is asked as the person, with the person's rights", async () => {
    const { site, platform, issue } = await forgeStage();
    const handler = forgeFrontEnd(site, platform);
    const of = async (who: string) => {
      const answer = await handler(
        asking("product", who, fetching(`/rest/api/3/issue/${issue("ATL-1").id}`)),
      );
      return (await answer?.json()) as { status: number };
    };
    expect(await of("tom")).toMatchObject({ status: 200, isAttachment: false });
    expect(await of("olga")).toMatchObject({ status: 404 });
  });

  it.each<[string, Request, number]>([
    ["nobody", asking("product", null, fetching("/rest/api/3/myself")), 401],
    ["another site", asking("product", "tom", fetching("/rest/api/3/myself"), "https://evil.example"), 403],
  ])("is refused to %s", async (_, request, status) => {
    const { site, platform } = await forgeStage();
    expect((await forgeFrontEnd(site, platform)(request))?.status).toBe(status);
  });

  it("answers 501 what is not modelled, and throws at what is no call of the bridge", async () => {
    const { site, platform } = await forgeStage();
    const handler = forgeFrontEnd(site, platform);
    const answer = await handler(asking("product", "tom", fetching("/rest/api/3/serverInfo")));
    expect(await answer?.json()).toMatchObject({ status: 501 });
    await expect(handler(asking("product", "tom", { product: "confluence" }))).rejects.toThrow();
  });

  it("says what failed where a function cannot be asked", async () => {
    const { site, platform } = await forgeStage();
    const body = {
      moduleKey: "no-page",
      extension: { type: "jira:adminPage" },
      call: { functionKey: "health" },
    };
    const answer = await forgeFrontEnd(site, platform)(asking("invoke", "ana", body));
    expect(await answer?.json()).toEqual({ error: "Nobody answers the page no-page." });
  });
});

describe("the files of a page of the app", () => {
  const serve = async () => {
    const folder = await mkdtemp(join(tmpdir(), "plumbline-pages-"));
    await mkdir(join(folder, "assets"));
    await writeFile(join(folder, "index.html"), "<!doctype html><html><head><title>P</title></head></html>");
    await writeFile(join(folder, "assets/main.js"), "1;");
    const handler = frameFiles(new Map([["pages", folder]]), origin);
    return (path: string) => handler(new Request(`https://${frameHost}${path}`));
  };

  it("come under a strict policy, with the platform's script before their own", async () => {
    const get = await serve();
    const page = await get("/pages/index.html");
    expect(await page?.text()).toContain(
      '<head><script src="/sandbox-assets/forge/main.js"></script><title>',
    );
    expect(page?.headers.get("content-security-policy")).toMatch(/^default-src 'self'; .*frame-ancestors/);
    expect(await (await get("/pages/assets/main.js"))?.text()).toBe("1;");
    expect(await (await get("/platform/themes.css"))?.text()).toContain("--ds-text");
  });

  it.each(["/other/index.html", "/pages/none.html", "/pages/assets", "/pages/%2e%2e/%2e%2e/secret.js"])(
    "do not include %s",
    async (path) => {
      expect(await (await serve())(path)).toBe(null);
    },
  );
});

it("Jira's pages are told of the pages of the app that the manifest names", () => {
  const { id, pages } = installedApp(readManifest(appFolder));
  expect(id).toMatch(/^[\da-f-]{36}$/);
  expect(pages.map(({ kind }) => kind).sort()).toEqual([
    "jira:adminPage",
    "jira:backlogAction",
    "jira:issueContext",
    "jira:projectPage",
    "jira:projectSettingsPage",
    "jira:sprintAction",
  ]);
});
