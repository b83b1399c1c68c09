import Button from "@atlaskit/button/new";
import { browser } from "wxt/browser";
import { trackerOfOrigin } from "../../trackers/hosts";
import { LinearKeyForm } from "../../ui/linear-key-form";
import { openSite } from "../../ui/open-site";
import { siteRows } from "../../ui/site-rows";
import { Picture } from "./picture";
import type { StepProps } from "./welcome-page";

/** The last step: for Linear its key; then the way to the tickets. */
export function TicketStep({ situation, t, goTo }: StepProps) {
  const on = siteRows(situation).filter(({ state }) => state === "on");
  const linear = on.find(({ origin }) => trackerOfOrigin(origin) === "linear");
  if (on.length === 0) {
    return (
      <>
        <h1>{t("welcomeNoSite")}</h1>
        <div className="buttons">
          <Button appearance="primary" onClick={() => goTo("site")}>
            {t("welcomeNext")}
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <h1>{t("welcomeTicket")}</h1>
      <p className="lead">{t("welcomeTicketLead")}</p>
      {linear !== undefined && (
        <section aria-labelledby="linear" className="key">
          <h2 id="linear">{t("welcomeKey")}</h2>
          <LinearKeyForm t={t} onSaved={() => void openSite(linear.origin)} />
        </section>
      )}
      <Picture name="hovercard" alt={t("welcomePictureCard")} />
      <div className="buttons">
        {on.map(({ origin, name }, at) => (
          <Button
            key={origin}
            appearance={at === 0 ? "primary" : "default"}
            onClick={() => void openSite(origin)}
          >
            {t("openSite", name)}
          </Button>
        ))}
        <Button onClick={() => goTo("site")}>{t("welcomeAnother")}</Button>
        <Button appearance="subtle" onClick={() => void browser.runtime.openOptionsPage()}>
          {t("popupSettings")}
        </Button>
      </div>
    </>
  );
}
