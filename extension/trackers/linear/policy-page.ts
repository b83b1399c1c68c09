import { z } from "zod";
import { roomFor } from "../../../shared/domain/limits";
import { policy, readPolicy, writePolicy } from "../../../shared/domain/policy";
import { err, none, ok, type Result } from "../../../shared/domain/result";
import { richTextMarkdown } from "../../../shared/domain/rich-text";
import type { Versioned, WriteFailure } from "../../../shared/outbox/outbox-row";
import { type Sender, writeFailure } from "../../../shared/outbox/outbox-sender";
import { isSame } from "../../../shared/tracker/stable-json";
import { textVersion } from "../../../shared/tracker/text-version";
import { tooLong } from "../../../shared/tracker/too-long";
import type { PolicyNow, WriteCall } from "../../../shared/tracker/write-port";
import { askLinear, type Operation } from "./ask-linear";
import { written } from "./page-sender";
import { nodes } from "./wire";
import { createDocument, documentHistories, updateDocument } from "./write-queries";

const title = "Gate policy";
const policyPage = {
  query: `query PlumblinePolicy {
    projects(filter: { name: { eq: "Plumbline" } }, first: 1) {
      nodes {
        id
        documents(first: 1, filter: { title: { eq: "${title}" } }) { nodes { id content documentContentId } }
      }
    }
  }`,
  data: z.object({
    projects: nodes(
      z.object({
        id: z.string(),
        documents: nodes(
          z.object({
            id: z.string(),
            content: z.string().nullish(),
            documentContentId: z.string().nullish(),
          }),
        ),
      }),
    ),
  }),
} satisfies Operation<unknown>;

type Place = z.infer<typeof policyPage.data>["projects"][number];

async function readPlace(
  call: WriteCall,
  signal: AbortSignal,
): Promise<Result<Place | undefined, WriteFailure>> {
  const read = await askLinear(call, policyPage, {}, signal);
  return read.ok ? ok(read.value.projects[0]) : read;
}

const allTeams = {
  query: "query PlumblineTeams { teams(first: 50) { nodes { id } } }",
  data: z.object({ teams: nodes(z.object({ id: z.string() })) }),
} satisfies Operation<unknown>;

const makeProject = {
  query: `mutation PlumblineMakeProject($input: ProjectCreateInput!) {
    projectCreate(input: $input) { success }
  }`,
  data: z.object({ projectCreate: z.object({ success: z.literal(true) }) }),
} satisfies Operation<unknown>;

/** Makes the project "Plumbline" for all teams that the person is shown; one that is there stays as it is. */
export async function makePolicyPlace(
  call: WriteCall,
  signal: AbortSignal,
): Promise<Result<void, WriteFailure>> {
  const place = await readPlace(call, signal);
  if (!place.ok) return place;
  if (place.value !== undefined) return ok(undefined);
  const teams = await askLinear(call, allTeams, {}, signal);
  if (!teams.ok) return teams;
  const input = { name: "Plumbline", teamIds: teams.value.teams.map(({ id }) => id) };
  const made = await askLinear(call, makeProject, { input }, signal);
  return made.ok ? ok(undefined) : made;
}

/** What cannot be read as a policy stands as its text. */
function nowOf(place: Place | undefined): Versioned {
  const [document] = place?.documents ?? [];
  const content = document?.content ?? "";
  const reading = readPolicy(content);
  const version = document === undefined ? "none" : `${document.id}:${textVersion(content)}`;
  return { version, value: reading.kind === "value" ? reading.value : content || null };
}

/** The policy of a workspace, and what it was, oldest first. Without the project there is nowhere to write it. */
export async function readPolicyNow(
  call: WriteCall,
  signal: AbortSignal,
): Promise<Result<PolicyNow, WriteFailure>> {
  const place = await readPlace(call, signal);
  if (!place.ok) return place;
  const [document] = place.value?.documents ?? [];
  const base = place.value === undefined ? null : nowOf(place.value);
  const reading = document?.content ? readPolicy(document.content) : none;
  const id = document?.documentContentId;
  if (!id) return ok({ base, reading, changes: [] });
  const read = await askLinear(call, documentHistories([id]), {}, signal);
  if (!read.ok) return read;
  const changes = (read.value.h0?.history ?? []).map(
    ({ contentDataSnapshotAt: at, actorIds, contentData }) => {
      const page = readPolicy(richTextMarkdown(contentData) ?? "");
      return { at, by: actorIds ?? [], policy: page.kind === "value" ? page.value : null };
    },
  );
  return ok({ base, reading, changes: changes.sort((a, b) => a.at.localeCompare(b.at)) });
}

/** Writes it as the document "Gate policy" of the project "Plumbline", whose earlier texts Linear keeps. */
export const policySender = (call: WriteCall): Sender => ({
  async look({ payload }, _since, signal) {
    const place = await readPlace(call, signal);
    if (!place.ok) return place;
    const now = nowOf(place.value);
    return ok({ applied: isSame(now.value, payload), now, between: null });
  },
  async send({ payload, base }, signal) {
    const parsed = policy.safeParse(payload);
    if (!parsed.success) return err(writeFailure("rejected", z.prettifyError(parsed.error)));
    const content = writePolicy(parsed.data);
    const room = roomFor("linear-document", content);
    if (room.state === "over") return err(tooLong(room));
    const place = await readPlace(call, signal);
    if (!place.ok) return place;
    if (place.value === undefined) return err(writeFailure("not-found"));
    // Linear offers no compare-and-set, so this is the last moment to see that somebody wrote since the look.
    if (base !== null && nowOf(place.value).version !== base.version)
      return err(writeFailure("unexpected", "Somebody else wrote this meanwhile."));
    const [document] = place.value.documents;
    return written(
      document === undefined
        ? await askLinear(
            call,
            createDocument,
            { input: { title, content, projectId: place.value.id } },
            signal,
          )
        : await askLinear(call, updateDocument, { id: document.id, input: { content } }, signal),
    );
  },
});
