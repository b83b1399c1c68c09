import { spotFinder } from "../find-spot";
import { createPathOf, oncePerUrl } from "../once-per-url";
import type { TrackerPage, View } from "../tracker-page";
import { landmarks, proseSelector, spotRules, themeCss } from "./selectors";

/** A link with a fragment leads to a comment or an update, not to the issue. */
const issuePath = /^\/([^/?#]+)\/issue\/([A-Z][A-Z0-9]*-[0-9]+)(?:[/?][^#]*)?#?$/;
/** What follows the workspace in an address, closed by a slash (reference 2026-09, in part 2025). */
const viewPaths: readonly (readonly [RegExp, View])[] = [
  [/^team\/[^/]+\/board\//, "board"],
  [/^team\/[^/]+\/(?:active|all|backlog|triage|issues)\//, "list"],
  [/^team\/[^/]+\/cycle\/./, "sprint"],
  [/^my-issues\//, "mine"],
  [/^project\/[^/]+\/issues\//, "project"],
  [/^view\/./, "saved-view"],
  [/^search\//, "search"],
  [/^inbox\//, "inbox"],
];

const findSpot = spotFinder(proseSelector, spotRules);

const workspaceOf = ({ pathname }: URL): string | null => pathname.split("/")[1] || null;

const ownKeyOf = ({ pathname }: URL): string | null => issuePath.exec(pathname)?.[2] ?? null;

const viewOf = (url: URL): View => {
  if (ownKeyOf(url) !== null) return "issue";
  const rest = `${url.pathname.split("/").slice(2).join("/")}/`;
  return viewPaths.find(([path]) => path.test(rest))?.[1] ?? "other";
};

const pathOf = createPathOf();
const workspaceHere = oncePerUrl(workspaceOf);

/** Only links into the workspace that is open count: another one has issues of its own under the same keys. */
function keyOf(link: HTMLAnchorElement, url: URL): string | null {
  const path = pathOf(link, url);
  const found = path === null ? null : issuePath.exec(path);
  return found !== null && found[1] === workspaceHere(url, link) ? (found[2] ?? null) : null;
}

/** Linear's pages: lists, boards and the issue page by name, everything else by the link rule. */
export const linearPage: TrackerPage = {
  id: "linear",
  linkSelector: 'a[href*="/issue/"]',
  rules: spotRules,
  landmarks,
  themeCss,
  batchSize: 50,
  viewOf,
  workspaceOf,
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
