/** Farther than a hand trembles while it presses. */
const dragPx = 4;
/** Rows and cards lie no deeper around what is pressed in them. */
const mostLevels = 10;
const opensMenu = "[aria-haspopup],[role=combobox]";
const ticks = "input[type=checkbox],[role=checkbox]";

/**
 * Tells the key of a ticket as soon as a person begins to drag it, ticks it, or is about to open a menu or a field of its row, card or
 * page. It listens and changes nothing; events that scripts make up count for nothing. `keyIn` finds a key in the path of a link.
 */
export function watchIntent(
  window: Window & typeof globalThis,
  keyIn: RegExp,
  tell: (key: string) => void,
  signal: AbortSignal,
): void {
  const { document, location } = window;
  const on = <Name extends keyof DocumentEventMap>(
    name: Name,
    act: (event: DocumentEventMap[Name]) => void,
    stop: AbortSignal = signal,
  ) =>
    document.addEventListener(name, (event) => event.isTrusted && act(event), {
      ...{ capture: true, passive: true, signal: stop },
    });
  const keyOf = (path: string) => keyIn.exec(path)?.[1] ?? null;

  /** The one ticket that the row or card around an element links to. */
  function ticketAround(target: EventTarget | null): string | null {
    let it = target instanceof window.Element ? target : null;
    for (let level = 0; it !== null && level < mostLevels; level++, it = it.parentElement) {
      const links = [...it.querySelectorAll("a"), ...(it instanceof window.HTMLAnchorElement ? [it] : [])];
      const keys = new Set(
        links.flatMap((link) => (link.origin === location.origin ? (keyOf(link.pathname) ?? []) : [])),
      );
      if (keys.size > 1) return null;
      for (const key of keys) return key;
    }
    return null;
  }
  const tellOf = (key: string | null) => key !== null && tell(key);

  on("dragstart", ({ target }) => tellOf(ticketAround(target)));
  on("pointerdown", ({ target, button, clientX, clientY }) => {
    if (button !== 0) return;
    const pressed = new AbortController();
    const over = AbortSignal.any([signal, pressed.signal]);
    const end = () => pressed.abort();
    on(
      "pointermove",
      (now) => {
        if (Math.hypot(now.clientX - clientX, now.clientY - clientY) < dragPx) return;
        end();
        tellOf(ticketAround(target));
      },
      over,
    );
    on("pointerup", end, over);
    on("pointercancel", end, over);
  });
  on("contextmenu", ({ target }) => tellOf(ticketAround(target)));
  // Several that are ticked are moved together.
  on("click", ({ target }) => {
    const box = target instanceof window.Element ? target.closest(ticks) : null;
    if (box !== null) tellOf(ticketAround(box));
  });
  on("focusin", ({ target }) => {
    if (!(target instanceof window.Element) || !target.matches(opensMenu)) return;
    // The menus of a ticket's own page are about it, whatever else they stand beside.
    tellOf(keyOf(location.pathname) ?? ticketAround(target));
  });
}
