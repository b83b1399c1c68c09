// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { type Badge, createBadge } from "../../../extension/badge/badge";
import { type BadgeView, pendingView } from "../../../extension/badge/badge-view";
import { english } from "./english";

const aligned: BadgeView = {
  state: "aligned",
  text: "Fewer refunds",
  label: "ATL-1 serves Fewer refunds",
  locked: false,
  stale: false,
};
const words = ({ element }: Badge) => element.shadowRoot?.querySelector(".text")?.textContent ?? null;
const label = ({ element }: Badge) => element.getAttribute("aria-label");

describe("a badge that nobody sees yet", () => {
  it("has no shadow root, and still says what it knows", () => {
    const badge = createBadge(document);
    badge.show("ATL-1", aligned);
    expect([badge.element.shadowRoot, label(badge), badge.element.dataset.state]).toEqual([
      null,
      "ATL-1 serves Fewer refunds",
      "aligned",
    ]);
  });

  it("is named once its answer is there, not before", () => {
    const badge = createBadge(document);
    badge.show("ATL-1", pendingView("ATL-1", english));
    expect([label(badge), badge.element.dataset.key]).toEqual([null, "ATL-1"]);
    badge.draw();
    expect(label(badge)).toContain("ATL-1");
  });

  it("shows what it was last given when it is drawn, and follows from then on", () => {
    const badge = createBadge(document);
    badge.show("ATL-1", pendingView("ATL-1", english));
    badge.show("ATL-1", aligned);
    badge.draw();
    expect(words(badge)).toBe("Fewer refunds");
    badge.show("ATL-2", { ...aligned, text: "Faster answers" });
    expect(words(badge)).toBe("Faster answers");
  });

  it("is drawn once, however often it is asked to", () => {
    const badge = createBadge(document);
    badge.show("ATL-1", aligned);
    badge.draw();
    badge.draw();
    expect(badge.element.shadowRoot?.querySelectorAll(".pill").length).toBe(1);
  });
});
