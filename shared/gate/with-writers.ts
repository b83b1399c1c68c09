import type { EntryFacts } from "../domain/entry";
import { statementInForce } from "../domain/statement-in-force";
import type { WritePort } from "../tracker/write-port";

/**
 * The same facts with who wrote the statements in force, asked for at once for all that somebody signed. Where the tracker does not
 * say, the evidence counts as unread: the writer may be among those who signed.
 */
export async function withWriters(
  all: readonly (EntryFacts | null)[],
  port: Pick<WritePort, "readWriters">,
  signal: AbortSignal,
): Promise<(EntryFacts | null)[]> {
  const signed = all.flatMap((it) => signedCarrier(it) ?? []);
  if (signed.length === 0) return [...all];
  const objects = [...new Set(signed.map(({ carrier }) => carrier))];
  const people = [...new Set(signed.flatMap((it) => it.people))];
  const read = await port.readWriters(objects, people, signal);
  return all.map((facts) => {
    const carrier = signedCarrier(facts)?.carrier;
    if (facts === null || carrier === undefined) return facts;
    const kept = read.ok ? read.value.get(carrier) : undefined;
    if (kept === undefined) return { ...facts, evidence: null };
    return { ...facts, writers: [...(facts.writers ?? []), ...kept] };
  });
}

/** Whose statement holds and who signed it; null: nobody did. */
function signedCarrier(facts: EntryFacts | null): { carrier: string; people: string[] } | null {
  const people = (facts?.evidence ?? []).flatMap((it) => (it.act === "sign-off" ? it.author.id : []));
  const carrier = facts && statementInForce(facts.issue, facts.chain);
  return carrier === null || people.length === 0 ? null : { carrier: carrier.id, people };
}
