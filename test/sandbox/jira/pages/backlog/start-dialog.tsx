import { type FormEvent, useEffect, useRef } from "react";
import type { WireSprint } from "../wire";

const dayMs = 86_400_000;
const dayOf = (at: number | string): string => new Date(at).toISOString().slice(0, 10);

interface Props {
  sprint: WireSprint;
  onStart: (startDate: Date, endDate: Date) => void;
  onCancel: () => void;
}

/** Asks for the dates of a sprint that is to start: its own, else two weeks from today. */
export function StartDialog({ sprint, onStart, onCancel }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    onStart(new Date(String(data.get("startDate"))), new Date(String(data.get("endDate"))));
  }

  return (
    <dialog ref={dialog} className="start-dialog" aria-label={`Start ${sprint.name}`} onClose={onCancel}>
      <form onSubmit={submit}>
        <h2>Start sprint</h2>
        <label>
          Sprint name <input name="sprintName" defaultValue={sprint.name} readOnly />
        </label>
        <label>
          Start date{" "}
          <input
            type="date"
            name="startDate"
            required
            defaultValue={dayOf(sprint.startDate ?? Date.now())}
            data-testid="software-sprint-form-components.ui.sprint-period.start"
          />
        </label>
        <label>
          End date{" "}
          <input
            type="date"
            name="endDate"
            required
            defaultValue={dayOf(sprint.endDate ?? Date.now() + 14 * dayMs)}
            data-testid="software-sprint-form-components.ui.sprint-period.end"
          />
        </label>
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
        <button
          type="submit"
          className="button button-primary"
          data-testid="sprint-start.ui.start-sprint-button"
        >
          Start
        </button>
      </form>
    </dialog>
  );
}
