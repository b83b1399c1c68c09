import { Database } from "../../../extension/store/database";
import { createOutbox } from "../../../extension/store/outbox";
import { type Lock, leaseLock } from "../../../extension/store/outbox-lock";
import type { Outbox } from "../../../shared/outbox/outbox";
import type { Sender } from "../../../shared/outbox/outbox-sender";

/** Thrown at the step at which a context is killed, and at every one after it. */
export class Killed extends Error {}

/** A context that ends after so many steps: a write to the database, or the way to the tracker or back. */
export class Life {
  private left = Number.POSITIVE_INFINITY;

  endAfter(steps: number): void {
    this.left = steps;
  }

  get isOver(): boolean {
    return this.left <= 0;
  }

  step(): void {
    if (this.isOver) throw new Killed();
    this.left -= 1;
    if (this.isOver) throw new Killed();
  }
}

/** A browser lock shared by contexts: free again as soon as its holder is dead. */
export function createSharedLock(): (life: Life) => Lock {
  let holder: Life | null = null;
  return (life) => async (run) => {
    if (holder !== null && !holder.isOver) return false;
    holder = life;
    try {
      await run(async () => true);
    } finally {
      if (holder === life) holder = null;
    }
    return true;
  };
}

export interface Context {
  outbox: Outbox;
  life: Life;
  close(): void;
}

let owners = 0;

/** One extension context over a database that others share; `lockOf` null: it makes do with leases. */
export function openContext(
  name: string,
  sender: Sender,
  now: () => number,
  lockOf: ((life: Life) => Lock) | null,
): Context {
  const life = new Life();
  const database = new Database(name);
  database.use({
    stack: "dbcore",
    name: "mortal",
    create: (core) => ({
      ...core,
      table: (tableName) => {
        const table = core.table(tableName);
        return {
          ...table,
          mutate: async (request) => {
            life.step();
            return table.mutate(request);
          },
        };
      },
    }),
  });
  const { lookMany } = sender;
  const mortal: Sender = {
    look: async (...args) => {
      life.step();
      const seen = await sender.look(...args);
      life.step();
      return seen;
    },
    send: async (...args) => {
      life.step();
      const sent = await sender.send(...args);
      life.step();
      return sent;
    },
    ...(lookMany !== undefined && {
      lookMany: async (...args) => {
        life.step();
        const seen = await lookMany(...args);
        life.step();
        return seen;
      },
    }),
  };
  owners += 1;
  const lock =
    lockOf?.(life) ?? leaseLock(database, "outbox", { owner: `context ${owners}`, leaseMs: 60_000, now });
  const outbox = createOutbox(database, {
    senderOf: (kind) => (kind === "part" || kind === "comment" ? mortal : undefined),
    lock,
    now,
    random: () => 0.5,
  });
  return { outbox, life, close: () => database.close() };
}
