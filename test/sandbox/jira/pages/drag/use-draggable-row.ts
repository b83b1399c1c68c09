import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type RefObject, useEffect, useRef, useState } from "react";
import { dragData, draggedKey, edgeAt } from "./dragged-issue";

/** Makes an element draggable as an issue and a place to drop others at. Says where a drop would land. */
export function useDraggableRow(element: RefObject<HTMLElement | null>, key: string) {
  const current = useRef(key);
  current.current = key;
  const [dragging, setDragging] = useState(false);
  const [edge, setEdge] = useState<"before" | "after" | null>(null);

  useEffect(() => {
    const node = element.current;
    if (!node) return;
    return combine(
      draggable({
        element: node,
        getInitialData: () => dragData(current.current),
        onDragStart: () => setDragging(true),
        onDrop: () => setDragging(false),
      }),
      dropTargetForElements({
        element: node,
        canDrop: ({ source }) => draggedKey(source.data) !== null,
        getData: ({ input, element: over }) => ({
          kind: "row",
          key: current.current,
          edge: edgeAt(over, input.clientY),
        }),
        onDrag: ({ self, source }) =>
          setEdge(
            draggedKey(source.data) === current.current
              ? null
              : self.data.edge === "before"
                ? "before"
                : "after",
          ),
        onDragLeave: () => setEdge(null),
        onDrop: () => setEdge(null),
      }),
    );
  }, [element]);

  return { dragging, edge };
}
