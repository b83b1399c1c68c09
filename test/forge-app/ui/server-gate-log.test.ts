import { expect, it } from "vitest";
import { serverGateLog } from "../../../forge-app/ui/server-gate-log";
import type { GateLogEntry } from "../../../shared/domain/gate-log-entry";
import { err, ok } from "../../../shared/domain/result";
import { FakeBrowser } from "./fake-frame";

const day = 24 * 60 * 60_000;
const now = () => 100 * day;
const entry = (at: number): GateLogEntry => ({
  ...{ site: "", at, ring: "after", issue: "ATL-1", sprint: "2", verdict: "block", strict: "block" },
  ...{ reasons: [], why: null, override: null, ms: 5 },
});
const project = { id: "10000" };

it("is the app's log of the project, and beside it what the person did here, in their order", async () => {
  const asked: unknown[] = [];
  const ask = async (name: string, asks: unknown) => {
    asked.push([name, asks]);
    return ok([entry(98 * day), entry(99 * day)]);
  };
  const log = serverGateLog({ ask: ask as never }, project, new FakeBrowser().open(), now);
  await log.add([entry(98.5 * day), entry(10 * day)]);
  const read = await log.since("", 95 * day);
  expect(read.ok && read.value.map(({ at }) => at / day)).toEqual([98, 98.5, 99]);
  expect(asked).toEqual([["gateNumbers", { projectId: "10000", days: 5 }]]);
});

it("is what the person did here where there is no project, and none at all where the app does not answer", async () => {
  const ask = async () => err({ kind: "server", message: null });
  const storage = new FakeBrowser().open();
  const alone = serverGateLog({ ask: ask as never }, null, storage, now);
  await alone.add([entry(99 * day)]);
  expect(await alone.since("", 0)).toEqual({ ok: true, value: [entry(99 * day)] });
  expect(await serverGateLog({ ask: ask as never }, project, storage, now).since("", 0)).toMatchObject({
    ok: false,
  });
});

it("keeps the newest five hundred, and loses no deed where there is no room for its count", async () => {
  const browser = new FakeBrowser();
  const log = serverGateLog({ ask: undefined as never }, null, browser.open(), now);
  await log.add(Array.from({ length: 600 }, (_, at) => entry(at)));
  const read = await log.since("", 0);
  expect(read.ok && [read.value.length, read.value[0]?.at]).toEqual([500, 100]);
  browser.room = 10;
  await expect(log.add([entry(1_000)])).resolves.toBe(undefined);
});
