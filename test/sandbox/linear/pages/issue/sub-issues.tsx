import { type FormEvent, useMemo, useState } from "react";
import type { Issue } from "../data/model";
import { progress } from "../data/progress";
import { Glyph } from "../icons/glyph";
import { ListRow } from "../list/list-row";
import { remountKey } from "../list/remount-key";
import { useIssueSelection } from "../list/use-issue-selection";
import { cx, markup } from "../release";
import { useSnapshot, useStore, useWorkspace } from "../store-context";

/** The issues below one, as rows of the same make as a list's (inferred), and how to add one. */
export function SubIssues({ issue }: { issue: Issue }) {
  const { issues } = useSnapshot();
  const children = useMemo(
    () =>
      [...issues.values()]
        .filter(({ parentId }) => parentId === issue.id)
        .toSorted((a, b) => a.number - b.number),
    [issues, issue.id],
  );
  return (
    <>
      {children.length > 0 && <SubIssueRows>{children}</SubIssueRows>}
      <AddSubIssue parent={issue} />
    </>
  );
}

function AddSubIssue({ parent }: { parent: Issue }) {
  const store = useStore();
  const [open, setOpen] = useState(false);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const title = String(new FormData(event.currentTarget).get("title")).trim();
    if (title === "") return;
    setOpen(false);
    store
      .createSubIssue({ title, parent })
      .catch((cause: unknown) => console.error("The sub-issue was not made", cause));
  }

  return open ? (
    <form onSubmit={submit}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the person just asked for this field
        autoFocus
        name="title"
        aria-label="Sub-issue title"
        placeholder="Issue title"
      />
    </form>
  ) : (
    <button type="button" className={cx("button")} onClick={() => setOpen(true)}>
      Add sub-issues
    </button>
  );
}

function SubIssueRows({ children }: { children: readonly Issue[] }) {
  const workspace = useWorkspace();
  const { shown, overlays } = useIssueSelection();
  return (
    <section className={cx("sub-issues")} aria-label="Sub-issues" data-contextual-menu="true">
      <div className={cx("sub-issues-head")}>
        <Glyph name="chevronDown" />
        <span>Sub-issues</span>
        <span className={cx("group-count")}>{progress(children, workspace)}</span>
      </div>
      <div
        className={cx("list-grid", markup === "renamed" && "list-grid-renamed")}
        data-list-container="true"
      >
        {children.map((issue) => (
          <ListRow
            key={remountKey(issue.id, shown.delta)}
            issue={issue}
            workspace={workspace}
            parent={undefined}
            subIssues={shown.subIssues.get(issue.id)}
            focused={issue.id === shown.focusedId}
            selected={shown.selected.has(issue.id)}
            actions={shown.actions}
          />
        ))}
      </div>
      {overlays}
    </section>
  );
}
