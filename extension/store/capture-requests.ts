import { browser } from "wxt/browser";
import { z } from "zod";
import { entryReasons } from "../../shared/domain/entry";

const refusedEntry = z.object({
  /** The issues that were moved, by key or id, and where to. */
  asked: z.array(z.object({ issue: z.string(), sprint: z.string() })),
  /** Why each ticket that was to be made in a sprint was not. */
  unmade: z.array(z.enum(entryReasons)),
  /** The gate only warned: all of them are in. */
  isIn: z.boolean(),
  /** They are in a sprint that the person was about to start. */
  isStart: z.boolean(),
});
/** What the gate kept out, or warned of. */
export type RefusedEntry = z.infer<typeof refusedEntry>;

const captureRequest = z.object({
  /** The browser's number of the tab over whose page it opens. */
  tab: z.int(),
  /** `https://host` of that page. */
  origin: z.url(),
  /** The id of the tenant. */
  tenant: z.url(),
  /** The ticket's key; null: it is about what the gate kept out. */
  key: z.string().nullable(),
  refused: refusedEntry.nullable(),
  /** What the person had marked. */
  selection: z.string(),
  /** How the page looks; null: not known. */
  theme: z.enum(["light", "dark"]).nullable(),
  /** False: it opens in a window of its own. */
  isFramed: z.boolean(),
  /** Milliseconds since 1970. */
  askedAt: z.number(),
});

/** What a dialog over a page is about: the statement of one ticket, or what the gate kept out. Only the worker writes one, and the first page that shows its id takes it. */
export type CaptureRequest = z.infer<typeof captureRequest>;

const prefix = "capture ";
/** A page that did not open by then will not. */
const keptMs = 60_000;

/** Keeps a request for the page that will ask for it; gives its id, which nobody can guess. Forgets those that nobody came for. */
export async function keepCaptureRequest(request: CaptureRequest, now = Date.now()): Promise<string> {
  const { session } = browser.storage;
  const kept = Object.entries(await session.get(null)).filter(([name]) => name.startsWith(prefix));
  const isOver = (it: unknown) => (captureRequest.safeParse(it).data?.askedAt ?? 0) < now - keptMs;
  await session.remove(kept.filter(([, it]) => isOver(it)).map(([name]) => name));
  const id = crypto.randomUUID();
  await session.set({ [prefix + id]: request });
  return id;
}

/** The request with this id, once; null: there is none, or it was taken. */
export async function takeCaptureRequest(id: string): Promise<CaptureRequest | null> {
  const { session } = browser.storage;
  const name = prefix + id;
  const { [name]: kept } = await session.get(name);
  await session.remove(name);
  return captureRequest.safeParse(kept).data ?? null;
}
