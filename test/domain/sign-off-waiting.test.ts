import { describe, expect, it } from "vitest";
import { statementHash } from "../../shared/domain/canonical";
import { defaultPolicy, type Policy } from "../../shared/domain/policy";
import { value } from "../../shared/domain/result";
import type { SignOffEvidence } from "../../shared/domain/sign-off";
import { waitingFor } from "../../shared/domain/sign-off-waiting";
import { type Members, noMembers } from "../../shared/domain/signers";
import { standingOf } from "../../shared/domain/standing";
import { aStatement } from "./builders";

const carrier = { id: "10042", statement: value(aStatement()) };
const tuesday = "2026-11-17T09:00:00Z";
const wednesday = "2026-11-18T09:00:00.000Z";
const engineering = { name: "engineering" as const, signers: ["ana", "raj"], standIns: ["sam"] };
const both: Policy = { ...defaultPolicy, functions: [{ name: "product", signers: ["cy"] }, engineering] };
const signedFor = (name: string, id: string): SignOffEvidence => ({
  act: "sign-off",
  function: name,
  object: "10042",
  hash: statementHash(aStatement()),
  author: { id, name: id, kind: "person" },
  createdAt: tuesday,
  editedAt: null,
  edited: "no",
});

const waiting = (
  policy: Policy,
  evidence: SignOffEvidence[] = [],
  members: Members = noMembers,
  times = { askedAt: tuesday as string | null, changedAt: null as string | null },
) => waitingFor(carrier, standingOf(carrier, evidence, policy, members), policy, times, members);

describe("what a statement waits for", () => {
  it("says the function, since when, and who can sign", () => {
    expect(waiting(both, [signedFor("product", "cy")])).toEqual({
      functions: [
        {
          name: "engineering",
          anyone: false,
          people: ["ana", "raj"],
          standingIn: false,
          unread: [],
          deadEnd: false,
        },
      ],
      since: tuesday,
    });
  });

  it("is nothing once all have signed, and while there is nothing to sign", () => {
    expect(waiting(both, [signedFor("product", "cy"), signedFor("engineering", "raj")])).toBeNull();
    const open = { id: "1", statement: value(aStatement({ cost: null })) };
    const times = { askedAt: tuesday, changedAt: null };
    expect(waitingFor(open, standingOf(open, [], both), both, times)).toBeNull();
  });

  it.each<[string, Policy["functions"][number], Members, object]>([
    ["anyone", { name: "product", signers: [] }, noMembers, { anyone: true, people: [], deadEnd: false }],
    ["not the writer", { name: "product", signers: ["bo", "cy"] }, noMembers, { people: ["cy"] }],
    [
      "the stand-in where only the writer is named",
      { name: "product", signers: ["bo"], standIns: ["sam"] },
      noMembers,
      { people: ["sam"], standingIn: true },
    ],
    [
      "nobody at all, and says so",
      { name: "product", signers: ["bo"] },
      noMembers,
      { people: [], deadEnd: true },
    ],
    [
      "the members of a group",
      { name: "product", signers: [], groups: ["leads"] },
      { groups: { leads: ["gil"] }, roles: {} },
      { people: ["gil"], anyone: false },
    ],
    [
      "perhaps more, where a role cannot be read",
      { name: "product", signers: [], roles: ["Administrators"] },
      noMembers,
      { people: [], unread: ["Administrators"], deadEnd: false },
    ],
  ])("can be signed by %s", (_, required, members, wanted) => {
    expect(waiting({ ...defaultPolicy, functions: [required] }, [], members)?.functions).toMatchObject([
      wanted,
    ]);
  });

  it("does not name one who already signs for another function where three people must", () => {
    const policy: Policy = {
      ...defaultPolicy,
      functions: [{ name: "product", signers: ["ana"] }, engineering],
      onePersonOneFunction: true,
    };
    expect(waiting(policy, [signedFor("product", "ana")])?.functions).toMatchObject([{ people: ["raj"] }]);
  });

  it.each([
    ["the asking", tuesday, null, tuesday],
    ["the last change where that came later", tuesday, wednesday, wednesday],
    ["the asking where that came later", wednesday, tuesday, wednesday],
    ["no moment while nobody has asked", null, tuesday, null],
  ])("waits since %s", (_, askedAt, changedAt, since) => {
    expect(waiting(both, [], noMembers, { askedAt, changedAt })?.since).toBe(since);
  });
});
