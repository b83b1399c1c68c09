import { expect, test } from "vitest";
import { aStatement } from "../domain/builders";
import { openAppPanel } from "./forge-frame";
import { useJourney } from "./harness";
import { openPanelBeside } from "./panel";
import { jiraStage } from "./tracker-stage";

const journey = useJourney({ forgeApp: true });
const stage = jiraStage(journey);

/** A ticket below a bet that says its aim, with an unsigned statement of its own. */
function withOwnStatement(): string {
  for (const ticket of journey.sandbox.jira.ranked()) {
    const sheet = ticket.type.hierarchyLevel === 0 && ticket.parentId && stage.sheetOf(ticket.parentId);
    if (!sheet || sheet.aim === null || sheet.mechanism === null || sheet.state !== "active") continue;
    ticket.properties.set("plumbline.statement", aStatement({ author: stage.accountOf("tom") }));
    ticket.properties.set("plumbline.standing", "unsigned");
    return ticket.key;
  }
  throw new Error("the seed has no ticket that serves an aim");
}

test("who signs in the app is seen by the extension on the next look, and the other way round", async () => {
  const key = withOwnStatement();
  await stage.signIn("lena");
  const watching = await journey.openJira(`/browse/${key}`);
  const badge = watching.locator(`plumbline-badge[data-key="${key}"]`).first();
  const label = () => badge.getAttribute("aria-label");
  await badge.waitFor();
  await expect.poll(label).toMatch(/waiting for signatures/);

  await stage.signIn("raj");
  const rajs = await journey.openJira(`/browse/${key}`);
  const panel = await openAppPanel(rajs);
  await panel.getByRole("button", { name: "Sign for product" }).click();
  await panel.getByText(/product: signed by Raj Patel/).waitFor();
  // The badge tells it as soon as what it was made of is a minute old, without the page being loaded anew.
  await watching.bringToFront();
  const look = async () => {
    await watching.evaluate(() => dispatchEvent(new Event("focus")));
    return label();
  };
  await expect.poll(look, { timeout: 90_000, interval: 2_000 }).toMatch(/signed in part/);

  await stage.signIn("lena");
  await watching.reload();
  const extension = await openPanelBeside(journey, watching);
  await extension.getByText(/product: signed by Raj Patel/).waitFor();
  await extension.getByRole("button", { name: "Sign for engineering" }).click();
  await extension.getByText(/engineering: signed by Lena Fischer/).waitFor();
  await extension.close();

  // And the app says on the next look who signed in the extension.
  const apps = await openAppPanel(watching);
  await apps.getByRole("button", { name: "Check again" }).click();
  await apps.getByText(/engineering: signed by Lena Fischer/).waitFor();
  await apps.getByText("signed off", { exact: true }).waitFor();
  await expect.poll(label).toMatch(/signed off/);
});
