import { type FormEvent, useState } from "react";
import { Glyph } from "../parts/glyph";

/** The line under a section's rows: a button, then a field whose Enter makes a work item there. */
export function InlineCreate({ onCreate }: { onCreate: (summary: string) => void }) {
  const [open, setOpen] = useState(false);
  const [summary, setSummary] = useState("");

  function submit(event: FormEvent) {
    event.preventDefault();
    if (summary.trim() === "") return;
    onCreate(summary.trim());
    setSummary("");
  }

  return (
    <div
      className="inline-create"
      data-testid="software-backlog.card-list.inline-work-item-create.trigger-wrapper"
    >
      {open ? (
        <form onSubmit={submit}>
          <input
            // biome-ignore lint/a11y/noAutofocus: the person just asked for this field
            autoFocus
            aria-label="Work item summary"
            placeholder="What needs to be done?"
            value={summary}
            onChange={(event) => setSummary(event.target.value)}
            onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
            onBlur={() => summary === "" && setOpen(false)}
          />
        </form>
      ) : (
        <button type="button" onClick={() => setOpen(true)}>
          <Glyph name="plus" /> Create
        </button>
      )}
    </div>
  );
}
