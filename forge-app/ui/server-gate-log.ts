import { z } from "zod";
import { type GateLogEntry, gateLogEntry } from "../../shared/domain/gate-log-entry";
import { ok } from "../../shared/domain/result";
import type { GateAround } from "../../shared/gate/gate-desk";
import { askApp } from "./ask-app";
import type { FrameHost } from "./frame-host";
import type { FrameStorage } from "./frame-storage";

const dayMs = 24 * 60 * 60_000;
/** More than a person does in the longest span that is looked at. */
const mostOwn = 500;
const own = z.array(z.unknown()).catch([]);

/** What the gate did in a project: the app's own log, and beside it what this person did here in the panel. */
export function serverGateLog(
  host: Pick<FrameHost, "ask">,
  project: { id: string } | null,
  storage: FrameStorage,
  now: () => number,
): GateAround["log"] {
  const readOwn = (): GateLogEntry[] =>
    own.parse(storage.read("gate log")).flatMap((it) => gateLogEntry.safeParse(it).data ?? []);
  return {
    async add(entries) {
      try {
        storage.write("gate log", [...readOwn(), ...entries].slice(-mostOwn));
      } catch (error) {
        // What was done is done; that it is not counted must not look as if it were not.
        console.warn("What was done here is not counted.", error);
      }
    },
    async since(_site, at) {
      const mine = readOwn().filter((it) => it.at >= at);
      if (project === null) return ok(mine);
      const days = Math.max(1, Math.ceil((now() - at) / dayMs));
      const said = await askApp(host, "gateNumbers", { projectId: project.id, days });
      return said.ok ? ok([...said.value, ...mine].sort((a, b) => a.at - b.at)) : said;
    },
  };
}
