/** What travels with a drag: an issue's key, and where it may be dropped. */
export const dragData = (key: string): Record<string, unknown> => ({ kind: "issue", key });

/** The key of the dragged issue; null for anything else that is dragged over the page. */
export const draggedKey = (data: Record<string | symbol, unknown>): string | null =>
  data.kind === "issue" && typeof data.key === "string" ? data.key : null;

export type DropPlace = { kind: "row"; key: string; edge: "before" | "after" } | { kind: "list"; id: string };

/** The half of an element that a pointer is over. */
export function edgeAt(element: Element, clientY: number): "before" | "after" {
  const { top, height } = element.getBoundingClientRect();
  return clientY < top + height / 2 ? "before" : "after";
}

/** Reads a drop target's data. */
export function dropPlace(data: Record<string | symbol, unknown> | undefined): DropPlace | null {
  if (data?.kind === "row" && typeof data.key === "string") {
    return { kind: "row", key: data.key, edge: data.edge === "before" ? "before" : "after" };
  }
  return data?.kind === "list" && typeof data.id === "string" ? { kind: "list", id: data.id } : null;
}
