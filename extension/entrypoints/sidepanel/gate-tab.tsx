import { ScopeChoice } from "../../../shared/ui/gate/scope-choice";
import { GateNumbersPage } from "../../../shared/ui/numbers/gate-numbers-page";
import { PolicySection } from "../../../shared/ui/policy/policy-section";
import type { AlignmentPort } from "../../../shared/ui/port";
import type { Translate } from "../../../shared/ui/translate";
import { saveFile } from "../../ui/save-file";

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
