interface Look {
  /** Part of the token name: `--ds-background-accent-<colour>-subtle`. */
  colour: string;
  path: string;
}

const looks: Record<string, Look> = {
  Story: { colour: "lime", path: "M5 4h6v8.5l-3-2.3-3 2.3z" },
  Task: { colour: "blue", path: "M4.5 8.3l2.3 2.3 4.7-5" },
  Bug: { colour: "red", path: "M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z" },
  Epic: { colour: "purple", path: "M8.8 3.5L5 8.8h2.8l-.6 3.7L11 7.2H8.2z" },
  Initiative: { colour: "orange", path: "M8 4v8M8 4L5 7M8 4l3 3" },
  Incident: { colour: "magenta", path: "M8 4v5M8 11.5v.2" },
  Spike: { colour: "teal", path: "M7.3 10.3a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM9.5 9.5L12 12" },
  "Sub-task": { colour: "blue", path: "M4.5 4.5h3.5v3.5h-3.5zM8 8h3.5v3.5H8z" },
};
const other: Look = { colour: "gray", path: "M4.5 8h7M8 4.5v7" };
const filled = new Set(["Story", "Bug", "Epic"]);

/** The coloured square of an issue type; types that Jira does not ship look alike. */
export function TypeIcon({ name, testId }: { name: string; testId?: string }) {
  const { colour, path } = looks[name] ?? other;
  return (
    <span
      className={`type-icon type-icon-${colour}`}
      role="img"
      aria-label={name}
      title={name}
      data-testid={testId}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path
          d={path}
          fill={filled.has(name) ? "currentColor" : "none"}
          stroke={filled.has(name) ? "none" : "currentColor"}
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </span>
  );
}
