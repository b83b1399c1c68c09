import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { issueBy } from "../sandbox/linear/issues";
import { companyWithGate } from "./gate-company";
import { useJourney } from "./harness";
import { standingWords } from "./jira-expected-badges";
import { expectedInLinear } from "./linear-expected";

const company = companyWithGate("block");
const journey = useJourney({ company });
const sentence = /stays out of the sprint: .+ Open Plumbline to fix it\./;

/** A ticket in no cycle that is or is not signed off, by the company's own evidence. */
function aTicket(ready: boolean): string {
  const { store, team } = journey.sandbox.linear;
  const outside = store.all("Issue").flatMap((it) => (it.cycleId === null ? `${team.key}-${it.number}` : []));
  const expected = expectedInLinear(company);
  const found = outside.find((key) => {
    const badge = expected.get(key);
    return badge?.state === "aligned" && (ready ? badge.says.includes(standingWords.signed) : badge.locked);
  });
  if (!found) throw new Error("The seed has no such ticket.");
  return found;
}
const cycleOf = (key: string) => issueBy(journey.sandbox.linear, key).cycleId;

async function addToCycle(page: Page): Promise<void> {
  await page.getByLabel("Change cycle").click();
  await page.getByRole("menuitem", { name: /Current/ }).click();
}

test("a ticket that is not signed off stays out of the cycle, and Linear's own page takes it back and says why", async () => {
  const key = aTicket(false);
  const page = await journey.openLinear(`/northwind/issue/${key}`);
  await addToCycle(page);
  await page.getByText(sentence).waitFor();
  await expect.poll(() => page.getByLabel("Change cycle").textContent()).toBe("Add to cycle");
  expect(cycleOf(key)).toBeNull();
  await page.screenshot({ path: ".output/gate-linear-blocked.png" });
  // Not queued either: Linear would replay it.
  await page.reload();
  await page.getByLabel("Change cycle").waitFor();
  await page.waitForTimeout(3_000);
  expect(cycleOf(key)).toBeNull();
});

test("a ticket that is signed off goes in", async () => {
  const key = aTicket(true);
  const page = await journey.openLinear(`/northwind/issue/${key}`);
  await addToCycle(page);
  await expect.poll(() => cycleOf(key)).not.toBeNull();
  expect(await page.getByText(sentence).count()).toBe(0);
});
