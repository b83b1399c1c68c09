import Button from "@atlaskit/button/new";
import { useEffect, useState } from "react";
import { failureText } from "../../shared/ui/failure-text";
import { dayOf, timeOf } from "../../shared/ui/local-time";
import type { Translate } from "../../shared/ui/translate";
import { sendMessage } from "../messaging/extension-protocol";
import { Database } from "../store/database";
import { createSweepTroubles, type SweepTrouble } from "../store/sweep-troubles";
import { Message } from "./message";
import { useAttempt } from "./use-attempt";

/** Says why the sprints of a tenant could not be looked after, and looks at one press; nothing where nothing is wrong. */
export function SweepTroubleNote({ site, t }: { site: string; t: Translate }) {
  const [trouble, setTrouble] = useState<SweepTrouble | null>(null);
  const { note, busy, attempt } = useAttempt(t);
  useEffect(() => {
    const lifetime = new AbortController();
    createSweepTroubles(new Database()).watch(site, setTrouble, lifetime.signal);
    return () => lifetime.abort();
  }, [site]);
  const again = () =>
    attempt(async () =>
      (await sendMessage("sweepAgain", site))
        ? { kind: "success", text: t("sweepTrouble_looked") }
        : { kind: "error", text: t("sweepTrouble_still") },
    );
  if (trouble === null && note === null) return null;
  return (
    <div className={trouble === null ? undefined : "trouble"}>
      {trouble !== null && (
        <>
          <p>{t("sweepTrouble", momentOf(trouble.since), failureText(t, trouble))}</p>
          <Button spacing="compact" isDisabled={busy} onClick={() => void again()}>
            {t("sweepTrouble_again")}
          </Button>
          {busy && <p role="status">{t("sprint_reading")}</p>}
        </>
      )}
      <Message note={note} />
    </div>
  );
}

/** The time of a moment of today, the day of an earlier one; in milliseconds since 1970. */
function momentOf(ms: number): string {
  const [at, now] = [ms, Date.now()].map((it) => new Date(it).toISOString()) as [string, string];
  return dayOf(at) === dayOf(now) ? timeOf(at) : dayOf(at);
}
