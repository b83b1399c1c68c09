import Button from "@atlaskit/button/new";
import { useState } from "react";
import { browser } from "wxt/browser";
import type { Translate } from "../../../shared/ui/translate";
import { wordOf } from "../../../shared/ui/word-of";
import { sendMessage } from "../../messaging/extension-protocol";
import type { Trouble } from "../../messaging/page-status";
import type { TrackerId } from "../../trackers/hosts";
import type { ViewReport } from "../../trackers/view-report";
import { Message } from "../../ui/message";
import { useAttempt } from "../../ui/use-attempt";
import { type Fix, fixOf } from "./fixes";
import { ReportBox } from "./report-box";

interface TroubleProps {
  trouble: Trouble;
  tracker: TrackerId;
  report: ViewReport | null;
  tabId: number;
  t: Translate;
}

/** One trouble: what it is, what helps, and the one click that does it. */
export function TroubleNote({ trouble, tracker, report, tabId, t }: TroubleProps) {
  const { kind, retryAt } = trouble;
  const [showsReport, setShowsReport] = useState(false);
  const { note, busy, attempt } = useAttempt(t);
  const fix = fixOf(kind, retryAt, tracker);
  const time = retryAt && new Date(retryAt).toLocaleTimeString(document.documentElement.lang);

  const acts: Record<Fix, () => Promise<unknown>> = {
    "ask-again": () => sendMessage("askAgain", undefined, tabId),
    reload: () => browser.tabs.reload(tabId),
    settings: () => browser.runtime.openOptionsPage(),
    report: async () => setShowsReport(!showsReport),
  };

  return (
    <div className="trouble">
      <p>
        <strong>{t(`unknown_${wordOf(kind)}`)}</strong>{" "}
        {time ? t("asksAgainAt", time) : t(`unknown_${wordOf(kind)}_fix`)}
      </p>
      {fix !== null && (fix !== "report" || report !== null) && (
        <Button
          spacing="compact"
          isDisabled={busy}
          onClick={() => void attempt(async () => acts[fix]().then(() => null))}
        >
          {t(`popupFix_${wordOf(fix)}`)}
        </Button>
      )}
      {showsReport && report !== null && <ReportBox report={report} t={t} />}
      <Message note={note} />
    </div>
  );
}
