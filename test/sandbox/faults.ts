import type { Random } from "./company/random";

/** How often something goes wrong; without either, always. */
export interface Striking {
  /** How often it strikes before it is spent. */
  times?: number;
  /** The share of the requests that it strikes, from 0 to 1. */
  rate?: number;
}

/**
 * Something that goes wrong on purpose. `respond` gives an answer, a delay in milliseconds after which the request
 * goes on as usual, or `"drop"`: the connection ends without an answer.
 */
export interface Fault extends Striking {
  match: (request: Request) => boolean;
  respond: (request: Request) => Response | "drop" | number;
}

/** The first of these faults that strikes now; `random` decides where one strikes by rate. */
export function striking<F extends Striking>(
  faults: readonly F[],
  matches: (fault: F) => boolean,
  random: Random,
): F | null {
  for (const fault of faults) {
    if ((fault.times ?? 1) <= 0 || !matches(fault)) continue;
    if (fault.rate !== undefined && random() >= fault.rate) continue;
    if (fault.times !== undefined) fault.times -= 1;
    return fault;
  }
  return null;
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * Lets the first matching fault strike. Null: go on as usual.
 * A dropped connection is `Response.error()` (`type` "error", status 0), which a server must turn into a closed socket.
 */
export async function strike(
  faults: readonly Fault[],
  request: Request,
  random: Random,
): Promise<Response | null> {
  const answer = striking(faults, (it) => it.match(request), random)?.respond(request) ?? null;
  if (answer === "drop") return Response.error();
  if (typeof answer !== "number") return answer;
  await pause(answer);
  return null;
}
