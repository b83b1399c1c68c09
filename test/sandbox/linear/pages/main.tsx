import { createRoot } from "react-dom/client";
import { toast } from "sonner";
import { App } from "./app";
import { renameClasses } from "./class-names";
import { createClient } from "./data/client";
import { createStore } from "./data/store";
import { createJournal } from "./data/transaction-journal";
import { markup, revision } from "./release";
import { renameMarkup } from "./rename-markup";
import { StoreContext } from "./store-context";
import { followSystemTheme } from "./theme";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/list.css";
import "./styles/board.css";
import "./styles/inbox.css";
import "./styles/issue.css";
import "./styles/menu.css";

for (const sheet of document.styleSheets) {
  if (sheet.href?.includes("/sandbox-assets/")) renameClasses(revision, sheet.cssRules);
}

if (markup === "renamed") renameMarkup();

const store = createStore({
  send: createClient(revision, crypto.randomUUID()),
  journal: createJournal("linear_northwind"),
  notify: (title, description) => void toast.error(title, { description }),
});

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root");
createRoot(root).render(
  <StoreContext value={store}>
    <App />
  </StoreContext>,
);

followSystemTheme();
// Stands for the deltas that real Linear gets over its websocket.
addEventListener("sandbox:refresh", () => void store.refresh());
void store.load();
