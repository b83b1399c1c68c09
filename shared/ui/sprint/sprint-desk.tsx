import Button from "@atlaskit/button/new";
import { useState } from "react";
import type { AlignmentPort } from "../port";
import { ThisTicket } from "../ticket/this-ticket";
import type { Translate } from "../translate";
import { SprintPage } from "./sprint-page";

interface DeskProps {
  port: AlignmentPort;
  t: Translate;
  /** A project or team. */
  scope: string;
}

/** How ready the sprints are; a statement is written in their place. */
export function SprintDesk({ port, t, scope }: DeskProps) {
  const [writing, write] = useState<string | null>(null);
  if (writing === null) return <SprintPage port={port} t={t} scope={scope} onWrite={write} />;
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
}
