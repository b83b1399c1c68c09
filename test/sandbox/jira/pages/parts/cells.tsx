import { Children, type ReactNode, use } from "react";
import { MarkupContext } from "../markup";

/** The parts of a row or card, which a release may put in another order: here the reverse. */
export function Cells({ children }: { children: ReactNode }) {
  return use(MarkupContext) === "renamed" ? Children.toArray(children).reverse() : children;
}
