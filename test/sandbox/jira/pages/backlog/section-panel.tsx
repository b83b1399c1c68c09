import { useRef } from "react";
import { SprintMenu } from "../apps/app-actions";
import { shortDate } from "../dates";
import { useDropList } from "../drag/use-drop-list";
import { notInSandbox } from "../flags";
import { Glyph } from "../parts/glyph";
import type { Navigation, WireIssue, WireStatus } from "../wire";
import { InlineCreate } from "./inline-create";
import type { PlacedSection } from "./placement";

interface Props {
  section: PlacedSection;
  /** True where another sprint runs already. */
  otherRuns: boolean;
  onToggle: (id: string) => void;
  onCreate: (sprintId: number | null, summary: string) => void;
  onStart: (sprintId: number) => void;
  /** For whom and where the actions of apps are. */
  apps: { project: Navigation["projects"][number]; accountId: string };
}

const points = (issues: readonly WireIssue[], category: WireStatus["category"]): number =>
  issues
    .filter((issue) => issue.status.category === category)
    .reduce((sum, issue) => sum + (issue.estimateStatistic.statFieldValue.value ?? 0), 0);

function countOf({ issues, visible }: PlacedSection): string {
  if (visible.length !== issues.length) return `(${visible.length} of ${issues.length} work items visible)`;
  return `(${issues.length} work item${issues.length === 1 ? "" : "s"})`;
}

/** A sprint's or the backlog's panel. Its rows lie over it, in a layer of their own (see `BacklogPage`). */
export function SectionPanel({ section, otherRuns, onToggle, onCreate, onStart, apps }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const over = useDropList(container, section.id);
  const { id, sprint, open } = section;
  return (
    <li className="section" style={{ transform: `translateY(${section.top}px)`, height: section.height }}>
      <div
        ref={container}
        className={`section-container ${over ? "section-over" : ""}`}
        data-testid={`software-backlog.card-list.container.${id}`}
      >
        <div className="section-header">
          {/* biome-ignore lint/a11y/useSemanticElements: the real header is a div with a role */}
          <div
            role="button"
            tabIndex={0}
            className="section-toggle"
            aria-expanded={open}
            aria-controls={`backlog-accordion-${id}`}
            data-testid="software-backlog.card-list.left-side"
            onClick={() => onToggle(id)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" && event.key !== " ") return;
              event.preventDefault();
              onToggle(id);
            }}
          >
            <Glyph name={open ? "chevronDown" : "chevronRight"} />
            <h2>{sprint?.name ?? "Backlog"}</h2>
            {sprint?.startDate && sprint.endDate && (
              <span className="section-dates">
                {shortDate(sprint.startDate)} – {shortDate(sprint.endDate)}
              </span>
            )}
            <span className="section-count">{countOf(section)}</span>
          </div>
          <div className="section-actions">
            {(["new", "indeterminate", "done"] as const).map((category) => (
              <span key={category} className={`points points-${category}`}>
                {points(section.issues, category)}
              </span>
            ))}
            <SectionButton section={section} otherRuns={otherRuns} onStart={onStart} />
            {sprint === null ? (
              <button
                type="button"
                className="icon-button"
                aria-label="Backlog: more actions"
                data-testid={`software-backlog.card-list.sprints-menu.${id}`}
                onClick={() => notInSandbox("The menu of the backlog")}
              >
                <Glyph name="more" />
              </button>
            ) : (
              <SprintMenu {...apps} sprint={sprint} otherwise={() => notInSandbox("The menu of a sprint")} />
            )}
          </div>
        </div>
        <div
          className="section-body"
          id={`backlog-accordion-${id}`}
          data-testid="software-backlog.card-list.accordion"
        >
          {open && section.visible.length === 0 && (
            <p className="section-empty">
              {sprint
                ? "Plan a sprint by dragging work items into it, or by creating new ones."
                : "Your backlog is empty."}
            </p>
          )}
        </div>
        {open && <InlineCreate onCreate={(summary) => onCreate(sprint?.id ?? null, summary)} />}
      </div>
    </li>
  );
}

function SectionButton({
  section: { sprint },
  otherRuns,
  onStart,
}: Pick<Props, "section" | "otherRuns" | "onStart">) {
  const label =
    sprint === null ? "Create sprint" : sprint.state === "ACTIVE" ? "Complete sprint" : "Start sprint";
  return (
    <button
      type="button"
      className="button"
      disabled={label === "Start sprint" && otherRuns}
      data-testid={sprint === null ? "software-backlog.card-list.create-sprint-button" : undefined}
      onClick={() => (label === "Start sprint" && sprint ? onStart(sprint.id) : notInSandbox(label))}
    >
      {label}
    </button>
  );
}
