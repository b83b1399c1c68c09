import Button from "@atlaskit/button/new";
import { Picture } from "./picture";
import type { StepProps } from "./welcome-page";

/** What Plumbline does, in one picture and three lines. */
export const LookStep = ({ t, goTo }: StepProps) => (
  <>
    <h1>{t("welcomeLook")}</h1>
    <p className="lead">{t("welcomeLookLead")}</p>
    <Picture name="backlog" alt={t("welcomePicture")} />
    <ul className="legend">
      <li>
        <span className="mark" data-state="aligned" aria-hidden="true" /> {t("welcomeAligned")}
      </li>
      <li>
        <span className="mark" data-state="lane" aria-hidden="true" /> {t("welcomeLane")}
      </li>
      <li>
        <span className="mark" data-state="orphan" aria-hidden="true" /> {t("welcomeOrphan")}
      </li>
    </ul>
    <p className="quiet">{t("welcomePrivate")}</p>
    <div className="buttons">
      <Button appearance="primary" onClick={() => goTo("site")}>
        {t("welcomeNext")}
      </Button>
    </div>
  </>
);
