import Button from "@atlaskit/button/new";
import { useState } from "react";
import type { WorkItem } from "../../domain/issue";
import type { BreakGlassRules } from "../../domain/policy";
import { failureText } from "../failure-text";
import { dayOf } from "../local-time";
import type { AlignmentPort } from "../port";
import type { Translate } from "../translate";
import { writeAndWait } from "../write-part";

interface GlassProps {
  port: AlignmentPort;
  t: Translate;
  item: WorkItem;
  sprint: string;
  rules: BreakGlassRules;
  onFixed: () => Promise<void>;
  onLeave: () => void;
}

/** Puts a ticket in against the rules, with a reason that everybody can read in a comment on it. */
export function BreakGlassForm({ port, t, item, sprint, rules, onFixed, onLeave }: GlassProps) {
  const [reason, setReason] = useState("");
  const [said, say] = useState("");
  const [busy, setBusy] = useState(false);
  const until = new Date(Date.now() + rules.expiryHours * 3_600_000).toISOString();
  const isGiven = reason.trim() !== "" || !rules.reasonRequired;

  async function breakGlass(): Promise<void> {
    setBusy(true);
    say(t("gate_sending"));
    try {
      const value = { act: "break-glass" as const, reason: reason.trim(), until };
      const id = crypto.randomUUID();
      const written = await writeAndWait(port, { id, object: item.id, kind: "comment", value });
      say(written.ok ? "" : failureText(t, written.error));
      if (written.ok) {
        await port.noteOverrides([{ issue: item.key, sprint, how: "glass", reason: value.reason }]);
        await onFixed();
      }
    } catch (error) {
      say(t("gate_failed", error instanceof Error ? error.message : String(error)));
    }
    setBusy(false);
  }
  return (
    <form
      className="gate-form"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onLeave();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && isGiven) void breakGlass();
      }}
    >
      <label htmlFor="gate-reason">{t("gate_glassReason")}</label>
      <textarea
        id="gate-reason"
        rows={2}
        maxLength={500}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field.
        autoFocus
        required={rules.reasonRequired}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <p className="gate-quiet">{t("gate_glassMeans", dayOf(until))}</p>
      <div>
        <Button type="submit" appearance="warning" isDisabled={busy || !isGiven}>
          {t("gate_glassBreak")}
        </Button>
      </div>
      <p role="status">{said}</p>
    </form>
  );
}
