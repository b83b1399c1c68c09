import { useEffect, useMemo, useRef, useState } from "react";
import { BacklogActions } from "../apps/app-actions";
import { useIssueDrop } from "../drag/use-issue-drop";
import { showFlag } from "../flags";
import { refresh } from "../live";
import { createIssue, fetchBacklog, rankInSprint, startSprint, transitionIssue } from "../page-api";
import { ListToolbar, noFilter, passes } from "../parts/list-toolbar";
import { useResource } from "../use-resource";
import type { BacklogData, Navigation, WireIssue, WireStatus } from "../wire";
import { BacklogRow } from "./backlog-row";
import { applyMove, isIdle, type Move, moveTogether, rankBody, withNeighbour } from "./move";
import { place, rowsBetween } from "./placement";
import { SectionPanel } from "./section-panel";
import { openAtFirst, sectionsOf, sprintOf } from "./sections";
import { StartDialog } from "./start-dialog";
import { useFocusStep } from "./use-focus-step";
import { useStretch } from "./use-stretch";

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const sprintIdOf = (sectionId: string): number | null => (sectionId === "BACKLOG" ? null : Number(sectionId));

/**
 * The backlog of a board. Sections are panels in the list; the rows lie over them in a layer of their own,
 * in as many recycled elements as fit on the screen, never in the order of the eye.
 */
export function BacklogPage({ project, user }: Pick<Props, "project" | "user">) {
  const { boardId, boardName } = project;
  const { loaded, error, replace } = useResource(`backlog ${boardId}`, (signal) =>
    fetchBacklog(boardId, signal),
  );
  useEffect(() => {
    document.title = `Backlog - ${boardName} - Jira`;
  }, [boardName]);
  if (!loaded) return error ? <p className="page-message">{error}</p> : <div className="skeleton" />;
  return (
    <Backlog project={project} user={user} data={loaded.data} reading={loaded.reading} replace={replace} />
  );
}

interface Props {
  project: Navigation["projects"][number];
  user: Navigation["user"];
  data: BacklogData;
  reading: number;
  replace: (data: BacklogData) => void;
}

function Backlog({ project, user, data, reading, replace }: Props) {
  const apps = { project, accountId: user.accountId };
  const [filter, setFilter] = useState(noFilter);
  const [openIds, setOpenIds] = useState(() => openAtFirst(data));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [starting, setStarting] = useState<number | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const stretch = useStretch(scroller);
  const placement = useMemo(
    () =>
      place(
        sectionsOf(
          data,
          (id) => openIds.has(id),
          (issue) => passes(filter, issue),
        ),
      ),
    [data, openIds, filter],
  );
  const step = useFocusStep(scroller, placement.rows);

  /** Shows `next` at once, writes, and takes it back with a flag when the site refuses. */
  async function write(title: string, next: BacklogData, send: () => Promise<unknown>) {
    replace(next);
    try {
      await send();
    } catch (reason) {
      replace(data);
      showFlag({ tone: "error", title, detail: messageOf(reason) });
    }
    refresh();
  }

  function move(wish: Move) {
    if (isIdle(wish)) return;
    const whole = withNeighbour(data, wish);
    void write("We couldn't move the work item", applyMove(data, whole), () =>
      rankInSprint(rankBody(data, project.boardId, whole)),
    );
  }

  /** What a row's menu moves: that row, or with it all that are selected. */
  function moveFrom(key: string, sprintId: number | null) {
    if (!selected.has(key) || selected.size === 1) return move({ key, sprintId });
    const keys = data.issues.flatMap((issue) => (selected.has(issue.key) ? issue.key : []));
    const { next, body } = moveTogether(data, project.boardId, keys, sprintId);
    setSelected(new Set());
    void write("We couldn't move the work items", next, () => rankInSprint(body));
  }

  function select(key: string) {
    const next = new Set(selected);
    if (!next.delete(key)) next.add(key);
    setSelected(next);
  }

  function start(sprintId: number, startDate: Date, endDate: Date) {
    setStarting(null);
    void write("We couldn't start the sprint", data, () => startSprint(sprintId, startDate, endDate));
  }

  useIssueDrop((key, [place]) => {
    if (place?.kind === "list") move({ key, sprintId: sprintIdOf(place.id) });
    const neighbour = data.issues.find((issue) => place?.kind === "row" && issue.key === place.key);
    if (place?.kind !== "row" || !neighbour) return;
    const at = place.edge === "before" ? { beforeKey: neighbour.key } : { afterKey: neighbour.key };
    move({ key, sprintId: sprintOf(neighbour, data), ...at });
  });

  function changeStatus(issue: WireIssue, status: WireStatus) {
    const issues = data.issues.map((it) =>
      it === issue ? { ...issue, status, done: status.category === "done" } : it,
    );
    void write("We couldn't change the status", { ...data, issues }, () =>
      transitionIssue(issue.key, status.id),
    );
  }

  function create(sprintId: number | null, summary: string) {
    void write("We couldn't create the work item", data, async () => {
      const { key } = await createIssue(project.key, summary);
      if (sprintId === null) return;
      await rankInSprint(rankBody(data, project.boardId, withNeighbour(data, { key, sprintId })));
    });
  }

  function toggle(id: string) {
    const next = new Set(openIds);
    if (!next.delete(id)) next.add(id);
    setOpenIds(next);
  }

  const toStart = data.sprints.find(({ id }) => id === starting);
  const rows = rowsBetween(placement.rows, stretch.from, stretch.to);
  // Ordered by slot, so that no element ever moves in the document: only what it holds changes.
  const bySlot = rows
    .map((row) => ({ row, slot: row.index % stretch.slots }))
    .sort((one, other) => one.slot - other.slot);

  return (
    <div className="backlog" data-testid="software-backlog.backlog">
      {toStart && (
        <StartDialog
          sprint={toStart}
          onStart={(startDate, endDate) => start(toStart.id, startDate, endDate)}
          onCancel={() => setStarting(null)}
        />
      )}
      <ListToolbar label="Search backlog" issues={data.issues} filter={filter} onFilter={setFilter}>
        <BacklogActions {...apps} />
      </ListToolbar>
      <div
        className="backlog-scroller"
        ref={scroller}
        data-testid="software-backlog.backlog-content.scrollable"
      >
        <div className="backlog-content" style={{ height: placement.height }}>
          <ul className="sections">
            {placement.sections.map((section) => (
              <SectionPanel
                key={section.id}
                section={section}
                otherRuns={data.sprints.some((it) => it.state === "ACTIVE" && it !== section.sprint)}
                onToggle={toggle}
                onCreate={create}
                onStart={setStarting}
                apps={apps}
              />
            ))}
          </ul>
          <div className="rows">
            {bySlot.map(({ row, slot }) => (
              <BacklogRow
                key={slot}
                issue={row.issue}
                selected={selected.has(row.issue.key)}
                sprintId={row.section.sprint?.id ?? null}
                rowIndex={row.index}
                top={row.top}
                reading={reading}
                statuses={data.statuses}
                sprints={data.sprints}
                onMove={moveFrom}
                onSelect={select}
                onStatus={changeStatus}
                onStep={step}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}
