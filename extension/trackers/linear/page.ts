import { mayCarryBadge, spotByLink, spotByRule } from "../find-spot";
import type { TrackerPage, View } from "../tracker-page";
import { proseSelector, spotRules, themeCss } from "./selectors";

const issuePath = /^\/([^/]+)\/issue\/([A-Z][A-Z0-9]*-[0-9]+)(?:\/|$)/;
const boardPath = /^\/[^/]+\/team\/[^/]+\/board(?:\/|$)/;
const listPath =
  /^\/[^/]+\/(?:team\/[^/]+\/(?:active|all|backlog|triage|cycle|issues)|my-issues|project\/[^/]+\/issues|view|search)(?:\/|$)/;

const workspaceOf = ({ pathname }: URL): string | null => pathname.split("/")[1] || null;

const ownKeyOf = ({ pathname }: URL): string | null => issuePath.exec(pathname)?.[2] ?? null;

const viewOf = (url: URL): View => {
  if (ownKeyOf(url) !== null) return "issue";
  if (boardPath.test(url.pathname)) return "board";
  return listPath.test(url.pathname) ? "list" : "other";
};

/** Only links into the workspace that is open count: another one has issues of its own under the same keys. */
function keyOf(link: HTMLAnchorElement, url: URL): string | null {
  // A link with a fragment leads to a comment or an update, not to the issue.
  if (link.origin !== url.origin || link.hash !== "") return null;
  const found = issuePath.exec(link.pathname);
  return found !== null && found[1] === workspaceOf(url) ? (found[2] ?? null) : null;
}

/** Linear's pages: lists, boards and the issue page by name, everything else by the link rule. */
export const linearPage: TrackerPage = {
  linkSelector: 'a[href*="/issue/"]',
  themeCss,
  batchSize: 50,
  viewOf,
  workspaceOf,
  ownKeyOf,
  keyOf,
  spotOf(link, key, url) {
    if (!mayCarryBadge(link, proseSelector, key === ownKeyOf(url))) return null;
    const keyAt = (other: HTMLAnchorElement) => keyOf(other, url);
    return spotByRule(link, key, spotRules, keyAt) ?? spotByLink(link, key, keyAt);
  },
};
