import type { WorkflowState } from "../data/model";

/** Linear's status circle: dashed for backlog, open, part filled, or a disc with a mark. */
export function StatusIcon({ state, size = 14 }: { state: WorkflowState | undefined; size?: number }) {
  const color = state?.color ?? "#95a2b3";
  const type = state?.type ?? "unstarted";
  const closed = type === "completed" || type === "canceled";
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 14 14"
      fill="none"
      role="img"
      aria-label={state?.name ?? "No status"}
    >
      <circle
        cx="7"
        cy="7"
        r="6"
        stroke={color}
        strokeWidth="1.5"
        fill={closed ? color : "none"}
        strokeDasharray={type === "backlog" ? "1.4 1.74" : undefined}
      />
      {type === "started" && <path d="M7 3.5a3.5 3.5 0 0 1 0 7Z" fill={color} />}
      {type === "completed" && (
        <path
          d="m4.3 7.2 2 2 3.5-3.9"
          stroke="var(--color-bg-primary)"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
      {type === "canceled" && (
        <path
          d="m4.9 4.9 4.2 4.2m0-4.2L4.9 9.1"
          stroke="var(--color-bg-primary)"
          strokeWidth="1.5"
          strokeLinecap="round"
        />
      )}
    </svg>
  );
}
