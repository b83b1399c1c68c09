import type { Lane } from "../../domain/lane";

/** What a person decided of an orphan. `title` is that of the bet. */
export type Choice =
  | { kind: "parent"; value: string; title: string }
  | { kind: "lane"; value: Lane }
  | { kind: "deferral"; value: string };

/** One orphan of a decision; `writeId` is made once, so that however often it is asked, it is written once. */
export interface Entry {
  object: string;
  key: string;
  writeId: string;
}

/** One decision, of one orphan or of many. */
export interface Act {
  id: string;
  choice: Choice;
  entries: readonly Entry[];
  /** It was over before this panel was opened: what is an orphan again is listed again. */
  isPast?: boolean;
}

/** What takes a decision back, as writes of its own. */
export const backOf = (act: Act): Act => ({
  ...act,
  id: `${act.id}-undo`,
  entries: act.entries.map((it) => ({ ...it, writeId: `${it.writeId}-undo` })),
});

export interface TriageState {
  /** The orphans by their lasting ids, as they were listed. */
  order: readonly string[];
  focus: string | null;
  /** The last one is undone first. */
  acts: readonly Act[];
  /** What was undone, the last one last. */
  undone: readonly Act[];
  selected: ReadonlySet<string>;
  /** Where a range of the selection starts. */
  anchor: string | null;
}

export type TriageEvent =
  | { kind: "listed"; order: readonly string[] }
  | { kind: "found"; order: readonly string[] }
  | { kind: "focused"; object: string }
  | { kind: "skipped" }
  | { kind: "decided"; act: Act }
  | { kind: "undone"; id: string }
  | { kind: "selected"; object: string; on: boolean; range: boolean }
  | { kind: "selected-all"; on: boolean };

export const emptyTriage: TriageState = {
  order: [],
  focus: null,
  acts: [],
  undone: [],
  selected: new Set(),
  anchor: null,
};

/** The orphans that nothing was decided of yet, in order. */
export function openOrphans({ order, acts }: Pick<TriageState, "order" | "acts">): string[] {
  const decided = new Set(
    acts.flatMap(({ entries, isPast }) => (isPast ? [] : entries).map(({ object }) => object)),
  );
  return order.filter((it) => !decided.has(it));
}

/** What comes of the list, the focus and the selection by one event. */
export function triage(state: TriageState, event: TriageEvent): TriageState {
  switch (event.kind) {
    case "listed":
      return settle({ ...state, order: event.order }, state);
    case "found": {
      // What is listed stays where it is, though nobody would list it anew: it may be taken back.
      const listed = new Set(state.order);
      return settle(
        { ...state, order: [...state.order, ...event.order.filter((it) => !listed.has(it))] },
        state,
      );
    }
    case "focused":
      return settle({ ...state, focus: event.object }, state);
    case "skipped":
      return { ...state, focus: following(openOrphans(state), state.focus) };
    case "decided": {
      if ([...state.acts, ...state.undone].some(({ id }) => id === event.act.id)) return state;
      return settle({ ...state, acts: [...state.acts, event.act] }, state);
    }
    case "undone": {
      const act = state.acts.find(({ id }) => id === event.id);
      if (act === undefined) return state;
      const acts = state.acts.filter((it) => it !== act);
      const undone = [...state.undone, act];
      return settle({ ...state, acts, undone, focus: act.entries[0]?.object ?? state.focus }, state);
    }
    case "selected":
      return select(state, event);
    case "selected-all":
      return { ...state, selected: new Set(event.on ? openOrphans(state) : []), anchor: null };
  }
}

function select(state: TriageState, event: TriageEvent & { kind: "selected" }): TriageState {
  const open = openOrphans(state);
  const [from, to] = [open.indexOf(event.range ? (state.anchor ?? "") : ""), open.indexOf(event.object)];
  const meant = from < 0 ? [event.object] : open.slice(Math.min(from, to), Math.max(from, to) + 1);
  const selected = new Set(state.selected);
  for (const it of meant) event.on ? selected.add(it) : selected.delete(it);
  return settle({ ...state, selected, anchor: event.object }, state);
}

/** Nothing decided stays in focus or selected; the focus moves on to what followed it in `before`. */
function settle(state: TriageState, before: TriageState): TriageState {
  const open = openOrphans(state);
  const still = new Set(open);
  const selected = new Set([...state.selected].filter((it) => still.has(it)));
  let focus = state.focus;
  if (focus === null || !still.has(focus)) {
    const at = before.order.indexOf(focus ?? "");
    const after = [...before.order.slice(at + 1), ...before.order.slice(0, Math.max(at, 0))];
    focus = after.find((it) => still.has(it)) ?? open[0] ?? null;
  }
  return { ...state, focus, selected };
}

const following = (open: readonly string[], focus: string | null): string | null =>
  open[(open.indexOf(focus ?? "") + 1) % Math.max(1, open.length)] ?? null;
