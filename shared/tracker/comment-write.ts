import { z } from "zod";
import { writeBreakGlass } from "../domain/break-glass";
import { writeAsk, writeSignOff, writeWithdrawal } from "../domain/sign-off";
import { text } from "../domain/text";

/** What a comment is to do. */
export const commentWrite = z.discriminatedUnion("act", [
  z.object({
    act: z.literal("ask"),
    hash: z.string(),
    functions: z.array(z.string()),
    /** Account ids of the people who may sign. */
    people: z.array(z.string()),
    /** The statement in Markdown. */
    page: z.string(),
  }),
  z.object({ act: z.literal("sign-off"), function: z.string(), hash: z.string() }),
  z.object({ act: z.literal("withdrawal"), function: z.string() }),
  /** Says in Markdown what changed. */
  z.object({ act: z.literal("note"), text }),
  z.object({ act: z.literal("break-glass"), reason: z.string(), until: z.iso.datetime() }),
]);
export type CommentWrite = z.infer<typeof commentWrite>;

/** The Markdown of a comment about an object; `mentionOf` names a person as this tracker's comments do. */
export function commentText(object: string, it: CommentWrite, mentionOf: (person: string) => string): string {
  switch (it.act) {
    case "ask":
      return writeAsk({ ...it, object, mentions: it.people.map(mentionOf) });
    case "sign-off":
      return writeSignOff({ ...it, object });
    case "withdrawal":
      return writeWithdrawal({ ...it, object });
    case "note":
      return it.text;
    case "break-glass":
      return writeBreakGlass({ ...it, object });
  }
}
