import { type FormEvent, useState } from "react";
import { longDate } from "../dates";
import { notInSandbox, showFlag } from "../flags";
import { refresh } from "../live";
import { addComment } from "../page-api";
import { Avatar } from "../parts/avatar";
import type { IssueView, WirePerson } from "../wire";
import { RichText } from "./rich-text";

/** The activity under an issue: its comments, newest first, and a field for one more. */
export function Comments({ issue, user }: { issue: IssueView; user: WirePerson }) {
  const [text, setText] = useState("");

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (text.trim() === "") return;
    try {
      await addComment(issue.key, text.trim());
      setText("");
      refresh();
    } catch (reason) {
      const detail = reason instanceof Error ? reason.message : String(reason);
      showFlag({ tone: "error", title: "We couldn't save your comment", detail });
    }
  }

  return (
    <section className="issue-section">
      <h2>Activity</h2>
      <div className="activity-tabs">
        <button type="button" onClick={() => notInSandbox("All activity")}>
          All
        </button>
        <button type="button" aria-pressed="true">
          Comments
        </button>
        <button type="button" onClick={() => notInSandbox("History")}>
          History
        </button>
      </div>
      <form className="comment-form" onSubmit={submit}>
        <Avatar person={user} size={32} />
        <textarea
          rows={text === "" ? 1 : 4}
          aria-label="Add a comment"
          placeholder="Add a comment…"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {text !== "" && (
          <button type="submit" className="button button-primary">
            Save
          </button>
        )}
      </form>
      <ul className="comments">
        {issue.comments.map((comment) => (
          <li key={comment.id}>
            <Avatar person={comment.author} size={32} />
            <div>
              <p className="comment-head">
                <strong>{comment.author.displayName}</strong>
                <time dateTime={comment.created}>{longDate(comment.created)}</time>
              </p>
              <RichText document={comment.body} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
