import { createRoot } from "react-dom/client";
import { App } from "./app";
import "./css/base.css";
import "./css/controls.css";
import "./css/shell.css";
import "./css/backlog.css";
import "./css/board.css";
import "./css/issue.css";
import { refreshOnFocus } from "./live";

const root = document.getElementById("jira-frontend");
if (!root) throw new Error("The shell has no #jira-frontend.");
refreshOnFocus(new AbortController().signal);
createRoot(root).render(<App />);
