const looks: Record<string, { colour: string; path: string }> = {
  Highest: { colour: "--ds-icon-danger", path: "M3.5 8.5L8 4l4.5 4.5M3.5 12.5L8 8l4.5 4.5" },
  High: { colour: "--ds-icon-danger", path: "M3.5 10L8 5.5l4.5 4.5" },
  Medium: { colour: "--ds-icon-warning", path: "M3.5 6h9M3.5 10h9" },
  Low: { colour: "--ds-icon-information", path: "M3.5 6L8 10.5 12.5 6" },
  Lowest: { colour: "--ds-icon-information", path: "M3.5 3.5L8 8l4.5-4.5M3.5 7.5L8 12l4.5-4.5" },
};

/** Jira's arrow for a priority; an unknown one shows as Medium. */
export function PriorityIcon({ name }: { name: string }) {
  const look = looks[name] ?? looks.Medium;
  return (
    <span className="priority-icon" role="img" aria-label={name} title={`Priority: ${name}`}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path
          d={look?.path}
          fill="none"
          stroke={`var(${look?.colour})`}
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </span>
  );
}
