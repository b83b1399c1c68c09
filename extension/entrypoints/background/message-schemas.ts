import { z } from "zod";
import { tenantOf } from "../../desk/tenant";
import { pageNotes } from "../../messaging/gate-protocol";
import { troubleKinds } from "../../messaging/page-status";

/** A ticket's key, as both trackers write it. */
export const ticketKey = z
  .string()
  .max(255)
  .regex(/^[A-Z][A-Z0-9_]*-[0-9]+$/);
/** A key or a tracker's own id. */
const ref = z.string().min(1).max(255);

/** What content scripts may send. The page's scripts cannot reach them, but a parser at the door costs little. */
export const ticketsQuestion = z.object({
  workspace: z.string().min(1).max(255).nullable(),
  keys: z.array(ticketKey).max(5000),
});

export const learnedAnswer = z.object({
  workspace: z.string().min(1).max(255).nullable(),
  request: z.object({ path: z.string().max(2000), asked: z.array(ref).max(100) }),
  answer: z.object({
    status: z.int().min(0).max(999),
    contentType: z.string().max(255),
    retryAfterS: z.number().min(0).nullable(),
    body: z.string(),
  }),
});

const newIssue = z.object({
  id: ref.nullable(),
  parent: ref.nullable(),
  type: ref.nullable(),
  scope: ref.nullable(),
  bet: ref.nullable(),
  state: ref.nullish(),
});
const field = ref.optional();
const sprintMoves = z
  .array(
    z.discriminatedUnion("act", [
      z.object({ act: z.literal("enter"), issue: ref, sprint: ref, field }),
      z.object({ act: z.literal("create"), issue: newIssue, sprint: ref.nullable(), field }),
      z.object({ act: z.literal("start"), sprint: ref }),
      z.object({ act: z.literal("change-state"), issue: ref, state: ref }),
      z.object({ act: z.literal("change-team"), issue: ref, team: ref }),
    ]),
  )
  .max(5000);

/** What the gate asks, out of requests that a page's scripts make and may forge. */
export const gateQuestion = z.object({ moves: sprintMoves, isLetIn: z.boolean() });
export const gatePassed = z.object({ passed: z.enum(["late", "unread", "synchronous"]), moves: sprintMoves });

export const pageNote = z.enum(pageNotes);
export const putBackId = z.string().min(1).max(100);
/** A tenant by its id. */
export const tenant = z
  .string()
  .max(1000)
  .transform((id, ctx) => {
    const it = tenantOf(id);
    if (it !== null) return it;
    ctx.addIssue("no tenant");
    return z.NEVER;
  });

export const linearKey = z.string().max(1000);

export const troubles = z
  .array(
    z.object({
      kind: z.enum(troubleKinds),
      since: z.iso.datetime(),
      retryAt: z.iso.datetime().nullable(),
    }),
  )
  .max(troubleKinds.length);
