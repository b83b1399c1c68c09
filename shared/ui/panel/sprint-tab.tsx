import { ScopeChoice } from "../gate/scope-choice";
import type { AlignmentPort } from "../port";
import { SprintDesk } from "../sprint/sprint-desk";
import type { Translate } from "../translate";

interface TabProps {
  port: AlignmentPort;
  t: Translate;
  ticket: string | null;
}

/** How ready the sprints of one project or team are. */
export const SprintTab = ({ port, t, ticket }: TabProps) => (
  <ScopeChoice port={port} t={t} ticket={ticket}>
    {(scope) => <SprintDesk port={port} t={t} scope={scope} />}
  </ScopeChoice>
);
