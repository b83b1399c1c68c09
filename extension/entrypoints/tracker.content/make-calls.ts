import type { Failure } from "../../../shared/tracker/failure";
import type { ApiAnswer, ApiRequest } from "../../../shared/tracker/tracker-api";
import type { Background } from "./facts-client";

interface CallOptions {
  background: Pick<Background, "learnAnswer">;
  perform: (request: ApiRequest) => Promise<ApiAnswer>;
  workspace: () => string | null;
  signal: AbortSignal;
}

const parallelCalls = 3;
/** Between two calls where the tracker says that few are left. Its windows are of one second. */
const nearLimitMs = 1_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Asks the tracker a few things at a time, one where it says that few calls are left, and has each answer learned; stops at the first failure and gives it. */
export async function makeCalls(
  requests: readonly ApiRequest[],
  { background, perform, workspace, signal }: CallOptions,
): Promise<Failure | null> {
  const left = [...requests];
  let failed: Failure | null = null;
  let isNear = false;
  const worker = async (first: boolean) => {
    while (failed === null && !signal.aborted && (first || !isNear)) {
      const request = left.shift();
      if (request === undefined) return;
      if (isNear) await pause(nearLimitMs);
      const answer = await perform(request);
      isNear ||= answer.nearLimit === true;
      const { path, asked } = request;
      const learned = { workspace: workspace(), request: { path, asked }, answer };
      const { failure } = await background.learnAnswer(learned);
      // Looked at after the wait: a call beside this one may have failed meanwhile.
      failed ??= failure;
    }
  };
  await Promise.all(
    Array.from({ length: Math.min(parallelCalls, left.length) }, (_, at) => worker(at === 0)),
  );
  return failed;
}
