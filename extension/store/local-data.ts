import { browser } from "wxt/browser";
import type { Database } from "./database";
import { readSettings } from "./settings";

/** All that Plumbline keeps in this browser, as JSON. The key is left out: it is a secret, and no data. */
export async function exportLocalData(
  database: Database,
  now: () => Date = () => new Date(),
): Promise<string> {
  const [settings, accounts, items, policies, seen, outbox, drafts, gateLog, sweeps, putBacks] =
    await Promise.all([
      readSettings(),
      database.keys.toArray(),
      database.items.toArray(),
      database.policies.toArray(),
      database.seen.toArray(),
      database.outbox.toArray(),
      database.drafts.toArray(),
      database.gateLog.toArray(),
      database.sweeps.toArray(),
      database.putBacks.toArray(),
    ]);
  const linearAccounts = accounts.map(({ workspace, organization, person }) => ({
    workspace,
    organization,
    person,
  }));
  const all = {
    exportedAt: now().toISOString(),
    settings,
    linearAccounts,
    items,
    policies,
    seen,
    outbox,
    drafts,
    gateLog,
    sweeps,
    putBacks,
  };
  return JSON.stringify(all, null, 2);
}

/** Forgets all that Plumbline keeps in this browser for the person. How long a tracker asked to wait is not theirs. */
export async function resetLocalData(database: Database): Promise<void> {
  const { items, policies, keys, seen, outbox, drafts, gateLog } = database;
  const { sweeps, pageWrites, putBacks, sweepTroubles } = database;
  const ofSweeps = [sweeps, pageWrites, putBacks, sweepTroubles];
  const tables = [items, policies, keys, seen, outbox, drafts, gateLog, ...ofSweeps];
  await database.transaction("rw", tables, () => Promise.all(tables.map((table) => table.clear())));
  await browser.storage.local.clear();
}
