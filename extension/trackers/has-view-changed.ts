/** What one look at a view found. */
export interface ViewEvidence {
  /** How many places and landmarks the view is known for. */
  known: number;
  /** Of those, what was there: badges that its rules placed, and landmarks. */
  found: number;
  /** Rows, cards or headers that its rules recognise. */
  units: number;
  /** Links to tickets on the page. */
  links: number;
  /** Badges that the link rule placed where one of the view's own rules should have. */
  placedByLink: number;
  /** So many of them are no coincidence. */
  telling: number;
}

/** True where tickets stand in a view and nothing that it is known for, or where its rows lead to no ticket any more. */
export function hasViewChanged(it: ViewEvidence): boolean {
  if (it.known === 0) return false;
  return (it.found === 0 && it.placedByLink >= it.telling) || (it.links === 0 && it.units >= it.telling);
}
