import { useIssueOpening } from "../issue-opening";
import { useQuery } from "../navigate";
import type { Route } from "../route";
import { selectedIssueOf } from "../selected-issue";
import type { WirePerson } from "../wire";
import { IssueModal } from "./issue-modal";
import { IssuePanel } from "./issue-panel";

/** The issue that the address opens over a list: as the person chose, else in a dialog on a board and in a panel elsewhere. */
export function IssueOverList({ view, user }: { view: Route["view"]; user: WirePerson }) {
  const issueKey = selectedIssueOf(useQuery());
  const opening = useIssueOpening();
  if (issueKey === null || view === "issue" || view === "missing") return null;
  const dialog = opening === "page" ? view === "board" : opening === "dialog";
  return dialog ? (
    <IssueModal issueKey={issueKey} user={user} />
  ) : (
    <IssuePanel issueKey={issueKey} user={user} />
  );
}
