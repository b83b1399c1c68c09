import { err, ok } from "../../../shared/domain/result";
import type { Versioned, Write } from "../../../shared/outbox/outbox-row";
import { type Seen, type Sender, writeFailure } from "../../../shared/outbox/outbox-sender";

/** What happens to one sending. `late`: the answer is lost and the write arrives only after a while. */
export type Fate =
  | "ok"
  | "answer-lost"
  | "never"
  | "late"
  | "slow-down"
  | "broken"
  | "throws"
  | "somebody-first";

/** One entry of a part's history. */
export interface Entry extends Versioned {
  by: "me" | "other";
  /** What the writer said that they wrote over. */
  over: string | null;
}

export const lateMs = 5_000;

/** Parts with versions and comments without, as a tracker without compare-and-set keeps them. */
export class FakeTracker {
  readonly parts = new Map<string, Entry[]>();
  readonly comments = new Map<string, string[]>();
  private readonly fates: Fate[] = [];
  private readonly lookFates: boolean[] = [];
  private readonly late: { at: number; land: () => void }[] = [];
  private versions = 0;
  /** The writes that were sent, whatever became of them. */
  readonly sendings: string[] = [];
  /** How many looks there were, at one or at many. */
  looks = 0;

  constructor(private readonly now: () => number) {}

  /** The next sendings meet these fates, the next looks fail where it says true; after them all is well. */
  expect(fates: readonly Fate[], failingLooks: readonly boolean[] = []): void {
    this.fates.push(...fates);
    this.lookFates.push(...failingLooks);
  }

  allIsWell(): void {
    this.fates.length = 0;
    this.lookFates.length = 0;
  }

  current(object: string): Versioned {
    this.arrive();
    const { version, value } = this.history(object).at(-1) ?? { version: "v0", value: null };
    return { version, value };
  }

  history(object: string): Entry[] {
    return this.parts.get(object) ?? [];
  }

  otherWrites(object: string, value: string): void {
    this.arrive();
    this.put(object, value, "other", this.current(object).version);
  }

  readonly sender: Sender = {
    look: async (write, since) => {
      this.looks += 1;
      this.arrive();
      if (this.lookFates.shift()) return err(writeFailure("offline"));
      return ok(this.seen(write, since));
    },
    send: async (write) => {
      this.arrive();
      this.sendings.push(write.id);
      const fate = this.fates.shift() ?? "ok";
      if (fate === "somebody-first" && write.kind !== "comment")
        this.otherWrites(write.object, `other, just before ${String(write.payload)}`);
      if (fate === "slow-down") return err(writeFailure("rate-limited", null, 7_000));
      if (fate === "never") return err(writeFailure("offline"));
      if (fate === "late") {
        this.late.push({ at: this.now() + lateMs, land: () => this.land(write) });
        return err(writeFailure("offline"));
      }
      this.land(write);
      if (fate === "answer-lost") return err(writeFailure("offline"));
      if (fate === "broken") return err(writeFailure("server"));
      if (fate === "throws") throw new TypeError("an answer of no known shape");
      return ok(undefined);
    },
  };

  /** The same, where many parts can be looked at in one call; objects whose name begins with `lone` cannot. */
  readonly together: Sender = {
    ...this.sender,
    lookMany: async (writes) => {
      this.looks += 1;
      this.arrive();
      if (this.lookFates.shift()) return err(writeFailure("offline"));
      const some = writes.filter(({ object }) => !object.startsWith("lone"));
      return ok(new Map(some.map((write) => [write.id, this.seen(write, write.base?.version ?? null)])));
    },
  };

  private seen(write: Write, since: string | null): Seen {
    if (write.kind === "comment") {
      const applied = (this.comments.get(write.object) ?? []).includes(write.id);
      return { applied, now: { version: "", value: null }, between: null };
    }
    const now = this.current(write.object);
    const applied = now.value === write.payload;
    const history = this.history(write.object);
    const start = history.findIndex(({ version }) => version === since) + 1;
    const own = history.findLastIndex(({ by, value }) => by === "me" && value === write.payload);
    const between = history.slice(start, Math.max(start, own)).findLast(({ by }) => by === "other");
    return {
      applied,
      now,
      between: between ? { version: between.version, value: between.value } : null,
    };
  }

  private land(write: Write): void {
    if (write.kind !== "comment") this.put(write.object, write.payload, "me", write.base?.version ?? null);
    else this.comments.set(write.object, [...(this.comments.get(write.object) ?? []), write.id]);
  }

  private put(object: string, value: unknown, by: Entry["by"], over: string | null): void {
    this.versions += 1;
    this.parts.set(object, [...this.history(object), { version: `v${this.versions}`, value, by, over }]);
  }

  private arrive(): void {
    const due = this.late.filter(({ at }) => at <= this.now());
    for (const it of due) {
      this.late.splice(this.late.indexOf(it), 1);
      it.land();
    }
  }
}
