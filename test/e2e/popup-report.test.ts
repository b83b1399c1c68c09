import { afterEach, expect, test } from "vitest";
import { useJourney } from "./harness";
import { waitForOneEach } from "./jira-units";
import { expectNoAxeFault, openPopup, picture, tabTo, themes } from "./own-pages";

const journey = useJourney({ markup: "renamed", linearKey: null });

afterEach(async () => {
  for (const it of journey.context.pages()) if (it.url().startsWith("chrome-extension:")) await it.close();
});

test.each(themes)(
  "a changed view: the report is shown before it is copied, by keyboard, in %s",
  async (theme) => {
    const jira = await journey.openJira();
    const units = await waitForOneEach(jira, 10);
    const popup = await openPopup(journey, jira, theme);
    await popup.getByText("This view has changed").waitFor();
    expect(await popup.getByRole("button", { name: "Copy report" }).count()).toBe(0);
    await tabTo(popup, /Show the report/);
    await popup.keyboard.press("Enter");
    const shown = await popup.locator("pre").innerText();
    expect(JSON.parse(shown)).toMatchObject({ tracker: "jira", view: "backlog" });
    for (const { key } of units) expect(shown).not.toContain(key);
    await picture(popup, `popup-report-${theme}`);
    await expectNoAxeFault(popup);
    await tabTo(popup, /Copy report/);
    await popup.keyboard.press("Enter");
    await popup.getByText("Copied. Send it to whoever looks after Plumbline at your company.").waitFor();
  },
);
