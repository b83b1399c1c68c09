/**
 * Something that goes wrong on purpose. `respond` gives an answer, a delay in milliseconds after which the request
 * goes on as usual, or `"drop"`: the connection ends without an answer.
 */
export interface Fault {
  match: (request: Request) => boolean;
  respond: (request: Request) => Response | "drop" | number;
  /** How often it strikes before it is spent; without it, always. */
  times?: number;
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * Lets the first matching fault strike. Null: go on as usual.
 * A dropped connection is `Response.error()` (`type` "error", status 0), which a server must turn into a closed socket.
 */
export async function strike(faults: Fault[], request: Request): Promise<Response | null> {
  const fault = faults.find((it) => (it.times ?? 1) > 0 && it.match(request));
  if (fault === undefined) return null;
  if (fault.times !== undefined) fault.times -= 1;
  const answer = fault.respond(request);
  if (answer === "drop") return Response.error();
  if (typeof answer !== "number") return answer;
  await pause(answer);
  return null;
}
