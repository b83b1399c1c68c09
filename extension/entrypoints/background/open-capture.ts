import { browser } from "wxt/browser";
import { z } from "zod";
import { tenantAt } from "../../desk/tenant-at";
import type { FrameCall, PageLook } from "../../frame/statement-frame-call";
import { statementFrameName } from "../../frame/statement-frame-call";
import { translateWith } from "../../language/translate-with";
import {
  type CaptureRequest,
  keepCaptureRequest,
  type RefusedEntry,
  takeCaptureRequest,
} from "../../store/capture-requests";
import { readCatalog } from "../../store/catalog";
import { pages } from "../../trackers/pages";
import { runInPage } from "../../trackers/run-in-page";

const pageLook: z.ZodType<PageLook> = z.object({ theme: z.enum(["light", "dark"]), selection: z.string() });
const size = { width: 680, height: 860 };

/** A ticket that a page of a tracker is about. */
export interface TicketInTab {
  tab: number;
  /** `https://host`. */
  origin: string;
  /** The id of the tenant. */
  tenant: string;
  key: string;
}

/** The ticket of the page in a tab, or the one that is named there; null: the page is no tracker's, or about no single ticket. */
export function ticketInTab(
  { id, url }: { id?: number | undefined; url?: string | undefined },
  named: string | null = null,
): TicketInTab | null {
  if (id === undefined || url === undefined || !URL.canParse(url)) return null;
  const address = new URL(url);
  const tenant = tenantAt(address);
  if (tenant === null) return null;
  const key = named ?? pages[tenant.tracker].ownKeyOf(address);
  return key === null ? null : { tab: id, origin: address.origin, tenant: tenant.id, key };
}

/**
 * Opens the statement form of a ticket over its page; where the overlay does not run there, or the browser keeps frames of
 * extensions out, in a window of its own. `selection` null: what is marked in the page.
 */
export const openCapture = (ticket: TicketInTab, selection: string | null = null): Promise<void> =>
  openOver({ ...ticket, refused: null }, selection);

/** Opens what the gate has to say over the page whose request it kept out; where another dialog is open, that one stays. */
export const openGate = (
  page: Pick<TicketInTab, "tab" | "origin" | "tenant">,
  refused: RefusedEntry,
): Promise<void> => openOver({ ...page, key: null, refused }, "");

type About = Pick<CaptureRequest, "tab" | "origin" | "tenant" | "key" | "refused">;

async function openOver(ticket: About, selection: string | null): Promise<void> {
  // Firefox keeps one address of the extension for good, by which any page it may be framed by could know the person again.
  const look = import.meta.env.FIREFOX ? null : await prepare(ticket.tab).catch(() => null);
  const request = {
    ...ticket,
    selection: (selection ?? look?.selection ?? "").trim(),
    theme: look?.theme ?? null,
    isFramed: look !== null,
    askedAt: Date.now(),
  };
  const id = await keepCaptureRequest(request);
  if (look !== null) {
    const outcome = await frameIn(ticket, id, look.theme).catch(() => "off");
    if (outcome === "open") return;
    await takeCaptureRequest(id);
    if (outcome === "busy") return;
  }
  const unframed = look === null ? id : await keepCaptureRequest({ ...request, isFramed: false });
  await browser.windows.create({ type: "popup", url: addressOf(unframed), ...size });
}

const addressOf = (id: string) => `${browser.runtime.getURL("/capture.html")}#${id}`;

/** Puts what opens the dialog into the page; null: the overlay does not run there. Rejects where the page cannot be reached. */
async function prepare(tab: number): Promise<PageLook | null> {
  const target = { tabId: tab };
  await browser.scripting.executeScript({ target, files: ["/statement-frame.js"], injectImmediately: true });
  return pageLook.safeParse(await runInPage(tab, lookAround, [statementFrameName])).data ?? null;
}

async function frameIn({ tab, refused }: About, id: string, theme: PageLook["theme"]): Promise<unknown> {
  const t = translateWith(await readCatalog());
  const words = {
    title: t(refused ? "gate_title" : "statement_title"),
    opening: t(refused ? "gate_opening" : "captureOpening"),
    failed: t(refused ? "gate_notOpen" : "captureFailed"),
    gone: t(refused ? "gate_gone" : "captureGone"),
    panel: t("captureOpenPanel"),
    close: t("captureClose"),
  };
  return runInPage(tab, openFrame, [statementFrameName, { id, address: addressOf(id), theme, words }]);
}

/** Both run in the page, and so reach nothing around them. */
const lookAround = (name: string) =>
  (globalThis as unknown as Record<symbol, FrameCall>)[Symbol.for(name)]?.look() ?? null;
const openFrame = (name: string, asked: Parameters<FrameCall["open"]>[0]) =>
  (globalThis as unknown as Record<symbol, FrameCall>)[Symbol.for(name)]?.open(asked) ?? "off";
