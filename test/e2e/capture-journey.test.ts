import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { defaultPolicy } from "../../shared/domain/policy";
import { seedCompany } from "../sandbox/company/seed";
import { saveLinearKey } from "../tools/save-linear-key";
import { formIsClosed, formOver } from "./capture-frame";
import { useJourney } from "./harness";
import { writeReportPart } from "./report";

const today = new Date().toISOString().slice(0, 10);
const seeded = seedCompany({ today });
/** Nobody has written a policy, so that one other person signs, nor a statement. */
const company = {
  ...seeded,
  policy: defaultPolicy,
  bets: seeded.bets.map((it) => ({ ...it, statement: null, signOffs: [] })),
};
const journey = useJourney({ company });
const orphan = company.tickets.find(({ summary }) => summary === "Dark mode for the planner board");

/** What only the person can know; the rest is in the sheet of the bet. */
const written = {
  "Today, who": "Shift leads on the night shift at the eleven warehouses",
  "has which problem": "They misread the cut-off column at night and release waves too late",
  "which costs": "About 30 late orders a night, 4,000 EUR a month in penalties",
};

/**
 * Counts what people do, and measures what the machine takes. An action is one click, one key, or one field filled in, however
 * many words; to rest the pointer on a badge, to read and to scroll are none. Both people begin on the page of the ticket.
 */
function counter() {
  const actions: string[] = [];
  let machineMs = 0;
  return {
    /** `run` does it, and waits until the person sees what came of it. */
    async act(says: string, run: () => Promise<unknown>): Promise<void> {
      actions.push(says);
      const begun = performance.now();
      await run();
      machineMs += performance.now() - begun;
    },
    report: (tracker: string) => ({
      tracker,
      action: "one click, one key or one field filled in; both people begin on the ticket's page",
      actions,
      count: actions.length,
      machineSeconds: Math.round(machineMs / 100) / 10,
    }),
  };
}

const key = `ATL-${orphan?.number}`;
const badge = `plumbline-badge[data-key="${key}"]`;
const trackers = {
  jira: {
    part: "journey",
    open: async () => {
      const list = await journey.openJira();
      await list.locator(badge).first().waitFor();
      return journey.openJira(`/browse/${key}`);
    },
    signIn: async (value: string) => {
      const [name, domain] = ["cloud.session.token", "northwind.atlassian.net"];
      await journey.context.addCookies([{ name, value, domain, path: "/", secure: true }]);
    },
  },
  linear: {
    part: "journeyInLinear",
    open: async () => {
      const list = await journey.openLinear();
      await list.locator("plumbline-badge[data-state=aligned]").first().waitFor();
      return journey.openLinear(`/northwind/issue/${key}`);
    },
    signIn: (person: string) => saveLinearKey(journey.context, journey.extensionId, `lin_api_${person}`),
  },
} as const;

test.each(Object.keys(trackers) as (keyof typeof trackers)[])(
  "from an orphan in %s to a signed statement that it inherits takes two people eight actions at most",
  async (tracker) => {
    const { part, open, signIn } = trackers[tracker];
    const { act, report } = counter();
    const rest = async (page: Page, state: string) => {
      await page.locator(`${badge}[data-state="${state}"]`).first().hover();
      await page.locator("plumbline-hovercard").waitFor();
    };
    const press = (page: Page, name: string) =>
      page.locator("plumbline-hovercard").getByRole("button", { name }).click();

    await signIn("ana");
    const anas = await open();
    await rest(anas, "orphan");
    await act("Write statement, in the card of the badge", async () => {
      await press(anas, "Write statement");
      await formOver(anas);
    });
    const form = await formOver(anas);
    await act("Link, beside the first bet that is suggested", async () => {
      await form
        .getByRole("button", { name: /^Link to/ })
        .first()
        .click();
      await form.getByText(/^Linked/).waitFor();
      await form.getByText("The bet's: all tickets below").waitFor();
      await form.getByLabel("Today, who", { exact: true }).waitFor();
    });
    for (const [label, text] of Object.entries(written))
      await act(`Fill in: ${label}`, () => form.getByLabel(label, { exact: true }).fill(text));
    await act("Save and ask for signatures", async () => {
      await form.getByRole("button", { name: "Save and ask for signatures" }).click();
      await formIsClosed(anas);
    });
    await expect.poll(() => anas.locator(badge).first().getAttribute("data-locked")).toBe("");
    await anas.close();

    await signIn("raj");
    const rajs = await open();
    await rest(rajs, "aligned");
    await act("Open statement, in the card of the badge", async () => {
      await press(rajs, "Open statement");
      await (await formOver(rajs)).getByRole("button", { name: "Sign for product" }).waitFor();
    });
    const hers = await formOver(rajs);
    await act("Sign for product", async () => {
      await hers.getByRole("button", { name: "Sign for product" }).click();
      await hers.getByText(/product: signed by Raj Patel/).waitFor();
      await expect
        .poll(() => rajs.locator(badge).first().getAttribute("aria-label"), { timeout: 15_000 })
        .toMatch(/signed off\b/);
    });
    expect(await rajs.locator(badge).first().getAttribute("data-locked")).toBeNull();
    await signIn("ana");

    const seen = report(tracker);
    console.log(`${seen.count} actions, ${seen.machineSeconds} s of machine time in ${tracker}`);
    await writeReportPart("capture", part, seen);
    expect(seen.count).toBeLessThanOrEqual(8);
  },
);
