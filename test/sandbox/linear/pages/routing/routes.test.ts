import { describe, expect, it } from "vitest";
import { issueHref, parseRoute } from "./routes";

describe("a path", () => {
  it.each([
    ["/northwind/team/ATL/active", { kind: "team", teamKey: "ATL", view: "active" }],
    ["/northwind/team/ATL/board/", { kind: "team", teamKey: "ATL", view: "board" }],
    ["/northwind/team/ATL/cycles", { kind: "other", name: "cycles" }],
    ["/northwind/issue/ATL-12", { kind: "issue", identifier: "ATL-12" }],
    ["/northwind/issue/ATL-12/some-slug", { kind: "issue", identifier: "ATL-12" }],
    ["/northwind/issue/ATL-12x", { kind: "other", name: "ATL-12x" }],
    ["/northwind/inbox", { kind: "other", name: "inbox" }],
  ])("%s is read", (path, route) => {
    expect(parseRoute(path)).toEqual(route);
  });

  it.each(["Scan pallets at the gate", "Größe & Gewicht", "///", "<img src=x>", "x".repeat(10_000), "😀"])(
    "made for an issue titled %s leads back to the issue",
    (title) => {
      const href = issueHref("northwind", { identifier: "ATL-7", title });
      expect(href.length).toBeLessThan(600);
      expect(parseRoute(href)).toEqual({ kind: "issue", identifier: "ATL-7" });
    },
  );
});
