import { gateOffer, gateReady } from "./gate-protocol";

/**
 * Whether no script of the page can have run yet. Both scripts of the gate run at `document_start`, when there is nothing but the
 * root element; whatever the parser adds is seen here before the first script that it adds runs.
 */
function watchBeginning(document: Document): () => boolean {
  let isOpen = document.documentElement?.firstChild === null;
  const observer = new MutationObserver(close);
  function close(): void {
    isOpen = false;
    observer.disconnect();
  }
  if (isOpen) observer.observe(document, { childList: true, subtree: true });
  return () => {
    // What has changed just now is not reported yet.
    if (isOpen && observer.takeRecords().length > 0) close();
    return isOpen;
  };
}

/** In the page's world: takes the one port that the isolated world offers. What comes once the page has begun is the page's, and ignored. */
export function takePort(document: Document, use: (port: MessagePort) => void): void {
  const isOpen = watchBeginning(document);
  function take(event: Event): void {
    const port = isOpen() && (event as MessageEvent).ports[0];
    document.removeEventListener(gateOffer, take);
    if (port) use(port);
  }
  document.addEventListener(gateOffer, take);
  document.dispatchEvent(new Event(gateReady));
}

/**
 * In the isolated world: offers one end of a channel to the page's world, whichever of the two scripts runs first, and gives the
 * other end. Null: the page has begun, and what it would take the port for cannot be known.
 */
export function offerPort(document: Document): MessagePort | null {
  const isOpen = watchBeginning(document);
  if (!isOpen()) return null;
  const { port1, port2 } = new MessageChannel();
  const offer = () => document.dispatchEvent(new MessageEvent(gateOffer, { ports: [port2] }));
  document.addEventListener(gateReady, () => isOpen() && offer(), { once: true });
  offer();
  return port1;
}
