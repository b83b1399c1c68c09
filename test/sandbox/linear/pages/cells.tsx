import { Children, type ReactNode } from "react";
import { markup } from "./release";

interface CellsProps {
  children: ReactNode;
  /** The first cell whose place may change, and the first behind it whose place stays; default: all may change. */
  from?: number;
  to?: number;
}

/** The parts of a row or card, which a release may put in another order: here the reverse. */
export function Cells({ children, from = 0, to }: CellsProps) {
  if (markup === "today") return children;
  const cells = Children.toArray(children);
  const end = to ?? cells.length;
  return [...cells.slice(0, from), ...cells.slice(from, end).reverse(), ...cells.slice(end)];
}
