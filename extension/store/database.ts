import Dexie, { type EntityTable, type Table } from "dexie";
import type { OutboxRow } from "../../shared/outbox/outbox-row";

/** One object as the tracker last described it. `item` null: it was asked for and the tracker did not give it. */
export interface ItemRow {
  site: string;
  id: string;
  key: string;
  /** A WorkItem; parsed when it is read, since an older version may have written it. */
  item: unknown;
  /** With `item` null: the tracker did give it, in a shape that could not be understood. */
  malformed: boolean;
  /** Milliseconds since 1970. */
  readAt: number;
}

export interface PolicyRow {
  site: string;
  scope: string;
  /** A Reading of a Policy, parsed when it is read. */
  policy: unknown;
  readAt: number;
}

/** One ticket that a badge showed on one day. */
export interface SeenRow {
  /** The person's local day, `2026-11-24`. */
  day: string;
  site: string;
  key: string;
  state: "aligned" | "lane" | "orphan";
}

export interface LinearKeyRow {
  id: "linear";
  key: string;
  workspace: string;
  organization: string;
  person: string;
}

/** Until when a site must not be asked, because it said so. */
export interface PauseRow {
  site: string;
  kind: "rate-limited" | "server";
  since: number;
  until: number;
  /** How often it said so in a row before. */
  strikes: number;
}

/** What one tab is asking a site for just now. */
export interface LeaseRow {
  site: string;
  tab: number;
  refs: string[];
  until: number;
}

/** Until when nothing is written to a site, because it asked for that. Milliseconds since 1970. */
export interface WritePauseRow {
  site: string;
  until: number;
}

/** Who does what only one context may do at a time, where the browser offers no lock for it. */
export interface LockRow {
  name: string;
  owner: string;
  until: number;
}

/** What a person was writing about one part of one object. */
export interface DraftRow {
  site: string;
  object: string;
  part: string;
  value: unknown;
  keptAt: number;
}

/** One entry of the gate's log; parsed when it is read. */
export interface GateLogRow {
  seq?: number;
  site: string;
  at: number;
}

/** What is remembered of the sprints of one scope; parsed when it is read. */
export interface SweepRow {
  site: string;
  scope: string;
  memory: unknown;
}

/** A page of a site sent something that may have changed its tracker. */
export interface PageWriteRow {
  seq?: number;
  site: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** One issue that was taken out of a sprint; parsed when it is read. */
export interface PutBackRow {
  id: string;
  site: string;
  state: string;
}

/** Why the sprints of a scope could not be looked after; parsed when it is read. */
export interface SweepTroubleRow {
  site: string;
  scope: string;
  kind: string;
  message: string | null;
  /** Milliseconds since 1970. */
  since: number;
}

/** The extension's own database: caches, what waits to be written, and the person's keys, where no content script can read them. */
export class Database extends Dexie {
  declare items: Table<ItemRow, [string, string]>;
  declare policies: Table<PolicyRow, [string, string]>;
  declare keys: EntityTable<LinearKeyRow, "id">;
  declare pauses: EntityTable<PauseRow, "site">;
  declare leases: Table<LeaseRow, [string, number]>;
  declare seen: Table<SeenRow, [string, string, string]>;
  declare outbox: EntityTable<OutboxRow, "seq">;
  declare writePauses: EntityTable<WritePauseRow, "site">;
  declare drafts: Table<DraftRow, [string, string, string]>;
  declare locks: EntityTable<LockRow, "name">;
  declare gateLog: Table<GateLogRow, number>;
  declare sweeps: Table<SweepRow, [string, string]>;
  declare pageWrites: Table<PageWriteRow, number>;
  declare putBacks: EntityTable<PutBackRow, "id">;
  declare sweepTroubles: Table<SweepTroubleRow, [string, string]>;

  constructor(name = "plumbline") {
    super(name);
    this.version(1).stores({
      items: "[site+id], [site+key], readAt",
      policies: "[site+scope], readAt",
      keys: "id",
    });
    this.version(2).stores({ pauses: "site", leases: "[site+tab], site" });
    this.version(3).stores({ seen: "[day+site+key], day" });
    this.version(4).stores({
      outbox: "++seq, &id, [site+object], state, doneAt",
      writePauses: "site",
      locks: "name",
    });
    this.version(5).stores({ drafts: "[site+object+part]" });
    this.version(6).stores({ gateLog: "++seq, [site+at], at" });
    this.version(7).stores({
      sweeps: "[site+scope], site",
      pageWrites: "++seq, [site+at], at",
      putBacks: "id, [site+state], at",
    });
    this.version(8).stores({ sweepTroubles: "[site+scope], site" });
  }
}
