import { type FormEvent, useState } from "react";
import type { Issue, IssueDetail } from "../data/model";
import { Avatar } from "../icons/avatar";
import { Glyph } from "../icons/glyph";
import { cx } from "../release";
import { shortDate } from "../short-date";
import { useStore, useWorkspace } from "../store-context";

/** What happened to an issue and what was said about it, oldest first, and a field to say more. */
export function Activity({ issue, detail }: { issue: Issue; detail: IssueDetail | null }) {
  const workspace = useWorkspace();
  const store = useStore();
  const [draft, setDraft] = useState("");
  const userNamed = (name: string) => [...workspace.users.values()].find((user) => user.name === name);
  const creator = detail?.creatorId ? workspace.users.get(detail.creatorId) : undefined;
  const entries = [...(detail?.events ?? []), ...(detail?.comments ?? [])].toSorted((a, b) =>
    a.createdAt.localeCompare(b.createdAt),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    const body = draft.trim();
    if (body === "") return;
    setDraft("");
    store.comment(issue.id, body).catch((cause) => {
      console.error("The comment could not be sent", cause);
      setDraft(body);
    });
  };
  return (
    <section className={cx("activity")} aria-label="Activity" data-contextual-menu="true">
      <h3 className={cx("activity-title")}>Activity</h3>
      <div className={cx("event")}>
        <Avatar user={creator} size={16} />
        <span>
          <b>{creator?.name ?? "Linear"}</b> created the issue · {shortDate(issue.createdAt)}
        </span>
      </div>
      {entries.map((entry) =>
        "body" in entry ? (
          <article key={entry.id} className={cx("comment")} data-contextual-menu="true">
            <div className={cx("comment-head")}>
              <Avatar user={userNamed(entry.author)} size={20} />
              <b>{entry.author}</b>
              <span className={cx("muted")}>{shortDate(entry.createdAt)}</span>
            </div>
            <div className={cx("comment-body")}>{entry.body}</div>
          </article>
        ) : (
          <div key={entry.id} className={cx("event")}>
            <Glyph name="chevronRight" />
            <span>
              <b>{entry.actor}</b> {entry.sentence} · {shortDate(entry.createdAt)}
            </span>
          </div>
        ),
      )}
      <form className={cx("composer")} onSubmit={send}>
        <textarea
          aria-label="Leave a comment"
          placeholder="Leave a comment…"
          value={draft}
          rows={2}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
        <button type="submit" className={cx("button", "button-primary")} disabled={draft.trim() === ""}>
          Comment
        </button>
      </form>
    </section>
  );
}
