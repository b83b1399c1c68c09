import { aimList } from "../domain/aim";
import { ok } from "../domain/result";
import { evidenceFrom } from "../domain/statement-evidence";
import { isPart } from "../tracker/part-write";
import type { WriteCall, WritePort } from "../tracker/write-port";
import { textOf } from "./comment";
import { commentSender, roomOfComment } from "./comment-sender";
import { findGroups } from "./find-groups";
import { roomOfPage, textsIn } from "./history";
import { partSender, readFields, readPart } from "./part-sender";
import { policySender, readPolicyNow } from "./policy-property";
import { projectPropertySender, readProjectProperty } from "./project-property";
import { propertyKeys } from "./property-keys";
import { readBelow } from "./read-below";
import { readCommentsOf } from "./read-comments-of";
import { readMembersOf } from "./read-members-of";
import { readWriters } from "./read-writers";
import { readJson, readWritten } from "./write-answer";
import { requests } from "./write-requests";
import { issueParts, myself, people, peoplePage } from "./write-responses";

/** So many account ids fit into an address. */
const mostPeople = 50;

/** Jira Cloud's public REST API, written by the page with the person's own session: the background's calls would be foreign to Jira. */
export function jiraWritePort(call: WriteCall, now: () => Date = () => new Date()): WritePort {
  return {
    senderOf: (kind) => {
      if (kind === "comment") return commentSender(call);
      if (!isPart(kind)) return undefined;
      if (kind === "aims") return projectPropertySender(call, "plumbline.aims", aimList);
      return kind === "policy" ? policySender(call, now) : partSender(call, kind, now);
    },
    roomOf: (kind, object, value) =>
      kind === "comment" ? roomOfComment(object, value) : roomOfPage(kind, value),
    async readPart(object, part, signal) {
      const read = await readPart(call, object, part, signal);
      return read.ok ? ok({ version: read.value.version, value: read.value.value }) : read;
    },
    readFields: (issues, part, signal) => readFields(call, issues, part, signal),
    async readEvidence(object, signal) {
      const comments = await readCommentsOf(call, object, signal);
      return comments.ok ? ok(evidenceFrom(object, comments.value.flatMap(textOf))) : comments;
    },
    async readTexts(object, part, signal) {
      const read = readJson(await call(requests.issue(object), signal), issueParts);
      return read.ok ? ok(textsIn(read.value.properties, part)) : read;
    },
    readWriters: (objects, among, signal) => readWriters(call, objects, among, signal),
    async readAims(scope, signal) {
      const read = await readProjectProperty(call, scope, "plumbline.aims", signal);
      if (!read.ok) return read;
      const aims = aimList.safeParse(read.value.value).data ?? [];
      return ok({ aims: aims.map((it) => ({ ...it, url: null })), base: read.value });
    },
    readPolicy: (scope, signal) => readPolicyNow(call, scope, signal),
    readBelow: (object, signal) => readBelow(call, object, signal),
    noteStanding: async (object, standing, signal) =>
      // An object, so that an app inside Jira can have it indexed for JQL.
      readWritten(
        await call(
          requests.setProperty(object, propertyKeys.standing, { state: standing, of: object }),
          signal,
        ),
      ),
    readMembers: (scope, functions, signal) => readMembersOf(call, scope, functions, signal),
    async readMe(signal) {
      const me = readJson(await call(requests.myself(), signal), myself);
      return me.ok ? ok(me.value.accountId) : me;
    },
    async findPeople(project, words, signal) {
      const found = readJson(await call(requests.assignable(project, words), signal), people);
      return found.ok ? ok(found.value.map(({ accountId: id, displayName: name }) => ({ id, name }))) : found;
    },
    findGroups: (project, words, signal) => findGroups(call, project, words, signal),
    async readNames(people, signal) {
      const names: Record<string, string> = {};
      for (let at = 0; at < people.length; at += mostPeople) {
        const some = people.slice(at, at + mostPeople);
        const page = readJson(await call(requests.people(some), signal), peoplePage);
        if (!page.ok) return page;
        for (const it of page.value.values) names[it.accountId] = it.displayName;
      }
      return ok(names);
    },
  };
}
