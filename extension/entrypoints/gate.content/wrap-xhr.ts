import type { GateScreen, SeenRequest, SyntheticAnswer } from "../../../shared/tracker/sprint-entry";
import type { Asker } from "./asker";

/** A request that is no question, between `open` and its answer. `cancel`: while it waits for the gate. */
interface Opened {
  method: string;
  url: string;
  isAsync: boolean;
  cancel?: () => void;
}

const faked = [
  "readyState",
  "status",
  "statusText",
  "responseText",
  "response",
  "responseURL",
  "getResponseHeader",
  "getAllResponseHeaders",
];

/** Puts the gate in front of `XMLHttpRequest`. A synchronous one cannot wait: it goes on, and ring two looks. */
export function wrapXhr(world: Window & typeof globalThis, screen: GateScreen, asker: Asker): void {
  const { URL, document, XMLHttpRequest } = world;
  const { apply } = Reflect;
  const proto = XMLHttpRequest.prototype;
  const { open, send, abort } = proto;
  const opened = new WeakMap<XMLHttpRequest, Opened>();

  proto.open = new Proxy(open, {
    apply(target, self: XMLHttpRequest, args: [string, string | URL, boolean?]) {
      try {
        forget(self);
        const method = String(args[0]).toUpperCase();
        if (method !== "GET" && method !== "HEAD") {
          const { href: url } = new URL(args[1], document.baseURI);
          opened.set(self, { method, url, isAsync: args[2] ?? true });
        }
      } catch {
        // XMLHttpRequest itself says what is wrong with the arguments.
      }
      return apply(target, self, args);
    },
  });

  proto.send = new Proxy(send, {
    apply(target, self: XMLHttpRequest, args: [unknown?]) {
      const it = opened.get(self);
      const go = () => apply(target, self, args);
      if (it === undefined || it.cancel) return go();
      const [body] = args;
      const { method, url } = it;
      if (screen.mayWrite(url, body)) asker.wrote();
      if (!screen.mayEnter(method, url)) return go();
      const seen: SeenRequest = { method, url, contentType: "", body: typeof body === "string" ? body : "" };
      if (typeof body === "string" && !screen.mayMean(url, body)) return go();
      if (typeof body !== "string" || !it.isAsync) {
        asker.passed(it.isAsync ? "unread" : "synchronous", seen);
        return go();
      }
      const waiting = new AbortController();
      it.cancel = () => waiting.abort();
      void asker.ask(seen, waiting.signal).then((refusal) => {
        // Aborted, or opened for something else meanwhile.
        if (opened.get(self) !== it) return;
        opened.delete(self);
        if (refusal === null) go();
        else answer(self, refusal, url);
      });
    },
  });

  proto.abort = new Proxy(abort, {
    apply(target, self: XMLHttpRequest, args: []) {
      const it = opened.get(self);
      opened.delete(self);
      it?.cancel?.();
      apply(target, self, args);
      // It was never sent, so the browser has nothing to tell; the page waits to hear of the end of it all the same.
      if (it?.cancel) for (const type of ["abort", "loadend"]) self.dispatchEvent(new ProgressEvent(type));
    },
  });

  function forget(xhr: XMLHttpRequest): void {
    const it = opened.get(xhr);
    opened.delete(xhr);
    it?.cancel?.();
    if (!Object.hasOwn(xhr, "readyState")) return;
    for (const name of faked) Reflect.deleteProperty(xhr, name);
  }

  function answer(xhr: XMLHttpRequest, { status, contentType, body }: SyntheticAnswer, url: string): void {
    const give = (values: Record<string, unknown>) => {
      for (const [name, value] of Object.entries(values))
        Object.defineProperty(xhr, name, { value, configurable: true });
    };
    const isText = xhr.responseType === "" || xhr.responseType === "text";
    give({
      status,
      statusText: "",
      responseURL: url,
      ...(isText && { responseText: body }),
      response: isText ? body : xhr.responseType === "json" ? JSON.parse(body) : new Blob([body]),
      getResponseHeader: (name: string) => (/^content-type$/i.test(name) ? contentType : null),
      getAllResponseHeaders: () => `content-type: ${contentType}\r\n`,
    });
    for (const readyState of [2, 3, 4]) {
      give({ readyState });
      xhr.dispatchEvent(new Event("readystatechange"));
    }
    for (const type of ["load", "loadend"]) xhr.dispatchEvent(new ProgressEvent(type));
  }
}
