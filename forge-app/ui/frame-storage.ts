import { z } from "zod";

/** Named values that outlive the frame, each as JSON, for one person on one site. */
export interface FrameStorage {
  /** False: this browser keeps nothing for frames, so that all is lost with the page. */
  isLasting: boolean;
  read(name: string): unknown;
  /** Throws where there is no room left. */
  write(name: string, value: unknown): void;
  remove(name: string): void;
  /** The names that begin so. */
  names(prefix: string): string[];
  /** Tells when another frame of the app changed something. */
  watch(act: () => void, signal: AbortSignal): void;
}

const json = z.string().transform((text, ctx) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    ctx.addIssue("no JSON");
    return z.NEVER;
  }
});

/** The browser's storage for this frame's origin; where that is closed to frames, memory. `owner` keeps people apart. */
export function openFrameStorage(owner: string, window: Window): FrameStorage {
  const prefix = `plumbline ${owner} `;
  const lasting = lastingOf(window);
  const kept: Pick<Storage, "getItem" | "setItem" | "removeItem"> & { keys(): string[] } = lasting
    ? {
        getItem: (it) => lasting.getItem(it),
        setItem: (it, text) => lasting.setItem(it, text),
        removeItem: (it) => lasting.removeItem(it),
        keys: () => Object.keys(lasting),
      }
    : inMemory();
  return {
    isLasting: lasting !== null,
    read: (name) => json.safeParse(kept.getItem(prefix + name)).data,
    write: (name, value) => kept.setItem(prefix + name, JSON.stringify(value)),
    remove: (name) => kept.removeItem(prefix + name),
    names: (start) =>
      kept
        .keys()
        .filter((it) => it.startsWith(prefix + start))
        .map((it) => it.slice(prefix.length)),
    watch(act, signal) {
      window.addEventListener("storage", ({ key }) => key?.startsWith(prefix) && act(), { signal });
    },
  };
}

/** Null: the browser keeps nothing for frames of other sites, and says so by throwing. */
function lastingOf(window: Window): Storage | null {
  try {
    const { localStorage } = window;
    localStorage.setItem("plumbline", "");
    localStorage.removeItem("plumbline");
    return localStorage;
  } catch {
    return null;
  }
}

function inMemory() {
  const values = new Map<string, string>();
  return {
    getItem: (it: string) => values.get(it) ?? null,
    setItem: (it: string, text: string) => void values.set(it, text),
    removeItem: (it: string) => void values.delete(it),
    keys: () => [...values.keys()],
  };
}
