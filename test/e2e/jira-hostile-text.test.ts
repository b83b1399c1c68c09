import { expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { setProperty } from "../sandbox/jira/properties";
import { forgetFacts } from "./forget-facts";
import { useJourney, waitForBadges } from "./harness";
import { expectedBadges, today } from "./jira-expected-badges";
import { expectBadges, waitForOneEach } from "./jira-units";

const company = seedCompany({ today: today(), hostile: true });
const journey = useJourney({ company, linearKey: null });
const board = "/jira/software/c/projects/ATL/boards/1";
const hostile = company.tickets.slice(0, 8);

test.each([
  ["backlog", `${board}/backlog`],
  ["board", board],
])("hostile summaries on the %s stay text, and their tickets have the right badges", async (_, path) => {
  const page = await journey.openJira(path);
  const units = await waitForOneEach(page, 10);
  expectBadges(units, expectedBadges(company, journey.sandbox.jira));
  expect(units.map(({ key }) => key)).toEqual(
    expect.arrayContaining(hostile.slice(0, 3).map((it) => `ATL-${it.number}`)),
  );
  expect(await page.title()).not.toContain("owned");
  for (const key of await page
    .locator("plumbline-badge")
    .evaluateAll((all) => all.map((it) => it.getAttribute("data-key")))) {
    expect(key).toMatch(/^ATL-\d+$/);
  }
});

test.each(hostile.map((it) => [`ATL-${it.number}`, it.summary.slice(0, 30)]))(
  "%s, %j, opened",
  async (key) => {
    const page = await journey.openJira(`/browse/${key}`);
    const units = await waitForOneEach(page);
    expectBadges(units, expectedBadges(company, journey.sandbox.jira));
    expect(units.find((unit) => unit.key === key)).toBeDefined();
    expect((await page.title()).startsWith(`[${key}]`)).toBe(true);
  },
);

test("markup and marks in a sheet are shown as they are written, and never run", async () => {
  const { jira } = journey.sandbox;
  const [admin] = jira.users;
  const epic = [...jira.issues.values()].find((issue) => issue.properties.has("plumbline.sheet"));
  if (!admin || !epic) throw new Error("The company has no admin or no bet");
  const markup = `<img src=x onerror="document.title='owned'"><b>bold</b>`;
  const written = epic.properties.get("plumbline.sheet");
  const sheet = {
    ...(written as object),
    state: "active",
    stageGate: null,
    aim: { id: null, title: markup, definitionOfDone: `${markup} \u202eback` },
    mechanism: {
      lever: markup,
      metric: `</div><script>document.title='owned'</script>`,
      reason: "x ".repeat(3_000),
    },
    owner: markup,
  };
  expect(setProperty(jira, admin, epic.key, "plumbline.sheet", JSON.stringify(sheet)).ok).toBe(true);
  await forgetFacts(journey);
  const page = await journey.openJira(`/browse/${epic.key}`);
  await waitForBadges(page);
  const badge = page.locator(".breadcrumbs plumbline-badge");
  await expect.poll(() => badge.evaluate((it) => it.shadowRoot?.textContent?.trim())).toBe(markup);
  await badge.hover();
  const card = page.locator("plumbline-hovercard");
  await card.waitFor();
  expect(await card.locator(".card").textContent()).toContain(markup);
  expect(await card.locator("img, script, b").count()).toBe(0);
  const { width } = (await badge.boundingBox()) ?? { width: 0 };
  expect(width).toBeLessThanOrEqual(132);
  expect(await page.title()).not.toContain("owned");
  setProperty(jira, admin, epic.key, "plumbline.sheet", JSON.stringify(written));
});

test("only a link to an issue of this very site gets a badge", async () => {
  journey.expectPageError(/Content Security|evil/);
  const page = await journey.openJira();
  await waitForOneEach(page, 10);
  await page.evaluate(() => {
    const links = [
      "https://evil.example/browse/ATL-1",
      "//evil.example/browse/ATL-1",
      "https://northwind.atlassian.net.evil.example/browse/ATL-1",
      "https://northwind.atlassian.net@evil.example/browse/ATL-1",
      "https://other.atlassian.net/browse/ATL-1",
      "http://northwind.atlassian.net/browse/ATL-1",
      "https://northwind.atlassian.net:8443/browse/ATL-1",
      "javascript:/browse/ATL-1",
      "data:text/html,/browse/ATL-1",
      "blob:https://northwind.atlassian.net/browse/ATL-1",
      "https://xn--northwind-.atlassian.net.example/browse/ATL-1",
      "/browse/ATL-1?focusedCommentId=10042",
      "/browse/ATL-1?focusedCommentId=10042#comment-10042",
      "/browse/ATL-1%2f..%2fATL-2",
      "/browse/ATL-1x",
      "/browse/atl",
      "/go?to=/browse/ATL-1",
      "/browse/%3Cimg%3E-1",
    ].map((href) => Object.assign(document.createElement("a"), { href, textContent: "ATL-1" }));
    const text = Object.assign(document.createElement("p"), { textContent: "ATL-1 /browse/ATL-1 and ATL-2" });
    const good = Object.assign(document.createElement("a"), { href: "/browse/ATL-1", textContent: "ATL-1" });
    const box = Object.assign(document.createElement("div"), { id: "injected" });
    for (const child of [...links, text, good]) {
      const line = document.createElement("div");
      line.append(child);
      box.append(line);
    }
    document.querySelector(".backlog-scroller")?.prepend(box);
  });
  const badges = page.locator("#injected plumbline-badge");
  await badges.first().waitFor();
  expect(
    await badges.evaluateAll((all) => all.map((it) => it.previousElementSibling?.getAttribute("href"))),
  ).toEqual(["/browse/ATL-1"]);
});

test("a property that is no sheet costs that ticket its badge and no other", async () => {
  const { jira } = journey.sandbox;
  const expected = expectedBadges(company, jira);
  const [admin] = jira.users;
  const page = await journey.openJira();
  const [{ key } = { key: "" }] = await waitForOneEach(page, 10);
  if (!admin) throw new Error("The company has no admin");
  for (const junk of ['{"state": 7}', '"text"', "[[[]]]", '{"__proto__": {"aim": 1}}']) {
    setProperty(jira, admin, key, "plumbline.sheet", junk);
    setProperty(jira, admin, key, "plumbline.statement", junk);
    await forgetFacts(journey);
    await page.reload();
    const units = await waitForOneEach(page, 10);
    const { badges } = units.find((unit) => unit.key === key) ?? {};
    expect(badges?.[0]?.state, junk).toBe("unknown");
    expect(badges?.[0]?.label).toContain("could not be understood");
    expectBadges(
      units.filter((unit) => unit.key !== key),
      expected,
    );
  }
});
