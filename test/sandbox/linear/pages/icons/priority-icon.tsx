import { priorityName } from "../data/priority-name";

/** Linear's three bars, its orange square for urgent, its dashes for none. */
export function PriorityIcon({ priority }: { priority: number }) {
  const label = priorityName(priority);
  if (priority === 1) {
    return (
      <svg width="16" height="16" viewBox="0 0 16 16" role="img" aria-label={label} fill="#f2790d">
        <path d="M3 1a2 2 0 0 0-2 2v10c0 1.1.9 2 2 2h10a2 2 0 0 0 2-2V3a2 2 0 0 0-2-2H3Zm4 3h2l-.25 4.5h-1.5L7 4Zm2 7a1 1 0 1 1-2 0 1 1 0 0 1 2 0Z" />
      </svg>
    );
  }
  const height = (bar: number) => (priority === 0 ? 1.5 : 2 + bar * 3);
  const lit = (bar: number) => priority !== 0 && bar <= 5 - priority;
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" role="img" aria-label={label} fill="currentColor">
      {[1, 2, 3].map((bar) => (
        <rect
          key={bar}
          x={1.5 + (bar - 1) * 5}
          y={priority === 0 ? 7.25 : 14 - height(bar)}
          width="3"
          height={height(bar)}
          rx={priority === 0 ? 0.5 : 1}
          fillOpacity={lit(bar) ? 0.9 : priority === 0 ? 0.6 : 0.35}
        />
      ))}
    </svg>
  );
}
