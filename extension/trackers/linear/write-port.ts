import type { RequiredFunction } from "../../../shared/domain/policy";
import { ok, type Result } from "../../../shared/domain/result";
import type { Members } from "../../../shared/domain/signers";
import { type Evidence, evidenceFrom } from "../../../shared/domain/statement-evidence";
import type { WriteFailure } from "../../../shared/outbox/outbox-row";
import { isPart } from "../../../shared/tracker/part-write";
import type { WriteCall, WritePort } from "../../../shared/tracker/write-port";
import { allPages } from "./all-pages";
import { askLinear } from "./ask-linear";
import { textOf } from "./comment-evidence";
import { commentSender, roomOfComment } from "./comment-sender";
import { readTexts } from "./document-texts";
import { fieldSender, readField, readFields } from "./field-sender";
import { pageNow, pageSender, readPages, roomOfPage } from "./page-sender";
import { makePolicyPlace, policySender, readPolicyNow } from "./policy-page";
import { readAims } from "./read-aims";
import { readBelow } from "./read-below";
import { readWriters } from "./read-writers";
import { commentsOf, peopleByIds, peopleByName, teamMembers, teamsByName, viewer } from "./write-queries";

/** Linear's public GraphQL API, written by the background with the person's own key. */
export function linearWritePort(call: WriteCall): WritePort {
  return {
    senderOf(kind) {
      if (kind === "comment") return commentSender(call);
      if (!isPart(kind) || kind === "aims") return undefined;
      if (kind === "policy") return policySender(call);
      return kind === "statement" || kind === "sheet" ? pageSender(call, kind) : fieldSender(call, kind);
    },
    roomOf: (kind, object, value) =>
      kind === "comment" ? roomOfComment(object, value) : roomOfPage(kind, value),
    async readPart(object, part, signal) {
      if (part !== "statement" && part !== "sheet") return readField(call, object, part, signal);
      const pages = await readPages(call, object, part, signal);
      return pages.ok ? ok(pageNow(part, pages.value.documents[0])) : pages;
    },
    readFields: (issues, part, signal) => readFields(call, issues, part, signal),
    async readEvidence(object, signal) {
      const pages = await readPages(call, object, "statement", signal);
      if (!pages.ok) return pages;
      const [document] = pages.value.documents;
      return document === undefined
        ? ok(evidenceFrom(object, []))
        : readEvidence(call, object, document.id, signal);
    },
    readTexts: (object, part, signal) => readTexts(call, object, part, signal),
    readWriters: (objects, _among, signal) => readWriters(call, objects, signal),
    readAims: (_scope, signal) => readAims(call, signal),
    readPolicy: (_scope, signal) => readPolicyNow(call, signal),
    readBelow: (object, signal) => readBelow(call, object, signal),
    readMembers: (_scope, functions, signal) => readMembers(call, functions, signal),
    async readMe(signal) {
      const me = await askLinear(call, viewer, {}, signal);
      return me.ok ? ok(me.value.viewer.id) : me;
    },
    async findPeople(_scope, words, signal) {
      const found = await askLinear(call, peopleByName, { words }, signal);
      return found.ok ? ok(found.value.users) : found;
    },
    async findGroups(_scope, words, signal) {
      const found = await askLinear(call, teamsByName, { words }, signal);
      return found.ok ? ok(found.value.teams.map(({ name }) => ({ kind: "group" as const, name }))) : found;
    },
    makePolicyPlace: (signal) => makePolicyPlace(call, signal),
    async readNames(people, signal) {
      const found = await askLinear(call, peopleByIds, { ids: [...people] }, signal);
      return found.ok ? ok(Object.fromEntries(found.value.users.map((it) => [it.id, it.name]))) : found;
    },
  };
}

async function readEvidence(
  call: WriteCall,
  object: string,
  document: string,
  signal: AbortSignal,
): Promise<Result<Evidence, WriteFailure>> {
  const comments = await allPages(async (after) => {
    const page = await askLinear(call, commentsOf, { document, after }, signal);
    return page.ok ? ok(page.value.document.comments) : page;
  });
  return comments.ok ? ok(evidenceFrom(object, comments.value.map(textOf))) : comments;
}

/** Groups are teams, by key or name. Linear has no roles of its own, so that these stay unread. */
async function readMembers(
  call: WriteCall,
  functions: readonly RequiredFunction[],
  signal: AbortSignal,
): Promise<Result<Members, WriteFailure>> {
  const groups: Record<string, string[]> = {};
  for (const name of new Set(functions.flatMap((it) => it.groups ?? []))) {
    let isKnown = true;
    const members = await allPages(async (after) => {
      const page = await askLinear(call, teamMembers, { name, after }, signal);
      if (!page.ok) return page;
      const [team] = page.value.teams;
      isKnown = team !== undefined;
      return ok(team?.members ?? { nodes: [], pageInfo: { hasNextPage: false } });
    });
    if (!members.ok) return members;
    if (isKnown) groups[name] = members.value.filter((it) => it.active && !it.app).map(({ id }) => id);
  }
  return ok({ groups, roles: {} });
}
