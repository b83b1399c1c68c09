import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type RefObject, useEffect, useState } from "react";
import { draggedKey } from "./dragged-issue";

/** Makes an element a list (a sprint, a column) that issues can be dropped on; true while one is over it. */
export function useDropList(element: RefObject<HTMLElement | null>, id: string): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const node = element.current;
    if (!node) return;
    return dropTargetForElements({
      element: node,
      canDrop: ({ source }) => draggedKey(source.data) !== null,
      getData: () => ({ kind: "list", id }),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [element, id]);
  return over;
}
