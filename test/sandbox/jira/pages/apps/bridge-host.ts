import { z } from "zod";
import { frameMessage } from "../../../forge/frame/messages";
import { colourMode } from "../colour-mode";
import { dismissFlag, showFlag } from "../flags";
import { refresh } from "../live";
import { navigate } from "../navigate";
import type { AppPage, InstalledApp } from "./installed-app";

/** Where a frame stands, as the platform tells its page. */
export type Extension = { type: AppPage["kind"] } & Record<string, unknown>;

/** A dialog that a page of an app opened. */
export interface OpenedModal {
  page: AppPage;
  extension: Extension;
  size: ModalSize;
  closeOnEscape: boolean;
  closeOnOverlayClick: boolean;
  onClose: (payload: unknown) => void;
}

interface HostOptions {
  app: InstalledApp;
  page: AppPage;
  accountId: string;
  extension: Extension;
  frame: HTMLIFrameElement;
  /** The page asks to be closed, and says something to whoever opened it; absent: it stands where nothing can be closed. */
  onClose?: ((payload: unknown) => void) | undefined;
  /** The page asks for a dialog. */
  onModal: (modal: OpenedModal) => void;
  signal: AbortSignal;
}

const invoking = z.looseObject({ functionKey: z.string(), payload: z.unknown() });
const flag = z.looseObject({
  id: z.union([z.string(), z.number()]).optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  type: z.string().optional(),
});
const going = z.looseObject({
  url: z.string().optional(),
  type: z.enum(["same-tab", "new-tab"]).default("same-tab"),
});
/** Those whose measures are documented; others are not modelled. */
const modalSizes = ["small", "medium", "large", "xlarge", "max"] as const;
export type ModalSize = (typeof modalSizes)[number];
/** `@forge/bridge` fills all of it in. */
const opening = z.strictObject({
  resource: z.string().nullable(),
  size: z.enum(modalSizes),
  context: z.unknown(),
  closeOnEscape: z.boolean(),
  closeOnOverlayClick: z.boolean(),
  title: z.string(),
  icon: z.literal(""),
});
const gatewayAnswer = z.object({ value: z.unknown(), error: z.string().optional() });

async function ask(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`/gateway/api/forge/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`Jira answered ${response.status}.`);
  return response.json();
}

const meta = (name: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";

/**
 * Answers what a page of an app asks through its bridge: the commands of reference 2026-11 that a page of ours may use. What is not
 * modelled fails, here and for the page.
 */
export function hostBridge(options: HostOptions): void {
  const { app, page, accountId, extension, frame, onClose, onModal, signal } = options;
  const { origin } = new URL(page.url);
  const flags = new Map<string, number>();
  const say = (message: unknown) => frame.contentWindow?.postMessage(message, origin);
  const tellTheme = () => say({ forge: "theme", colorMode: colourMode() });
  const theme = new MutationObserver(tellTheme);
  theme.observe(document.documentElement, { attributeFilter: ["data-color-mode"] });
  signal.addEventListener("abort", () => theme.disconnect(), { once: true });

  const commands: Record<string, (data: unknown, id: number) => unknown> = {
    getContext: () => ({
      ...{ accountId, cloudId: meta("ajs-cloud-id"), moduleKey: page.key, environmentType: "DEVELOPMENT" },
      localId: `ari:cloud:ecosystem::extension/${app.id}/${app.environment}/static/${page.key}`,
      ...{ environmentId: app.environment, siteUrl: location.origin, locale: meta("ajs-user-locale") },
      ...{ timezone: "Etc/UTC", theme: { colorMode: colourMode() }, surfaceColor: null, license: undefined },
      extension,
    }),
    async invoke(data) {
      const { functionKey, payload } = invoking.parse(data);
      const said = await ask("invoke", { moduleKey: page.key, extension, call: { functionKey, payload } });
      const { value, error } = gatewayAnswer.parse(said);
      if (error !== undefined) throw new Error(error);
      return value;
    },
    fetchProduct: (data) => ask("product", data),
    enableTheming: tellTheme,
    showFlag(data) {
      const { id, title = "", description = "", type } = flag.parse(data);
      const shown = showFlag({ tone: type === "error" ? "error" : "info", title, detail: description });
      if (id !== undefined) flags.set(String(id), shown);
    },
    closeFlag(data) {
      const shown = flags.get(String(flag.parse(data).id));
      if (shown !== undefined) dismissFlag(shown);
    },
    refresh: () => {
      refresh();
      return true;
    },
    close(payload) {
      if (onClose === undefined) throw new Error("There is nothing to close here.");
      onClose(payload);
      return true;
    },
    openModal(data, id) {
      const { resource, context, title, icon: _, ...modal } = opening.parse(data);
      const url = resource === null ? page.url : app.resources[resource];
      if (url === undefined) throw new Error(`The app has no resource ${resource}.`);
      onModal({
        ...modal,
        page: { ...page, url, title: title || page.title },
        // The page in it is told by what it was opened with (documented, 2026-11).
        extension: { ...extension, modal: context },
        onClose: (payload) => say({ forge: "closed", id, payload }),
      });
      return true;
    },
    navigate(data) {
      const { url, type } = going.parse(data);
      const target = url === undefined ? null : new URL(url, location.href);
      if (target === null) throw new Error(`Not modelled: to navigate to ${JSON.stringify(data)}.`);
      if (type === "new-tab") window.open(target.href, "_blank", "noopener");
      else if (target.origin === location.origin) navigate(target.pathname + target.search);
      else location.assign(target.href);
    },
  };

  async function answer(id: number, command: string, data: unknown): Promise<void> {
    try {
      const act = commands[command];
      if (act === undefined) throw new Error(`The bridge's command ${command} is not modelled.`);
      say({ forge: "answer", id, value: await act(data, id) });
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      console.error(`An app's page: ${command} failed.`, error);
      say({ forge: "answer", id, value: null, error: said });
    }
  }

  addEventListener(
    "message",
    ({ source, origin: from, data }) => {
      if (source !== frame.contentWindow || from !== origin) return;
      const message = frameMessage.safeParse(data).data;
      if (message?.forge === "ready") tellTheme();
      if (message?.forge === "height") frame.style.height = `${message.height}px`;
      if (message?.forge === "call") void answer(message.id, message.command, message.data);
    },
    { signal },
  );
}
