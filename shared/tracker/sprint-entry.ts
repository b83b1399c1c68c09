/** A request as a script in the page's own world sees it, with its body as text. */
export interface SeenRequest {
  /** In capitals. */
  method: string;
  /** Absolute. */
  url: string;
  /** The `Content-Type` header; empty: none was set. */
  contentType: string;
  body: string;
}

/** An issue that a request makes, as far as the request says; all by key or id. */
export interface NewIssue {
  /** An id that the client chose; null: the tracker will. */
  id: string | null;
  parent: string | null;
  /** The issue type's id or name. */
  type: string | null;
  /** The project or team that it is made in. */
  scope: string | null;
  /** The bet that it is made for, where that is not its parent. */
  bet: string | null;
  /** The state that it is made in, where the tracker may choose a sprint by that. */
  state?: string | null | undefined;
}

/** One thing that a request does to a sprint, in the request's own references: ids or keys. */
export type SprintMove =
  /** `field`: whether this is a sprint depends on what this field is. */
  | { act: "enter"; issue: string; sprint: string; field?: string | undefined }
  /** `sprint` null: the tracker may choose one, by what the issue belongs to. */
  | { act: "create"; issue: NewIssue; sprint: string | null; field?: string | undefined }
  | { act: "start"; sprint: string }
  /** The tracker may put the issue into a sprint because of its new state, or its new team. */
  | { act: "change-state"; issue: string; state: string }
  | { act: "change-team"; issue: string; team: string };

/** A move that names no sprint: whether it is an entry depends on the tracker's own settings. */
export type LeftToTracker =
  | Extract<SprintMove, { act: "change-state" | "change-team" }>
  | (Extract<SprintMove, { act: "create" }> & { sprint: null });

/** What a request would do to sprints; it has at least one move. */
export interface SprintEntry {
  moves: SprintMove[];
  /** In what shape its sender reads answers. */
  reply: ReplyShape;
}

export type ReplyShape =
  | { kind: "rest" }
  /** `paths`: the names in the answer of what would do it, one list for each operation; a batch has a list of answers. */
  | { kind: "graphql"; paths: string[][]; isBatch: boolean };

/** An answer that the page takes for its tracker's. */
export interface SyntheticAnswer {
  status: number;
  contentType: string;
  body: string;
}

/** What a tracker's site has told so far that helps to recognise its requests. */
export interface SiteHints {
  /** The custom field that holds the sprint; null: not known yet. */
  sprintField: string | null;
}

/**
 * The first look at a tracker's requests, in the page's own world and so in every page: pure, tiny, never throws. It says no for nearly
 * every request; what it does not say no to is read with care elsewhere.
 */
export interface GateScreen {
  /** Whether a request that is no GET goes to this tracker and may change it; `body` as the page gave it. */
  mayWrite(url: string, body: unknown): boolean;
  /** Whether it may put something into a sprint, by method and address alone. */
  mayEnter(method: string, url: string): boolean;
  /** Whether it still may, by the words in its body. */
  mayMean(url: string, body: string): boolean;
}

/** How one tracker's requests are recognised and refused. Pure, never throws, and trusts nothing of what it reads. */
export interface TrackerGate {
  /** Finds the key of a ticket in the path of its page; the first group. */
  keyIn: RegExp;
  /** Null: it puts nothing into a sprint, or has no shape that is known. */
  read(request: SeenRequest, hints: SiteHints): SprintEntry | null;
  /** Refuses it with this sentence, so that the tracker's page rolls back and shows it. */
  refuse(entry: SprintEntry, sentence: string): SyntheticAnswer;
}
