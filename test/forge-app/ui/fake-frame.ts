import { type FrameStorage, openFrameStorage } from "../../../forge-app/ui/frame-storage";

/** What a browser keeps for the frames of one origin; all frames that are opened over it share it. */
export class FakeBrowser {
  private readonly values = new Map<string, string>();
  private readonly frames = new Set<(key: string) => void>();
  /** How many characters may be kept. */
  room = 5_000_000;
  /** The browser keeps nothing for frames of other sites. */
  isClosed = false;

  /** A frame, with all that the app's code asks of its window. */
  frame(): Window {
    const own = (key: string) => {
      for (const listener of listeners) listener({ key } as StorageEvent);
    };
    const listeners = new Set<(event: StorageEvent) => void>();
    this.frames.add(own);
    const storage = this.storageFor(own);
    const browser = this;
    return {
      get localStorage() {
        if (browser.isClosed) throw new Error("Access is denied for this document.");
        return storage;
      },
      addEventListener(
        _: string,
        listener: (event: StorageEvent) => void,
        { signal }: { signal: AbortSignal },
      ) {
        listeners.add(listener);
        signal.addEventListener("abort", () => listeners.delete(listener));
      },
    } as unknown as Window;
  }

  open(owner = "me"): FrameStorage {
    return openFrameStorage(owner, this.frame());
  }

  private storageFor(own: (key: string) => void): Storage {
    const tellOthers = (key: string) => {
      for (const frame of this.frames) if (frame !== own) frame(key);
    };
    const set = (key: string, text: string) => {
      const size = [...this.values].reduce((sum, [name, it]) => sum + name.length + it.length, 0);
      if (size + key.length + text.length > this.room) throw new Error("The quota has been exceeded.");
      this.values.set(key, text);
      tellOthers(key);
    };
    const remove = (key: string) => {
      this.values.delete(key);
      tellOthers(key);
    };
    return new Proxy({} as Storage, {
      get: (_, name) =>
        ({
          getItem: (key: string) => this.values.get(key) ?? null,
          setItem: set,
          removeItem: remove,
        })[String(name)],
      ownKeys: () => [...this.values.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    });
  }

  /** One holder at a time, as the browser's own locks. */
  readonly locks: Pick<LockManager, "request"> = (() => {
    const queues = new Map<string, Promise<unknown>>();
    const request = (name: string, act: () => Promise<unknown>) => {
      const before = queues.get(name) ?? Promise.resolve();
      const run = before.then(act, act);
      queues.set(
        name,
        run.catch(() => undefined),
      );
      return run;
    };
    return { request } as unknown as Pick<LockManager, "request">;
  })();
}
