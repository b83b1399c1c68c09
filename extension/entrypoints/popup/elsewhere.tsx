import Button from "@atlaskit/button/new";
import { browser } from "wxt/browser";
import { Message } from "../../ui/message";
import type { PageProps } from "../../ui/mount-page";
import { openSite } from "../../ui/open-site";
import { siteRows } from "../../ui/site-rows";
import { turnSitesOn } from "../../ui/switch-sites";
import { useAttempt } from "../../ui/use-attempt";

/** A tab with nothing for Plumbline to do: says so, and leads to where it works. */
export function Elsewhere({ situation, t }: PageProps) {
  const { note, attempt } = useAttempt(t);
  const sites = siteRows(situation);
  const on = sites.filter(({ state }) => state === "on");
  const lost = sites.filter(({ state }) => state === "lost");
  const go = (act: () => Promise<unknown>) => void act().then(() => window.close());
  const giveBack = (origin: string) =>
    void attempt(async () =>
      (await turnSitesOn([origin])) ? null : { kind: "error", text: t("optionsSiteRefused") },
    );
  return (
    <section aria-labelledby="page">
      <h2 id="page">{t("popupElsewhere")}</h2>
      <p className="quiet">{t("popupElsewhereWhere")}</p>
      {lost.map(({ origin, name }) => (
        <div key={origin} className="trouble">
          <p>
            <strong>{name}</strong> {t("siteLost")}
          </p>
          <Button spacing="compact" onClick={() => giveBack(origin)}>
            {t("siteGiveBack")}
          </Button>
        </div>
      ))}
      <div className="links">
        {on.map(({ origin, name }) => (
          <Button key={origin} shouldFitContainer onClick={() => go(() => openSite(origin))}>
            {t("openSite", name)}
          </Button>
        ))}
        {on.length + lost.length === 0 && (
          <Button
            appearance="primary"
            shouldFitContainer
            onClick={() => go(() => browser.tabs.create({ url: browser.runtime.getURL("/welcome.html") }))}
          >
            {t("popupSetUp")}
          </Button>
        )}
      </div>
      <Message note={note} />
    </section>
  );
}
