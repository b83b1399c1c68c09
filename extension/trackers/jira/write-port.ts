import { ok } from "../../../shared/domain/result";
import { isPart } from "../part-write";
import type { WriteCall, WritePort } from "../write-port";
import { commentSender } from "./comment-sender";
import { partSender, readPart } from "./part-sender";
import { evidenceOf, readComments } from "./read-comments";
import { readMembers } from "./read-members";

/** Jira Cloud's public REST API, written by the page with the person's own session: the background's calls would be foreign to Jira. */
export function jiraWritePort(call: WriteCall, now: () => Date = () => new Date()): WritePort {
  return {
    senderOf: (kind) => {
      if (kind === "comment") return commentSender(call);
      return isPart(kind) ? partSender(call, kind, now) : undefined;
    },
    async readPart(object, part, signal) {
      const read = await readPart(call, object, part, signal);
      return read.ok ? ok({ version: read.value.version, value: read.value.value }) : read;
    },
    async readEvidence(object, signal) {
      const comments = await readComments(call, object, signal);
      return comments.ok ? ok(comments.value.flatMap(evidenceOf)) : comments;
    },
    readMembers: (scope, functions, signal) => readMembers(call, scope, functions, signal),
  };
}
