import { statementHash } from "../../../shared/domain/canonical";
import { writeSheet, writeStatement } from "../../../shared/domain/markdown";
import { type Policy, writePolicy } from "../../../shared/domain/policy";
import type { Sheet } from "../../../shared/domain/sheet";
import { writeSignOff } from "../../../shared/domain/sign-off";
import type { Statement } from "../../../shared/domain/statement";
import type { SignOff } from "../company/company";
import { createComment } from "./comments";
import { createDocument } from "./documents";
import { userId } from "./fill-team";
import { uuidFor } from "./ids";
import type { Actor, Site } from "./workspace";

/** Where a document of the seed stands; `name` makes its id. */
type Place = { name: string } & ({ projectId: string } | { issueId: string });

/** The document "Alignment Sheet". */
export function fillSheet(site: Site, actor: Actor, sheet: Sheet, { name, ...on }: Place): void {
  const page = { id: uuidFor(`sheet:${name}`), title: "Alignment Sheet", content: writeSheet(sheet) };
  createDocument(daysAgo(site, 30), actor, { ...page, ...on });
}

/** The document "Problem statement", written by its author, who is named in it by the Linear user's id, with its sign-offs. */
export function fillStatement(
  site: Site,
  written: Statement,
  signOffs: readonly SignOff[],
  { name, ...on }: Place,
): void {
  const author = written.author === null ? undefined : site.store.find("User", userId(written.author));
  const statement = { ...written, author: author?.id ?? written.author };
  const { documentContentId } = createDocument(daysAgo(site, 30), author ? { userId: author.id } : null, {
    id: uuidFor(`statement:${name}`),
    title: "Problem statement",
    content: writeStatement(statement),
    ...on,
  });
  const older = { ...statement, problem: `${statement.problem ?? ""} (as first written)` };
  const object = "projectId" in on ? on.projectId : on.issueId;
  signOffs.forEach((signOff, index) => {
    const hash = statementHash(signOff.text === "current" ? statement : older);
    createComment(
      daysAgo(site, 20),
      { userId: userId(signOff.personId) },
      {
        id: uuidFor(`sign-off:${name}:${index}`),
        body: writeSignOff({ function: signOff.function, object, hash }),
        documentContentId,
      },
    );
  });
}

/** The document "Gate policy", in which signers are named by the Linear users' ids. */
export function fillPolicy(site: Site, actor: Actor, policy: Policy, projectId: string): void {
  const functions = policy.functions.map((one) => ({ ...one, signers: one.signers.map(userId) }));
  const content = writePolicy({ ...policy, functions });
  const page = { id: uuidFor("policy"), title: "Gate policy", content };
  createDocument(daysAgo(site, 60), actor, { ...page, projectId });
}

const daysAgo = (site: Site, days: number): Site => {
  const then = new Date(site.now().getTime() - days * 86_400_000);
  return { ...site, now: () => then };
};
