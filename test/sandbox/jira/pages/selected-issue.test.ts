import { describe, expect, it } from "vitest";
import { selectedIssueOf, withSelectedIssue } from "./selected-issue";

const board = "/jira/software/c/projects/ATL/boards/1";

describe("the issue that an address shows over a list", () => {
  it.each([
    ["?selectedIssue=ATL-42", "ATL-42"],
    ["?quickFilter=2&selectedIssue=atl-42", "ATL-42"],
    ["?selectedIssue=", null],
    ["?selectedIssue=ATL", null],
    ["?selectedIssue=ATL-1%22%3E", null],
    ["", null],
  ])("%s", (query, key) => {
    expect(selectedIssueOf(query)).toBe(key);
  });

  it.each([
    ["", "ATL-42", `${board}?selectedIssue=ATL-42`],
    ["?selectedIssue=ATL-1", "ATL-42", `${board}?selectedIssue=ATL-42`],
    ["?theme=dark", "ATL-42", `${board}?theme=dark&selectedIssue=ATL-42`],
    ["?selectedIssue=ATL-1", null, board],
    ["?theme=dark&selectedIssue=ATL-1", null, `${board}?theme=dark`],
  ])("'%s' with %s", (search, key, address) => {
    expect(withSelectedIssue({ pathname: board, search }, key)).toBe(address);
  });
});
