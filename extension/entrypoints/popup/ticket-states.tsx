import type { Translate } from "../../../shared/ui/translate";
import type { PageStatus } from "../../messaging/page-status";

const states = ["aligned", "lane", "orphan", "unknown", "pending"] as const;

/** How many tickets of the page are in each state, as a bar and in words. */
export function TicketStates({ tickets, t }: { tickets: PageStatus["tickets"]; t: Translate }) {
  const present = states.filter((state) => tickets[state] > 0);
  if (present.length === 0) return <p className="quiet">{t("popupNoTickets")}</p>;
  return (
    <>
      <div className="bar" aria-hidden="true">
        {present.map((state) => (
          <span key={state} data-state={state} style={{ flexGrow: tickets[state] }} />
        ))}
      </div>
      <ul className="states">
        {present.map((state) => (
          <li key={state}>
            <span className="dot" data-state={state} aria-hidden="true" />
            <strong>{tickets[state]}</strong> {t(`popupTickets_${state}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
