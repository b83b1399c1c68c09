import type { Ticket } from "./company";
import { people } from "./northwind/people";
import type { TicketDraft } from "./northwind/work";
import { pick, pickWeighted, type Random, shuffle } from "./random";
import type { Family } from "./ticket-family";

const assignees = people.filter(({ role }) => role === "member" || role === "signer").map(({ id }) => id);

/** Where a draft lands which is not bound to a time; null is the backlog. */
const landing = [
  ["sprint-25", 1],
  ["sprint-26", 5],
  ["sprint-27", 4],
  [null, 6],
] as const;
const sprintOf = { closed: "sprint-23", active: "sprint-24", next: "sprint-25", backlog: null } as const;
const sprintOrder = ["sprint-23", "sprint-24", "sprint-25", "sprint-26", "sprint-27", null];

/** Tickets with numbers from `first` in the families' order, given back in rank order: sprint by sprint, then the backlog. */
export function sowTickets(families: readonly Family[], random: Random, first = 1): Ticket[] {
  let number = first - 1;
  const sown = families.map(({ betId, head, parts }): Ticket[] => {
    const sprintId = head.when === null ? pickWeighted(landing, random) : sprintOf[head.when];
    const ticket = sow(head, betId, sprintId, ++number, random);
    return [ticket, ...parts.map((summary) => sowPart(summary, ticket, ++number, random))];
  });
  const rank = ([head]: Ticket[]) => sprintOrder.indexOf(head?.sprintId ?? null);
  return shuffle(sown, random)
    .sort((a, b) => rank(a) - rank(b))
    .flat();
}

function sow(
  draft: TicketDraft,
  betId: string | null,
  sprintId: string | null,
  number: number,
  random: Random,
): Ticket {
  const { type, summary, description, lane, statement, labels } = draft;
  return {
    number,
    summary,
    description,
    type,
    status: statusIn(sprintId, random),
    points:
      type === "Incident"
        ? null
        : pickWeighted(
            [
              [1, 3],
              [2, 5],
              [3, 5],
              [5, 4],
              [8, 1],
              [null, sprintId === null ? 9 : 0],
            ],
            random,
          ),
    priority:
      draft.priority ??
      pickWeighted(
        [
          ["medium", 6],
          ["high", 2],
          ["low", 2],
          ["none", 1],
        ],
        random,
      ),
    assigneeId: random() < (sprintId === null ? 0.7 : 0.15) ? null : pick(assignees, random),
    betId,
    parentNumber: null,
    sprintId,
    lane,
    statement,
    labels: [...labels],
    importedKey: null,
  };
}

/** A sub-task: it serves its parent and goes where the parent goes. */
function sowPart(summary: string, parent: Ticket, number: number, random: Random): Ticket {
  return {
    ...parent,
    number,
    summary,
    description: "",
    type: "Sub-task",
    status: parent.status === "done" ? "done" : statusIn(parent.sprintId, random),
    points: null,
    assigneeId: parent.assigneeId === null ? null : pick(assignees, random),
    betId: null,
    parentNumber: parent.number,
    lane: null,
    statement: null,
    labels: [],
  };
}

function statusIn(sprintId: string | null, random: Random): Ticket["status"] {
  if (sprintId === sprintOf.closed) return "done";
  if (sprintId !== sprintOf.active) return "todo";
  return pickWeighted(
    [
      ["todo", 4],
      ["progress", 4],
      ["done", 3],
    ],
    random,
  );
}
