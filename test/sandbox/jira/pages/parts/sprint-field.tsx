import { useState } from "react";
import { showFlag } from "../flags";
import { refresh } from "../live";
import { fetchSprintOptions } from "../page-api";
import { useResource } from "../use-resource";
import type { WireSprint } from "../wire";

const testId = "issue-field-sprint-readview-full.ui.sprint.sprint-content.view-sprint-content";

interface Props {
  sprint: Pick<WireSprint, "id" | "name"> | null;
  /** Number of the custom field: `cf[10020]`. */
  fieldId: number;
  /** Writes it; null: no sprint. Rejects where the site refuses. */
  save: (sprintId: number | null) => Promise<unknown>;
}

/** The Sprint field: its link names the field and the sprint, over it lies the button that edits. */
export function SprintField({ sprint, fieldId, save }: Props) {
  const [editing, setEditing] = useState(false);

  function choose(sprintId: number | null) {
    setEditing(false);
    save(sprintId)
      .catch((reason: unknown) => {
        const detail = reason instanceof Error ? reason.message : String(reason);
        showFlag({ tone: "error", title: "We couldn't save the sprint", detail });
      })
      .finally(refresh);
  }

  return (
    <div className="sprint-field" data-testid="issue-field-inline-edit-read-view-container.ui.container">
      {editing ? (
        <SprintChoice present={sprint?.id ?? null} onChoose={choose} onLeave={() => setEditing(false)} />
      ) : (
        <>
          <span data-testid={testId}>
            {sprint ? (
              <a href={`?jql=cf[${fieldId}] = ${sprint.id}`} data-testid={`${testId}-link`}>
                {sprint.name}
              </a>
            ) : (
              <span className="none">None</span>
            )}
          </span>
          <button type="button" aria-label="Edit Sprint" onClick={() => setEditing(true)} />
        </>
      )}
    </div>
  );
}

interface ChoiceProps {
  present: number | null;
  onChoose: (sprintId: number | null) => void;
  onLeave: () => void;
}

function SprintChoice({ present, onChoose, onLeave }: ChoiceProps) {
  const { loaded } = useResource("sprint options", fetchSprintOptions);
  if (!loaded) return null;
  return (
    <select
      aria-label="Sprint"
      // biome-ignore lint/a11y/noAutofocus: the person just asked for this field
      autoFocus
      value={present ?? ""}
      onBlur={onLeave}
      onChange={({ target }) => onChoose(target.value === "" ? null : Number(target.value))}
    >
      <option value="">None</option>
      {loaded.data.sprints.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
