type Sender = Pick<chrome.runtime.MessageSender, "id" | "url">;

/**
 * Throws unless one of the extension's own pages or its worker sent the message; `ownRoot` is the address that all of
 * them begin with.
 */
export function mustBeOwnPage({ id, url }: Sender, runtimeId: string, ownRoot: string): void {
  if (id !== runtimeId || url?.startsWith(ownRoot) !== true) throw new Error("may send this");
}
