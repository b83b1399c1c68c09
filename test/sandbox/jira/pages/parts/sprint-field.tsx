import { notInSandbox } from "../flags";
import type { WireSprint } from "../wire";

const testId = "issue-field-sprint-readview-full.ui.sprint.sprint-content.view-sprint-content";

interface Props {
  sprint: Pick<WireSprint, "id" | "name"> | null;
  /** Number of the custom field: `cf[10020]`. */
  fieldId: number;
}

/** The read view of the Sprint field: its link names the field and the sprint, over it lies the button that edits. */
export const SprintField = ({ sprint, fieldId }: Props) => (
  <div className="sprint-field" data-testid="issue-field-inline-edit-read-view-container.ui.container">
    <span data-testid={testId}>
      {sprint ? (
        <a href={`?jql=cf[${fieldId}] = ${sprint.id}`} data-testid={`${testId}-link`}>
          {sprint.name}
        </a>
      ) : (
        <span className="none">None</span>
      )}
    </span>
    <button type="button" aria-label="Edit Sprint" onClick={() => notInSandbox("Editing the sprint here")} />
  </div>
);
