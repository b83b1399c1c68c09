import { spotFinder } from "../find-spot";
import { createPathOf } from "../once-per-url";
import type { TrackerPage, View } from "../tracker-page";
import { landmarks, proseSelector, spotRules, themeCss } from "./selectors";

/** A page or a list that has the issue open beside it; Jira answers to a key in either case. Nothing under `/wiki/`. */
const issuePath = /^\/(?:browse|issues|jira\/.+)\/([A-Z][A-Z0-9_]+-[0-9]+)\/?$/i;
const boardPath = /^\/jira\/(?:software|core)\/(?:c\/)?projects\/[^/]+\/boards\/[^/]+/;

const listPath = /^\/jira\/(?:software|core)\/(?:c\/)?projects\/[^/]+\/list\/?$/;
const searchPath = /^\/issues\/?$/;
const plansPath = /^\/jira\/plans\/[^/]+\/scenarios\/[^/]+\/timeline/;

const findSpot = spotFinder(proseSelector, spotRules);

const keyAt = (path: string): string | undefined => issuePath.exec(path)?.[1]?.toUpperCase();

const ownKeyOf = ({ pathname, searchParams }: URL): string | null =>
  keyAt(pathname) ?? keyAt(`/browse/${searchParams.get("selectedIssue")}`) ?? null;

const viewOf = ({ pathname }: URL): View => {
  if (pathname.startsWith("/browse/") && keyAt(pathname)) return "issue";
  if (listPath.test(pathname)) return "list";
  if (searchPath.test(pathname)) return "search";
  if (plansPath.test(pathname)) return "timeline";
  const board = boardPath.exec(pathname);
  if (board === null) return "other";
  const rest = pathname.slice(board[0].length);
  if (rest === "" || rest === "/") return "board";
  if (rest.startsWith("/timeline")) return "timeline";
  return rest.startsWith("/backlog") ? "backlog" : "other";
};

const issueLink = /^\/browse\/([A-Z][A-Z0-9_]+-[0-9]+)\/?(?:[?#]|$)/;
const pathOf = createPathOf();

function keyOf(link: HTMLAnchorElement, url: URL): string | null {
  const path = pathOf(link, url);
  const key = path === null ? undefined : issueLink.exec(path)?.[1];
  // A link to a comment leads into an issue's text, not to the issue.
  return key === undefined || path?.includes("focusedCommentId=") ? null : key;
}

/** Jira Cloud's pages: backlog, board and issue view by name, everything else by the link rule. */
export const jiraPage: TrackerPage = {
  id: "jira",
  linkSelector: 'a[href*="/browse/"]',
  rules: spotRules,
  landmarks,
  themeCss,
  batchSize: 1000,
  viewOf,
  workspaceOf: () => null,
  ownKeyOf,
  keyOf,
  spotOf: (link, key, url) =>
    findSpot(
      link,
      key,
      () => key === ownKeyOf(url),
      (other) => keyOf(other, url),
    ),
};
