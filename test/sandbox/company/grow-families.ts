import { places } from "./northwind/places";
import type { Growth, TicketDraft, Work } from "./northwind/work";
import { pick, type Random } from "./random";
import { type Family, firstTickets } from "./ticket-family";

const partStarts = ["Write the tests", "Update the help page", "Tell support", "Prepare the roll-out"];
const descriptions = [
  "",
  "Came up in the last planning; the shift lead can show it.",
  "Seen twice this week. Steps and screenshots are in the support ticket.",
  "Small, if the existing endpoint can be used.",
  "Needs a word with operations before it starts.",
];
// Prime and longer than any list here, so that stepping by it meets each combination once.
const STRIDE = 7_919;

/**
 * `count` more tickets, made in the likeness of the hand-written ones: each takes one of them as its model and
 * gets its bet, lane, type and place in time from it, and a summary of its own from its work's growth words.
 */
export function growFamilies(works: readonly Work[], count: number, random: Random): Family[] {
  if (count <= 0) return [];
  const models = works.flatMap((work) => {
    const nextSummary = summaries(work.growth);
    return work.tickets.map((model) => ({ model, betId: work.bet?.id ?? null, nextSummary }));
  });
  const grown = Array.from({ length: count }, (): Family => {
    const { model, betId, nextSummary } = pick(models, random);
    const head: TicketDraft = {
      ...model,
      summary: nextSummary(),
      description: pick(descriptions, random),
      statement: null,
    };
    return {
      betId,
      head,
      parts: model.parts.map((_, index) => `${partStarts[index % partStarts.length]}: ${head.summary}`),
    };
  });
  return firstTickets(grown, count);
}

/** Gives every combination of start, end and place once before any comes again. */
function summaries({ starts, ends }: Growth): () => string {
  const size = starts.length * ends.length * places.length;
  let next = 0;
  return () => {
    const at = (next++ * STRIDE) % size;
    const start = starts[at % starts.length];
    const end = ends[Math.floor(at / starts.length) % ends.length];
    return `${start} ${end} ${places[Math.floor(at / (starts.length * ends.length))]}`;
  };
}
