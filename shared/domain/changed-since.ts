import type { Ask } from "./asked-statement";
import { statementHash } from "./canonical";
import { materialDifference, type PartDifference, type StatementPart } from "./sheet-difference";
import { type SignOffEvidence, signedAt } from "./sign-off";
import type { FunctionStanding } from "./standing";
import type { Statement } from "./statement";

/** An earlier text of a statement that people have seen, because somebody signed it or they were asked to. */
export interface SeenText {
  hash: string;
  /** Null: it was only asked for. */
  signedBy: SignOffEvidence["author"] | null;
  /** A UTC ISO moment. */
  at: string;
}

/** What became of a statement since an earlier text of it. */
export interface ChangedSince extends Pick<SeenText, "signedBy" | "at"> {
  /** Null: that text is nowhere to be found. */
  parts: PartDifference<StatementPart>[] | null;
}

/**
 * The earlier text to show a person what changed since: the last that they signed, else the last that anybody signed for a function
 * that is still open, else the last that was asked for. Null: there is none, or nothing is left to sign.
 */
export function lastSeenText(
  statement: Statement,
  functions: readonly FunctionStanding[],
  evidence: readonly SignOffEvidence[],
  asks: readonly Ask[],
  me: string,
): SeenText | null {
  const open = functions.filter(({ signedBy }) => signedBy === null);
  if (open.length === 0) return null;
  const older = open.flatMap(({ name, refused }) =>
    refused
      .filter(({ reason }) => reason === "older-text")
      .flatMap(({ by, at }): SeenText[] => {
        const it = evidence.find(
          (one) =>
            one.act === "sign-off" &&
            one.function === name &&
            one.author.id === by.id &&
            signedAt(one) === at,
        );
        return it?.act === "sign-off" ? [{ hash: it.hash, signedBy: by, at }] : [];
      }),
  );
  const latest = (some: readonly SeenText[]) =>
    [...some].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1);
  const signed = latest(older.filter(({ signedBy }) => signedBy?.id === me)) ?? latest(older);
  if (signed !== undefined) return signed;
  const asked = asks.at(-1);
  // Asked for as it stands now: whoever reads the ask has read this text.
  if (asked === undefined || asked.hash === statementHash(statement)) return null;
  return { hash: asked.hash, signedBy: null, at: asked.at };
}

/** What became of a statement since a text that was seen, which is looked for among `texts` by its hash. */
export function changedSince(
  statement: Statement,
  { hash, signedBy, at }: SeenText,
  texts: readonly Statement[],
): ChangedSince {
  const before = texts.find((it) => statementHash(it) === hash);
  return { signedBy, at, parts: before === undefined ? null : materialDifference(before, statement) };
}
