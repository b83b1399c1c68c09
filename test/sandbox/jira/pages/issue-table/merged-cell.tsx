import { notInSandbox } from "../flags";
import { Link } from "../link";
import { Cells } from "../parts/cells";
import { TypeIcon } from "../parts/type-icon";
import { issueHref } from "../route";
import type { TableIssue } from "./issue-table";

const cells = "native-issue-table.common.ui.issue-cells";

/** Type, key and summary in one cell. The key is the only link; the summary is text under a button that edits it. */
export const MergedCell = ({ issue: { key, summary, typeName, done } }: { issue: TableIssue }) => (
  <div
    className="merged-cell"
    data-vc="merged-cell"
    data-testid="native-issue-table.ui.row.issue-row.merged-cell"
  >
    <Cells>
      <TypeIcon name={typeName} />
      <div
        className={`key-cell ${done ? "key-cell-done" : ""}`}
        data-testid={`${cells}.issue-key.action-container`}
      >
        <div data-vc="native-issue-table-ui-issue-key-cell">
          <Link href={issueHref(key)} data-testid={`${cells}.issue-key.issue-key-cell`}>
            {key}
          </Link>
        </div>
      </div>
      <div className="summary-cell" data-testid={`${cells}.issue-summary.action-container`}>
        <button
          type="button"
          aria-label="Edit Summary"
          onClick={() => notInSandbox("Editing the summary here")}
        />
        <span data-testid={`${cells}.issue-summary.issue-summary-cell`}>{summary}</span>
      </div>
    </Cells>
  </div>
);
