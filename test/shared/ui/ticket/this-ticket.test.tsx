// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../../shared/domain/policy";
import { ok, type Result, value } from "../../../../shared/domain/result";
import type { PortFailure, TicketView } from "../../../../shared/ui/port";
import { ThisTicket } from "../../../../shared/ui/ticket/this-ticket";
import { aStatement, aWorkItem } from "../../../domain/builders";
import { fakePort } from "../fake-port";
import { render, t } from "../render";

const view = (title: string): TicketView => ({
  ticket: aWorkItem({ id: "9", key: "ATL-9", title, statement: value(aStatement()) }),
  ancestors: [],
  alignment: { kind: "orphan", reasons: ["no-parent"], from: null },
  policy: defaultPolicy,
  readAt: new Date().toISOString(),
});
const never = () => new Promise<never>(() => {});

/** A panel whose tracker answers when the test says so, and never gives the statement. */
async function panel(known: TicketView | null) {
  let answer: (it: Result<TicketView, PortFailure>) => void = () => {};
  const port = fakePort({
    knownTicket: async () => known,
    readTicket: () => new Promise((resolve) => (answer = resolve)),
    readPart: never,
  });
  const page = await render(<ThisTicket port={port} t={t} ticket="ATL-9" />);
  return { page, answer: (it: Result<TicketView, PortFailure>) => page.act(async () => answer(it)) };
}

describe("the ticket of the page", () => {
  it("is there at once with its statement, though the tracker says nothing yet", async () => {
    const { page } = await panel(view("As it was"));
    expect(page.all("h2")[0]?.textContent).toBe("ATL-9 As it was");
    expect(page.text()).toContain(aStatement().problem);
  });

  it("is then as the tracker has it", async () => {
    const { page, answer } = await panel(view("As it was"));
    await answer(ok(view("As it is")));
    expect(page.all("h2")[0]?.textContent).toBe("ATL-9 As it is");
  });

  it("stays as it is known where the tracker cannot be asked, and says why where nothing is known", async () => {
    const failure = { ok: false as const, error: { kind: "server", message: null } };
    const known = await panel(view("As it was"));
    await known.answer(failure);
    expect(known.page.all("h2")[0]?.textContent).toBe("ATL-9 As it was");
    const unknown = await panel(null);
    await unknown.answer(failure);
    expect(unknown.page.text()).toContain("The tracker has trouble of its own.");
  });
});
