import type { Trouble, TroubleKind } from "../../messaging/page-status";

/** Who notices trouble; each has at most one at a time. */
type Noticer = "tracker" | "view";

/** What goes wrong on this page right now. */
export interface TroubleLog {
  /** Notes what goes wrong, and when it is tried again (milliseconds since 1970); `kind` null: nothing does. */
  note(by: Noticer, kind: TroubleKind | null, retryAt?: number | null): void;
  list(): Trouble[];
}

/** `onChange` hears of every change, and not of what stays the same. */
export function createTroubleLog(onChange: (troubles: Trouble[]) => void): TroubleLog {
  const noticed = new Map<Noticer, Trouble>();
  const list = () => [...noticed.values()];
  return {
    note(by, kind, retryAtMs = null) {
      const before = noticed.get(by);
      const retryAt = retryAtMs === null ? null : new Date(retryAtMs).toISOString();
      if (before?.kind === (kind ?? undefined) && (kind === null || before?.retryAt === retryAt)) return;
      if (kind === null) noticed.delete(by);
      else {
        const since = before?.kind === kind ? before.since : new Date().toISOString();
        noticed.set(by, { kind, since, retryAt });
      }
      onChange(list());
    },
    list,
  };
}
