import { useEffect, useMemo, useState } from "react";
import type { DropPlace } from "../drag/dragged-issue";
import { useIssueDrop } from "../drag/use-issue-drop";
import { notInSandbox, showFlag } from "../flags";
import { Link } from "../link";
import { refresh } from "../live";
import { fetchBoard, rankInSprint, transitionIssue } from "../page-api";
import { ListToolbar, noFilter, passes } from "../parts/list-toolbar";
import { backlogHref } from "../route";
import { useResource } from "../use-resource";
import type { BoardData, Navigation } from "../wire";
import { BoardColumn } from "./board-column";
import { applyCardMove, type CardMove, columnOf } from "./move-card";

/** The board of the active sprint. */
export function BoardPage({ project }: { project: Navigation["projects"][number] }) {
  const { boardId, boardName } = project;
  const { loaded, error, replace } = useResource(`board ${boardId}`, (signal) => fetchBoard(boardId, signal));
  useEffect(() => {
    document.title = `${boardName} - Agile board - Jira`;
  }, [boardName]);
  if (!loaded) return error ? <p className="page-message">{error}</p> : <div className="skeleton" />;
  return <Board project={project} data={loaded.data} reading={loaded.reading} replace={replace} />;
}

interface Props {
  project: Navigation["projects"][number];
  data: BoardData;
  reading: number;
  replace: (data: BoardData) => void;
}

/** The move that a drop asks for; null where it changes nothing. */
function moveOf(data: BoardData, key: string, places: readonly DropPlace[]): CardMove | null {
  const column = places.find((place) => place.kind === "list");
  const card = places.find((place) => place.kind === "row");
  if (!column || card?.key === key) return null;
  const issue = data.issuesData.issues.find((it) => it.key === key);
  if (!card) return issue && columnOf(data, issue) === column.id ? null : { key, columnId: column.id };
  return { key, columnId: column.id, beside: { key: card.key, edge: card.edge } };
}

function Board({ project, data, reading, replace }: Props) {
  const [filter, setFilter] = useState(noFilter);
  // State, not a ref: the columns have to render again once the element is there.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const { columns } = data.columnsData;
  const { issues } = data.issuesData;
  const shown = useMemo(() => issues.filter((issue) => passes(filter, issue)), [issues, filter]);

  async function send(move: CardMove) {
    const issue = issues.find((it) => it.key === move.key);
    const statusId = columns.find((column) => column.id === move.columnId)?.statusIds[0];
    if (issue && statusId && columnOf(data, issue) !== move.columnId)
      await transitionIssue(move.key, statusId);
    if (!issue || !move.beside) return;
    const { key, edge } = move.beside;
    await rankInSprint({
      idOrKeys: [move.key],
      sprintId: data.sprintsData.sprints.find((sprint) => issue.sprintIds.includes(sprint.id))?.id,
      addToBacklog: false,
      customFieldId: data.rankCustomFieldId,
      rapidViewId: project.boardId,
      calculateNewIssuesOrder: false,
      ...(edge === "before" ? { idOrKeyBefore: key } : { idOrKeyAfter: key }),
    });
  }

  useIssueDrop((key, places) => {
    const move = moveOf(data, key, places);
    if (!move) return;
    replace(applyCardMove(data, move));
    send(move).then(refresh, (reason: unknown) => {
      replace(data);
      const detail = reason instanceof Error ? reason.message : String(reason);
      showFlag({ tone: "error", title: "We couldn't move the work item", detail });
    });
  });

  if (data.sprintsData.sprints.length === 0) return <NoSprint project={project} />;
  return (
    <div className="board" data-testid="software-board.board">
      <div className="board-bar">
        <ListToolbar label="Search board" issues={issues} filter={filter} onFilter={setFilter} />
        <button
          type="button"
          className="button"
          data-testid="software-board.header.complete-sprint-button"
          onClick={() => notInSandbox("Complete sprint")}
        >
          Complete sprint
        </button>
      </div>
      <div className="board-area" data-testid="software-board.board-area">
        <div
          className="board-scroll"
          ref={setScroller}
          data-testid="platform-board-kit.ui.board.scroll.board-scroll"
        >
          <div className="columns">
            {columns.map((column) => (
              <BoardColumn
                key={column.id}
                id={column.id}
                name={column.name}
                issues={shown.filter((issue) => columnOf(data, issue) === column.id)}
                reading={reading}
                scroller={scroller}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

/** What a board shows while no sprint runs. */
const NoSprint = ({ project }: Pick<Props, "project">) => (
  <div className="page-message" data-testid="software-board.board">
    <h2>Get started in the backlog</h2>
    <p>
      Plan and start a sprint to see work items here.{" "}
      <Link href={backlogHref(project.key, project.boardId)}>Go to Backlog</Link>
    </p>
  </div>
);
