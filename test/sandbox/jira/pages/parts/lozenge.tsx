import type { WireReference, WireStatus } from "../wire";

/** A status in the colour of its category. */
export const StatusLozenge = ({ status }: { status: WireStatus }) => (
  <span className={`lozenge lozenge-${status.category}`}>{status.name}</span>
);

/** The epic's summary as Jira shows it on rows and cards: no key and no link. The story over a sub-task shows nothing. */
export function EpicLozenge({ parent }: { parent: WireReference | null }) {
  if (parent === null || parent.hierarchyLevel < 1) return null;
  return (
    <span className="epic-lozenge" title={parent.summary}>
      {parent.summary}
    </span>
  );
}
