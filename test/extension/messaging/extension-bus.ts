import { vi } from "vitest";

type Respond = (answer: unknown) => void;
type Listener = (message: unknown, sender: object, respond: Respond) => unknown;

/** One end of the browser's message passing: its `runtime` and `tabs`, where what one context sends the others hear. */
export function createExtensionBus(id: string) {
  const listeners = new Set<Listener>();
  const sender = { id, url: `chrome-extension://${id}/popup.html` };
  function pass(message: unknown, respond: Respond): void {
    const sent = structuredClone(message);
    let answered = false;
    const once = (answer: unknown) => {
      if (!answered) respond(structuredClone(answer));
      answered = true;
    };
    const waits = [...listeners].map((listener) => listener(sent, bus.sender, once));
    if (!answered && !waits.includes(true)) respond(undefined);
  }
  const bus = {
    sender: sender as object,
    runtime: {
      id,
      getURL: (path: string) => `chrome-extension://${id}${path}`,
      sendMessage: vi.fn((message: unknown, respond?: Respond) =>
        respond === undefined ? new Promise((resolve) => pass(message, resolve)) : pass(message, respond),
      ),
      onMessage: {
        addListener: (it: Listener) => void listeners.add(it),
        removeListener: (it: Listener) => void listeners.delete(it),
      },
    },
    tabs: {
      sendMessage: (_tab: number, message: unknown, _options: unknown, respond: Respond) =>
        pass(message, respond),
    },
    listeners,
  };
  return bus;
}
