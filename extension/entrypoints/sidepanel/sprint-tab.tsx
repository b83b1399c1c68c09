import Button from "@atlaskit/button/new";
import { useState } from "react";
import { ScopeChoice } from "../../../shared/ui/gate/scope-choice";
import type { AlignmentPort } from "../../../shared/ui/port";
import { SprintPage } from "../../../shared/ui/sprint/sprint-page";
import type { Translate } from "../../../shared/ui/translate";
import { ThisTicket } from "../../ui/this-ticket";

interface TabProps {
  port: AlignmentPort;
  t: Translate;
  ticket: string | null;
}

/** How ready the sprints are; a statement is written in their place. */
export function SprintTab({ port, t, ticket }: TabProps) {
  const [writing, write] = useState<string | null>(null);
  if (writing !== null)
    return (
      <>
        <div>
          <Button appearance="subtle" spacing="compact" onClick={() => write(null)}>
            {t("gate_back")}
          </Button>
        </div>
        <ThisTicket port={port} t={t} ticket={writing} onDone={() => write(null)} />
      </>
    );
  return (
    <ScopeChoice port={port} t={t} ticket={ticket}>
      {(scope) => <SprintPage port={port} t={t} scope={scope} onWrite={write} />}
    </ScopeChoice>
  );
}
