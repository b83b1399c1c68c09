import { expect, it } from "vitest";
import { anIssue } from "../builders";
import { matchingIssues } from "./matching-issues";

const issues = [
  anIssue({ id: "1", identifier: "ATL-1", title: "Scan pallets", createdAt: "2026-11-01T09:00:00.000Z" }),
  anIssue({ id: "2", identifier: "ATL-2", title: "Scan parcels", createdAt: "2026-11-02T09:00:00.000Z" }),
  anIssue({ id: "12", identifier: "ATL-12", title: "Größe", createdAt: "2026-11-03T09:00:00.000Z" }),
];

it.each([
  ["scan", ["2", "1"]],
  ["PALLETS  scan", ["1"]],
  ["atl-2", ["2"]],
  ["atl-1", ["12", "1"]],
  ["größe", ["12"]],
  ["scan zebra", []],
  ["   ", []],
])("a search for %j finds", (search, ids) => {
  expect(matchingIssues(issues, search).map(({ id }) => id)).toEqual(ids);
});
