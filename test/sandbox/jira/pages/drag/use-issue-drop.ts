import { monitorForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useEffect, useRef } from "react";
import { type DropPlace, draggedKey, dropPlace } from "./dragged-issue";

/** Calls back when an issue is dropped: at the innermost place, and the list around it where one is. */
export function useIssueDrop(onDrop: (key: string, places: DropPlace[]) => void): void {
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(
    () =>
      monitorForElements({
        onDrop({ source, location }) {
          const key = draggedKey(source.data);
          const places = location.current.dropTargets
            .map(({ data }) => dropPlace(data))
            .filter((it) => it !== null);
          if (key !== null && places.length > 0) latest.current(key, places);
        },
      }),
    [],
  );
}
