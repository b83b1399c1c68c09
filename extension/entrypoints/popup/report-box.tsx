import Button from "@atlaskit/button/new";
import type { Translate } from "../../../shared/ui/translate";
import type { ViewReport } from "../../trackers/view-report";
import { Message } from "../../ui/message";
import { useAttempt } from "../../ui/use-attempt";

/** Shows all that a report holds before it can be copied. */
export function ReportBox({ report, t }: { report: ViewReport; t: Translate }) {
  const { note, attempt } = useAttempt(t);
  const text = JSON.stringify(report, null, 2);
  const copy = () =>
    void attempt(async () => {
      await navigator.clipboard.writeText(text);
      return { kind: "success", text: t("popupCopied") };
    });
  return (
    <div className="report">
      <p>{t("popupReportHolds")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard too */}
      <pre tabIndex={0}>{text}</pre>
      <Button spacing="compact" appearance="primary" onClick={copy}>
        {t("popupCopy")}
      </Button>
      <Message note={note} />
    </div>
  );
}
