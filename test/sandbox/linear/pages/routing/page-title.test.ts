import { expect, it } from "vitest";
import { anIssue, aWorkspace } from "../builders";
import { pageTitle } from "./page-title";
import { parseRoute } from "./routes";

const slugId = "0123456789ab";
const cycle = { isActive: true, isPast: false, startsAt: "2026-11-16", endsAt: "2026-11-30" };
const snapshot = {
  workspace: {
    ...aWorkspace(),
    cycles: new Map([
      ["a", { id: "a", number: 1, name: "Sprint 24", ...cycle }],
      ["b", { id: "b", number: 2, name: null, ...cycle }],
    ]),
    views: new Map([["v", { id: "v", name: "Urgent", slugId, color: "#888888", filterData: {} }]]),
    projects: new Map([
      ["p", { id: "p", name: "Waves", slugId, color: "#888888", status: "Planned", leadId: null }],
    ]),
  },
  issues: new Map([["i1", anIssue()]]),
  delta: 1,
  failure: null,
};

it.each([
  ["/northwind/team/ATL/active", "Atlas › Active issues"],
  ["/northwind/team/ATL/cycles", "Atlas › Cycles"],
  ["/northwind/team/ATL/cycle/1", "Atlas › Sprint 24"],
  ["/northwind/team/ATL/cycle/2", "Atlas › Cycle 2"],
  ["/northwind/team/ATL/cycle/3", "Atlas › Cycle 3"],
  ["/northwind/my-issues/assigned", "My issues › Assigned"],
  ["/northwind/projects/all", "Projects"],
  [`/northwind/project/waves-${slugId}/issues`, "Waves › Issues"],
  [`/northwind/view/urgent-${slugId}`, "Urgent"],
  ["/northwind/search", "Search"],
  ["/northwind/inbox", "Inbox"],
  ["/northwind/issue/ATL-1", "ATL-1 Scan pallets at the gate"],
  ["/northwind/issue/ATL-2", "ATL-2"],
  ["/northwind/roadmap", "Roadmap"],
])("the page at %s is titled %s", (path, title) => {
  expect(pageTitle(parseRoute(path), snapshot)).toBe(title);
});
