import { useState } from "react";
import { Glyph } from "../parts/glyph";
import { projectOf } from "../route";
import type { IssueView, WirePerson } from "../wire";
import { AppFrame } from "./app-frame";
import { type AppPage, appPages, installedApp } from "./installed-app";

interface Props {
  issue: IssueView;
  user: WirePerson;
}

/** The panels that apps have below the fields of an issue. */
export const IssueContexts = ({ issue, user }: Props) =>
  appPages("jira:issueContext").map((page) => (
    <IssueContext key={`${page.key} ${issue.key}`} page={page} issue={issue} user={user} />
  ));

const storedAs = (key: string) => `sandbox.app-open.${key}`;

/**
 * One panel: a header with the app's label and, as documented for Connect and used by Forge apps (2026-11), a lozenge that an issue
 * property holds. Jira remembers whether the person had it open; the frame is there only while it is.
 */
function IssueContext({ page, issue, user }: Props & { page: AppPage }) {
  const [isOpen, setOpen] = useState(() => localStorage.getItem(storedAs(page.key)) === "1");
  const status = issue.appStatuses[`${installedApp()?.id}:${page.key}`];
  function toggle() {
    localStorage.setItem(storedAs(page.key), isOpen ? "0" : "1");
    setOpen(!isOpen);
  }
  const { id, key, projectId, typeName } = issue;
  const extension = {
    type: page.kind,
    issue: { id, key, type: typeName },
    project: { id: projectId, key: projectOf(key), type: "software" },
  };
  return (
    <section className="rail-panel app-context" data-testid={`issue-context.${page.key}`}>
      <h2>
        <button type="button" aria-expanded={isOpen} onClick={toggle}>
          <Glyph name={isOpen ? "chevronDown" : "chevronRight"} /> {page.label ?? page.title}
          {status && (
            <span
              className={`lozenge app-lozenge-${status.type}`}
              data-testid={`issue-context-status.${page.key}`}
            >
              {status.label}
            </span>
          )}
        </button>
      </h2>
      {isOpen && <AppFrame page={page} accountId={user.accountId} extension={extension} />}
    </section>
  );
}
