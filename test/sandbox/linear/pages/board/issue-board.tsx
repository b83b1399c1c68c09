import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { useState } from "react";
import type { StatusGroup } from "../list/status-groups";
import { cx } from "../release";
import { useStore } from "../store-context";
import { CardFace } from "./board-card";
import { BoardColumn, type BoardColumnProps } from "./board-column";

interface IssueBoardProps extends Omit<BoardColumnProps, "group"> {
  groups: readonly StatusGroup[];
}

/** A team's issues in columns by status; dropping a card on a column changes the issue's status at once. */
export function IssueBoard({ groups, ...column }: IssueBoardProps) {
  const store = useStore();
  const [draggedId, setDraggedId] = useState<string | null>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 5 } }));
  const dragged = groups.flatMap((group) => group.issues).find(({ id }) => id === draggedId);

  const drop = ({ active, over }: DragEndEvent) => {
    setDraggedId(null);
    if (over) store.update([String(active.id)], { stateId: String(over.id) });
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      onDragStart={({ active }) => setDraggedId(String(active.id))}
      onDragEnd={drop}
      onDragCancel={() => setDraggedId(null)}
    >
      <div className={cx("board")} data-scroll-container="true" data-contextual-menu="true">
        {groups.map((group) => (
          <BoardColumn key={group.state.id} group={group} {...column} />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {dragged && (
          <div className={cx("card", "card-dragged")}>
            <CardFace
              issue={dragged}
              workspace={column.workspace}
              subIssues={column.subIssues.get(dragged.id)}
            />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}
