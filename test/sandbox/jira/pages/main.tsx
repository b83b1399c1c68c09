import { createRoot } from "react-dom/client";
import { App } from "./app";
import "./css/base.css";
import "./css/controls.css";
import "./css/shell.css";
import "./css/backlog.css";
import "./css/board.css";
import "./css/issue.css";
import "./css/issue-over-list.css";
import "./css/issue-table.css";
import "./css/list.css";
import "./css/timeline.css";
import "./css/apps.css";
import { refreshOnFocus } from "./live";
import { MarkupContext, markupOf } from "./markup";
import { renameMarkup } from "./rename-markup";

const root = document.getElementById("jira-frontend");
if (!root) throw new Error("The shell has no #jira-frontend.");
const markup = markupOf();
if (markup === "renamed") renameMarkup();
refreshOnFocus(new AbortController().signal);
createRoot(root).render(
  <MarkupContext value={markup}>
    <App />
  </MarkupContext>,
);
