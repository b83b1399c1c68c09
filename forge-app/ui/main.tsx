import { invoke, requestJira, router, view } from "@forge/bridge";
import type { Answer } from "../src/resolvers/calls";
import type { FrameHost } from "./frame-host";
import { openPage } from "./open-page";

const host: FrameHost = {
  requestJira: (path, init) => requestJira(path, init),
  // The app's own functions are typed by `Calls`, and answer with a result and nothing else.
  ask: async (name, asks) => (await invoke(name, asks as Record<string, unknown>)) as Answer<never>,
  open: (url) => void router.open(url),
  refresh: () =>
    void view.refresh().catch((error: unknown) => console.warn("Jira was not asked to look again.", error)),
};

void openPage(host, view.getContext(), view.theme.enable(), document.getElementById("root"));
