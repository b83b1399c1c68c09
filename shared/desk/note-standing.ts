import type { WorkItem } from "../domain/issue";
import type { Standing } from "../domain/statement";
import { statement } from "../domain/statement";
import type { WriteCall, WritePort } from "../tracker/write-port";
import type { FactsCache } from "./facts-cache";
import { readPolicy } from "./read-policy";
import { readSignOffs } from "./read-sign-offs";
import type { Site } from "./site";

/**
 * Notes where a statement stands beside it, for badges, where the tracker's badges live by such a note. Nothing depends on it: whoever
 * looks at the statement next notes it again, so that a failure is logged and no more. True: it was noted.
 */
export async function noteStanding(
  port: WritePort,
  { id, standingMirror }: WorkItem,
  standing: Standing,
  signal: AbortSignal,
): Promise<boolean> {
  if (port.noteStanding === undefined || standingMirror === standing) return false;
  const noted = await port.noteStanding(id, standing, signal);
  if (!noted.ok) console.warn("Where the statement stands could not be noted.", noted.error);
  return noted.ok;
}

/** Verifies where the statements of objects stand that were just written or commented on, and notes it. */
export async function noteStandingsOf(
  objects: readonly string[],
  site: Site,
  port: WritePort,
  call: WriteCall,
  { cache }: { cache: FactsCache },
  signal: AbortSignal,
): Promise<void> {
  if (port.noteStanding === undefined) return;
  for (const { item } of (await cache.byIds(site.id, objects)).values()) {
    const part = item && (await port.readPart(item.id, "statement", signal));
    const written = part?.ok ? statement.safeParse(part.value.value) : null;
    if (!item || !written?.success) continue;
    const policy = await readPolicy(site, cache, item, call, Date.now, signal);
    if (!policy.ok) continue;
    const scope = site.api.policyScopeOf(item.key);
    const view = await readSignOffs(port, scope, item, written.data, policy.value, Date.now, signal);
    // As it was known it may be older than what was noted since.
    if (view.ok) await noteStanding(port, { ...item, standingMirror: null }, view.value.standing, signal);
  }
}
