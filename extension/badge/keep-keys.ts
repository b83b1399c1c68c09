/**
 * Keeps from the page the keys pressed inside `element` that are meant for it: trackers hear keys wherever the focus
 * is, and would take Enter from a button of ours.
 */
export function keepKeys(element: HTMLElement, isOurs: (key: string) => boolean): void {
  for (const type of ["keydown", "keypress", "keyup"] as const) {
    element.addEventListener(type, (event) => {
      if (isOurs(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
    });
  }
}
