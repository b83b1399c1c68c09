import { Link } from "../link";
import { issueHref } from "../route";

const prefix = "software-backlog.card-list.card.card-contents.accessible-card-key";

/** The key twice, as on the real site: once for screen readers, once for the eye. */
export const KeyCell = ({ issueKey, done }: { issueKey: string; done: boolean }) => (
  <div className={`row-key ${done ? "row-key-done" : ""}`} data-testid={prefix}>
    <Link href={issueHref(issueKey)} className="visually-hidden" data-testid={`${prefix}.screen-reader-key`}>
      {issueKey}
    </Link>
    <Link href={issueHref(issueKey)} aria-hidden="true" tabIndex={-1} data-testid={`${prefix}.key`}>
      {issueKey}
    </Link>
  </div>
);
