import { expect, it } from "vitest";
import { routedSender } from "../../../extension/desk/routed-sender";
import { err, ok } from "../../../shared/domain/result";
import type { Write } from "../../../shared/outbox/outbox-row";
import { writeFailure } from "../../../shared/outbox/outbox-sender";
import type { WritePort } from "../../../shared/tracker/write-port";

const { signal } = new AbortController();
const write = (site: string): Write => ({
  id: "w1",
  site,
  object: "10001",
  slot: "lane",
  kind: "lane",
  payload: "spike",
  base: null,
  after: null,
});

const portThat = (takes: boolean) =>
  ({
    senderOf: () => ({
      look: async () => ok({ applied: false, now: { version: "v", value: null }, between: null }),
      send: async () => (takes ? ok(undefined) : err(writeFailure("offline"))),
    }),
  }) as unknown as WritePort;

it("tells of what is seen to have arrived, though its answer was lost", async () => {
  const taken: string[] = [];
  const seen = (applied: boolean) => ({ applied, now: { version: "v", value: null }, between: null });
  const port = (applied: boolean) =>
    ({
      senderOf: () => ({
        look: async () => ok(seen(applied)),
        lookMany: async (writes: Write[]) => ok(new Map(writes.map(({ id }) => [id, seen(id === "w2")]))),
      }),
    }) as unknown as WritePort;
  const sender = routedSender(
    "lane",
    (site) => port(site === "there"),
    async ({ site, id }) => void taken.push(`${site} ${id}`),
  );
  expect(await sender.look(write("there"), null, signal)).toEqual(ok(seen(true)));
  await sender.look(write("away"), null, signal);
  expect(taken).toEqual(["there w1"]);
  await sender.lookMany?.([write("many"), { ...write("many"), id: "w2" }], signal);
  expect(taken).toEqual(["there w1", "many w2"]);
});

it("sends a write where its site says, and tells of what was taken only", async () => {
  const taken: string[] = [];
  const sender = routedSender(
    "lane",
    (site) => (site === "gone" ? null : portThat(site === "good")),
    async ({ site }) => void taken.push(site),
  );
  expect(await sender.send(write("good"), signal)).toEqual(ok(undefined));
  expect(await sender.send(write("bad"), signal)).toMatchObject({ ok: false, error: { kind: "offline" } });
  expect(await sender.send(write("gone"), signal)).toMatchObject({ ok: false, error: { kind: "no-sender" } });
  expect(await sender.look(write("gone"), null, signal)).toMatchObject({
    ok: false,
    error: { kind: "no-sender" },
  });
  expect(taken).toEqual(["good"]);
});
