import Button from "@atlaskit/button/new";
import type { Translate } from "../../../shared/ui/translate";
import { wordOf } from "../../../shared/ui/word-of";
import type { Lockable } from "../../store/company-policy";
import { trackerOfOrigin } from "../../trackers/hosts";
import { viewsOf } from "../../trackers/views-of";
import { Message } from "../../ui/message";
import type { SiteRow } from "../../ui/site-rows";
import { SwitchRow } from "../../ui/switch-row";
import { removeSite, switchView, turnSiteOff } from "../../ui/switch-sites";
import { useAttempt } from "../../ui/use-attempt";

interface CardProps {
  site: SiteRow;
  locked: readonly Lockable[];
  t: Translate;
  onTurnOn: () => void;
}

/** One site: on or off, in which views, and how to give its permission back. */
export function SiteCard({ site, locked, t, onTurnOn }: CardProps) {
  const { origin, name, state, viewsOff, suggested } = site;
  const { note, attempt } = useAttempt(t);
  const tracker = trackerOfOrigin(origin);
  const held = locked.includes("sites");
  const act = (run: () => Promise<void>) => void attempt(async () => run().then(() => null));

  return (
    <li className="site">
      <SwitchRow
        id={`site-${name}`}
        label={name}
        hint={suggested ? t("companySite") : undefined}
        on={state === "on"}
        disabled={held && (state === "on" || !suggested)}
        onChange={(on) => (on ? onTurnOn() : act(() => turnSiteOff(origin)))}
      />
      {state === "lost" && (
        <div className="trouble">
          <p>{t("siteLost")}</p>
          <Button spacing="compact" onClick={onTurnOn}>
            {t("siteGiveBack")}
          </Button>
        </div>
      )}
      <details>
        <summary>{t("optionsMore", name)}</summary>
        <fieldset disabled={locked.includes("views")}>
          <legend>{t("optionsViews")}</legend>
          {(tracker === null ? [] : viewsOf[tracker]).map((view) => (
            <label key={view} className="check">
              <input
                type="checkbox"
                checked={!viewsOff.includes(view)}
                onChange={(event) => {
                  const { checked } = event.target;
                  act(() => switchView(origin, view, checked));
                }}
              />
              {t(`view_${wordOf(view)}`)}
            </label>
          ))}
        </fieldset>
        {locked.includes("views") && <p className="locked">{t("optionsLockedViews")}</p>}
        <Button spacing="compact" isDisabled={held} onClick={() => act(() => removeSite(origin))}>
          {t("optionsRemove", name)}
        </Button>
        <p className="quiet">{t("optionsRemoveHelp")}</p>
      </details>
      <Message note={note} />
    </li>
  );
}
