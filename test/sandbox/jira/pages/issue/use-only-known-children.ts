import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * Removes, at every later commit of the calling component, what others put into a container after it was mounted.
 * The real site loses foreign children of its breadcrumbs in the same way (measured 2026-08).
 * The container's own children must not change without a new mount.
 */
export function useOnlyKnownChildren(container: RefObject<HTMLElement | null>): void {
  const known = useRef<ReadonlySet<Node> | null>(null);
  useLayoutEffect(() => {
    const children = [...(container.current?.childNodes ?? [])];
    known.current ??= new Set(children);
    for (const child of children) if (!known.current.has(child)) child.remove();
  });
}
