import { issueOpening } from "./issue-opening";
import { navigate } from "./navigate";
import { issueHref } from "./route";
import { withSelectedIssue } from "./selected-issue";

/** Opens an issue as the person chose: on its own page, or over the list that is on screen. */
export const openIssue = (key: string): void =>
  navigate(issueOpening() === "page" ? issueHref(key) : withSelectedIssue(location, key));

/** Closes what lies over the list: the address loses its query. */
export const closeIssue = (): void => navigate(withSelectedIssue(location, null));
