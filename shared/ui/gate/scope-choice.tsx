import { type ReactNode, useEffect, useState } from "react";
import type { AlignmentPort } from "../port";
import type { Translate } from "../translate";

interface ScopeProps {
  port: AlignmentPort;
  t: Translate;
  /** The ticket of the page; null: it is about none. */
  ticket: string | null;
  children: (scope: string) => ReactNode;
}

/** Shows something of one project or team: of the ticket's, or of one that is known here. */
export function ScopeChoice({ port, t, ticket, children }: ScopeProps) {
  const [scopes, setScopes] = useState<readonly string[] | null>(null);
  const [chosen, choose] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void port.knownTickets().then((views) => {
      const found = views.map((it) => port.scopeOf(it.ticket.key));
      if (isCurrent) setScopes([...new Set(ticket === null ? found : [port.scopeOf(ticket), ...found])]);
    });
    return () => {
      isCurrent = false;
    };
  }, [port, ticket]);
  if (scopes === null) return <p role="status">{t("gate_reading")}</p>;
  const scope = chosen !== null && scopes.includes(chosen) ? chosen : scopes[0];
  if (scope === undefined) return <p>{t("gate_noScope")}</p>;
  return (
    <>
      {scopes.length > 1 && (
        <label>
          {t("gate_scope")}{" "}
          <select value={scope} onChange={(event) => choose(event.target.value)}>
            {scopes.map((it) => (
              <option key={it}>{it}</option>
            ))}
          </select>
        </label>
      )}
      <div key={scope} className="gate">
        {children(scope)}
      </div>
    </>
  );
}
