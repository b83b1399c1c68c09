import { z } from "zod";
import { err, ok, type Result } from "../../../shared/domain/result";
import type { WriteFailure } from "../../../shared/outbox/outbox-row";
import { writeFailure } from "../../../shared/outbox/outbox-sender";
import type { ApiAnswer } from "../../../shared/tracker/tracker-api";
import type { WriteCall } from "../../../shared/tracker/write-port";
import { readLinearAnswer } from "./api";

const refusals = z.object({
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z.object({
          type: z.string().nullish(),
          code: z.string().nullish(),
          userPresentableMessage: z.string().nullish(),
        }),
      }),
    )
    .min(1),
});

/** One GraphQL operation and what its `data` must look like. */
export interface Operation<T> {
  query: string;
  data: z.ZodType<T>;
}

/** Runs one operation at Linear's public API. */
export async function askLinear<T>(
  call: WriteCall,
  { query, data }: Operation<T>,
  variables: object,
  signal: AbortSignal,
): Promise<Result<T, WriteFailure>> {
  const body = JSON.stringify({ query, variables });
  const answer = await call(
    { method: "POST", path: "https://api.linear.app/graphql", body, asked: [] },
    signal,
  );
  const json = readLinearAnswer(answer);
  if (!json.ok) {
    const { kind, retryAfterMs } = json.error;
    return err(refusalIn(answer, kind) ?? writeFailure(kind, null, retryAfterMs));
  }
  const parsed = z.object({ data }).safeParse(json.value);
  if (parsed.success) return ok(parsed.data.data);
  return err(writeFailure("malformed", z.prettifyError(parsed.error)));
}

/** What Linear understood and will not do, in its own words; null: it is something else. */
function refusalIn({ body }: ApiAnswer, kind: WriteFailure["kind"]): WriteFailure | null {
  if (kind !== "malformed" && kind !== "forbidden") return null;
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return null;
  }
  const [first] = refusals.safeParse(json).data?.errors ?? [];
  if (first === undefined) return null;
  const { type, code, userPresentableMessage } = first.extensions;
  const words = userPresentableMessage ?? first.message;
  if (kind === "forbidden") return writeFailure("forbidden", words);
  if (type !== "invalid input" && code !== "INPUT_ERROR") return null;
  return writeFailure(/^Entity not found/.test(first.message) ? "not-found" : "rejected", words);
}
