import { WebSocket } from "ws";

/** A browser driven by WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/), which Firefox speaks without any driver. */
export interface BidiSession {
  /** Rejects with the browser's own words where it refuses. */
  send(method: string, params?: object): Promise<Record<string, unknown>>;
  close(): void;
}

interface Answer {
  id?: number;
  type: string;
  result?: Record<string, unknown>;
  error?: string;
  message?: string;
}

/** Opens a session at the address that the browser printed; certificates are not looked at. */
export async function openBidiSession(address: string): Promise<BidiSession> {
  const socket = new WebSocket(`${address}/session`);
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  const waiting = new Map<number, { resolve(it: Record<string, unknown>): void; reject(why: Error): void }>();
  socket.on("message", (data) => {
    const { id, type, result, error, message }: Answer = JSON.parse(String(data));
    const asked = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || asked === undefined) return;
    waiting.delete(id);
    if (type === "success") asked.resolve(result ?? {});
    else asked.reject(new Error(`${error}: ${message}`));
  });
  socket.on("close", () => {
    for (const { reject } of waiting.values()) reject(new Error("The browser has closed the session."));
  });
  let id = 0;
  const send: BidiSession["send"] = (method, params = {}) =>
    new Promise((resolve, reject) => {
      waiting.set(++id, { resolve, reject });
      socket.send(JSON.stringify({ id, method, params }));
    });
  await send("session.new", { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
  return { send, close: () => socket.close() };
}
