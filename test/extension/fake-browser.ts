import { vi } from "vitest";

type Listener<Args extends unknown[]> = (...args: Args) => unknown;

/** An event of the browser whose listeners a test can call and wait for. */
function fakeEvent<Args extends unknown[]>() {
  const listeners = new Set<Listener<Args>>();
  return {
    addListener: (listener: Listener<Args>) => void listeners.add(listener),
    removeListener: (listener: Listener<Args>) => void listeners.delete(listener),
    get size() {
      return listeners.size;
    },
    fire: (...args: Args) => Promise.all([...listeners].map((listener) => listener(...args))),
  };
}

interface Script {
  id: string;
  js: string[];
  matches: string[];
  excludeMatches?: string[];
}

/** A browser with storage, permissions, content scripts and tabs, as far as the extension's own code uses them. */
export function createFakeBrowser() {
  const stored: Record<string, unknown> = {};
  const managed: { value: unknown } = { value: {} };
  const granted = new Set<string>();
  const scripts = new Map<string, Script>();
  const openTabs: { id: number; url: string; windowId: number }[] = [];
  const injected: number[] = [];
  const onChanged = fakeEvent<[Record<string, { newValue?: unknown; oldValue?: unknown }>]>();
  const onAdded = fakeEvent<[{ origins: string[] }]>();
  const onRemoved = fakeEvent<[{ origins: string[] }]>();
  const answer = { toPrompt: true };
  const within = (url: string, pattern: string) => url.startsWith(pattern.slice(0, -1));

  const browser = {
    runtime: {
      id: "abcdefghijklmnop" as string | undefined,
      getURL: (path: string) => `chrome-extension://abcdefghijklmnop${path}`,
      onInstalled: fakeEvent<[details?: object]>(),
      onStartup: fakeEvent<[details?: object]>(),
    },
    i18n: { getMessage: (name: string) => name },
    storage: {
      local: {
        onChanged,
        get: async (key: string) => (key in stored ? { [key]: structuredClone(stored[key]) } : {}),
        async set(items: Record<string, unknown>) {
          for (const [key, newValue] of Object.entries(items)) {
            const oldValue = stored[key];
            stored[key] = structuredClone(newValue);
            await onChanged.fire({ [key]: { newValue, oldValue } });
          }
        },
        async remove(key: string) {
          const oldValue = stored[key];
          delete stored[key];
          if (oldValue !== undefined) await onChanged.fire({ [key]: { oldValue } });
        },
      },
      managed: { onChanged: fakeEvent<[]>(), get: async () => managed.value },
    },
    permissions: {
      onAdded,
      onRemoved,
      getAll: async () => ({ origins: [...granted] }),
      contains: async ({ origins }: { origins: string[] }) => origins.every((it) => granted.has(it)),
      request: vi.fn(async ({ origins }: { origins: string[] }) => {
        const wanted = origins.filter((it) => !granted.has(it));
        if (wanted.length === 0) return true;
        if (!answer.toPrompt) return false;
        for (const it of wanted) granted.add(it);
        await onAdded.fire({ origins: wanted });
        return true;
      }),
      async remove({ origins }: { origins: string[] }) {
        for (const it of origins) granted.delete(it);
        await onRemoved.fire({ origins });
        return true;
      },
    },
    scripting: {
      // Chromium gives paths back without their first stroke.
      getRegisteredContentScripts: async () =>
        [...scripts.values()].map((it) => ({ ...it, js: it.js.map((path) => path.replace(/^\//, "")) })),
      registerContentScripts: async (all: Script[]) => {
        for (const it of all) {
          if (scripts.has(it.id)) throw new Error(`Duplicate script ID '${it.id}'`);
          scripts.set(it.id, it);
        }
      },
      updateContentScripts: async (all: Script[]) => {
        for (const it of all) scripts.set(it.id, it);
      },
      unregisterContentScripts: async () => scripts.clear(),
      executeScript: async ({ target }: { target: { tabId: number } }) => void injected.push(target.tabId),
    },
    tabs: {
      query: async ({ url }: { url: string | string[] }) =>
        openTabs.filter((tab) => [url].flat().some((pattern) => within(tab.url, pattern))),
      create: vi.fn(async ({ url }: { url: string }) => ({ url })),
      update: vi.fn(async (_id: number, _change: object) => undefined),
    },
    windows: { update: vi.fn(async (_id: number, _change: object) => undefined) },
  };
  const held = new Map<string, Promise<unknown>>();
  const locks = {
    request(name: string, act: () => Promise<void>): Promise<void> {
      const next = (held.get(name) ?? Promise.resolve()).then(act);
      held.set(
        name,
        next.catch(() => undefined),
      );
      return next;
    },
  };
  return { browser, stored, managed, granted, scripts, openTabs, injected, answer, locks };
}

export type FakeBrowser = ReturnType<typeof createFakeBrowser>;
