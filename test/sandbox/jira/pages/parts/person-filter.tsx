import type { WireIssue, WirePerson } from "../wire";
import { Avatar } from "./avatar";

const shown = 5;

/** The people who hold the given issues, by name. */
export function assigneesOf(issues: readonly WireIssue[]): WirePerson[] {
  const byId = new Map<string, WirePerson>();
  for (const { assignee } of issues) if (assignee) byId.set(assignee.accountId, assignee);
  return [...byId.values()].sort((one, other) => one.displayName.localeCompare(other.displayName));
}

interface Props {
  people: readonly WirePerson[];
  chosen: ReadonlySet<string>;
  onToggle: (accountId: string) => void;
}

/** The row of overlapping avatars above a list; a pressed one keeps only that person's issues. */
export function PersonFilter({ people, chosen, onToggle }: Props) {
  return (
    <fieldset className="person-filter" aria-label="Filter by assignee">
      {people.slice(0, shown).map((person) => (
        <button
          key={person.accountId}
          type="button"
          aria-pressed={chosen.has(person.accountId)}
          aria-label={`Filter by ${person.displayName}`}
          onClick={() => onToggle(person.accountId)}
        >
          <Avatar person={person} size={28} />
        </button>
      ))}
      {people.length > shown && <span className="avatar avatar-more">+{people.length - shown}</span>}
    </fieldset>
  );
}
