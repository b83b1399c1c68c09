import { useEffect, useRef, useState } from "react";

/** Whether a menu is open. Escape and a press outside of `root` close it. */
export function usePopup() {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return;
    const controller = new AbortController();
    const { signal } = controller;
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === "Escape") setOpen(false);
    };
    addEventListener("pointerdown", closeOutside, { signal });
    addEventListener("keydown", closeOnEscape, { signal });
    return () => controller.abort();
  }, [open]);

  return { open, setOpen, root };
}
