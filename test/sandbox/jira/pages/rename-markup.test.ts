import { describe, expect, it } from "vitest";
import { renamedTestId, renameMarkup } from "./rename-markup";

const testIds = [
  "software-backlog.card-list.card.content-container.ATL-1",
  "software-backlog.card-list.card.content-container.ATL-2",
  "platform-board-kit.ui.card.card",
  "platform-card.common.ui.key.key",
];

describe("renamed markup", () => {
  it("gives each test id one other name", () => {
    const names = testIds.map(renamedTestId);
    expect(testIds.map(renamedTestId)).toEqual(names);
    expect(new Set(names).size).toBe(testIds.length);
    for (const name of names) expect(name).toMatch(/^ui-[0-9a-z]{1,7}$/);
  });

  it("leaves helper attributes out and the others alone", () => {
    const written: Record<string, string> = {};
    const element = {
      setAttribute(name: string, value: string) {
        written[name] = value;
      },
    };
    renameMarkup(element);
    const [testId = ""] = testIds;
    element.setAttribute("data-testid", testId);
    element.setAttribute("data-vc", "issue-row");
    element.setAttribute("data-component-selector", "breadcrumbs-wrapper");
    element.setAttribute("href", "/browse/ATL-1");
    element.setAttribute("aria-label", testId);
    expect(written).toEqual({
      "data-testid": renamedTestId(testId),
      href: "/browse/ATL-1",
      "aria-label": testId,
    });
  });
});
