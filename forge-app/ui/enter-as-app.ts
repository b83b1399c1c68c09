import { err, ok } from "../../shared/domain/result";
import { writeFailure } from "../../shared/outbox/outbox-sender";
import type { SweepPort } from "../../shared/tracker/sweep-port";
import { askApp } from "./ask-app";
import type { FrameHost } from "./frame-host";

/**
 * Moves issues as the person; where Jira lets only the app schedule issues, the app is asked to put them in, which looks at each again.
 * Out of a sprint people who may not schedule move nothing.
 */
export const enterAsApp = (host: Pick<FrameHost, "ask">, sweeps: SweepPort): SweepPort => ({
  ...sweeps,
  async move(issues, sprint, signal) {
    const moved = await sweeps.move(issues, sprint, signal);
    if (moved.ok || moved.error.kind !== "forbidden" || sprint === null) return moved;
    const entered = await askApp(host, "enterSprint", { issueIds: [...issues], sprintId: sprint });
    if (!entered.ok) return err(writeFailure("rejected", entered.error.message));
    return ok(new Map(entered.value.kept.map(({ id, words }) => [id, words])));
  },
});
