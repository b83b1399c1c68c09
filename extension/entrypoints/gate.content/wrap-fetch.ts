import type { GateScreen, SeenRequest } from "../../../shared/tracker/sprint-entry";
import type { Asker } from "./asker";

type Arguments = Parameters<typeof fetch>;

/** Puts the gate in front of `fetch`. What it does not know goes on at once, with the very arguments that the page gave. */
export function wrapFetch(world: Window & typeof globalThis, screen: GateScreen, asker: Asker): void {
  const { Request, Response, URL, Blob, document } = world;
  const { apply } = Reflect;

  /** Null: for nearly every request. */
  function look([input, init]: Arguments): SeenRequest | null {
    const isRequest = input instanceof Request;
    const method = String(init?.method ?? (isRequest ? input.method : "GET")).toUpperCase();
    if (method === "GET" || method === "HEAD") return null;
    const { href: url } = new URL(isRequest ? input.url : input, document.baseURI);
    if (screen.mayWrite(url, init?.body)) asker.wrote();
    return screen.mayEnter(method, url) ? { method, url, contentType: "", body: "" } : null;
  }

  /** The body as text, or a promise of it; null: it is none that can be read without taking it from the page. */
  function textOf([input, init]: Arguments): string | Promise<string> | null {
    const body = init?.body;
    if (typeof body === "string") return body;
    if (body instanceof Blob || body instanceof ArrayBuffer || ArrayBuffer.isView(body))
      return new Response(body as BodyInit).text();
    return body == null && input instanceof Request && !input.bodyUsed ? input.clone().text() : null;
  }

  async function gated(target: typeof fetch, self: unknown, request: Request, seen: SeenRequest) {
    seen.contentType = request.headers.get("content-type") ?? "";
    const refusal = await asker.ask(seen, request.signal);
    if (refusal === null) return apply(target, self, [request]);
    const { status, contentType, body } = refusal;
    const response = new Response(body, { status, headers: { "Content-Type": contentType } });
    return Object.defineProperty(response, "url", { value: request.url });
  }

  world.fetch = new Proxy(world.fetch, {
    apply(target, self, args: Arguments) {
      const go = () => apply(target, self, args);
      try {
        const seen = look(args);
        if (seen === null) return go();
        const text = textOf(args);
        if (text === null) {
          asker.passed("unread", seen);
          return go();
        }
        if (typeof text === "string") {
          if (!screen.mayMean(seen.url, text)) return go();
          // As fetch does, all is taken down now: what the page changes later is not sent.
          return gated(target, self, new Request(...args), { ...seen, body: text });
        }
        const request = new Request(...args);
        return text.then(
          (body) => {
            const may = screen.mayMean(seen.url, body);
            return may ? gated(target, self, request, { ...seen, body }) : apply(target, self, [request]);
          },
          () => apply(target, self, [request]),
        );
      } catch {
        // Whatever is wrong with the arguments, fetch itself says it best.
        return go();
      }
    },
  });
}
