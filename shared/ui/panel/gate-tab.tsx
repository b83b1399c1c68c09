import { ScopeChoice } from "../gate/scope-choice";
import { GateNumbersPage } from "../numbers/gate-numbers-page";
import { PolicySection } from "../policy/policy-section";
import type { AlignmentPort } from "../port";
import { saveFile } from "../save-file";
import type { Translate } from "../translate";

interface TabProps {
  port: AlignmentPort;
  t: Translate;
  ticket: string | null;
}

/** What the gate did, and its rules. */
export const GateTab = ({ port, t, ticket }: TabProps) => (
  <>
    <GateNumbersPage port={port} t={t} onSave={(name, text, type) => saveFile(document, name, text, type)} />
    <ScopeChoice port={port} t={t} ticket={ticket}>
      {(scope) => <PolicySection port={port} t={t} scope={scope} />}
    </ScopeChoice>
  </>
);
