import type { Write } from "../../shared/outbox/outbox-row";
import type { CommentWrite } from "../../shared/tracker/comment-write";
import type { Translate } from "../../shared/ui/translate";
import { wordOf } from "../../shared/ui/word-of";
import type { PutBack } from "../store/sweep-store";

/** The comment that tells everybody why an issue is no longer in its sprint; its id is that of the putting back. */
export function putBackComment(row: PutBack, t: Translate): Write {
  const { id, site, issue, to, sprintName, reason } = row;
  const where = t(to === null ? "putBackComment_toBacklog" : "putBackComment_toSprint", sprintName);
  const payload: CommentWrite = { act: "note", text: `${where} ${t(`gateWhy_${wordOf(reason)}`)}` };
  return { id, site, object: issue, slot: "comment", kind: "comment", payload, base: null, after: null };
}
