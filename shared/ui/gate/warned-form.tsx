import Button from "@atlaskit/button/new";
import { useState } from "react";
import type { AlignmentPort } from "../port";
import type { Translate } from "../translate";
import type { EntryRow } from "./use-entries";

interface WarnedProps {
  port: AlignmentPort;
  t: Translate;
  rows: readonly EntryRow[];
  onDone: () => void;
}

/** Why a person leaves in what the gate warns of; kept in the log of this browser. */
export function WarnedForm({ port, t, rows, onDone }: WarnedProps) {
  const [reason, setReason] = useState("");
  const [said, say] = useState("");
  async function keep(): Promise<void> {
    const overrides = rows.map(({ item, issue, sprint }) => ({
      ...{ issue: item?.key ?? issue, sprint },
      ...{ how: "warned" as const, reason: reason.trim() },
    }));
    await port
      .noteOverrides(overrides)
      .then(onDone, (error: unknown) => say(t("gate_failed", String(error))));
  }
  return (
    <form
      className="gate-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <label htmlFor="gate-warned">{t("gate_warnedReason")}</label>
      <textarea
        id="gate-warned"
        rows={2}
        maxLength={500}
        required
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div>
        <Button type="submit" isDisabled={reason.trim() === ""}>
          {t("gate_leaveIn")}
        </Button>
      </div>
      <p role="status">{said}</p>
    </form>
  );
}
