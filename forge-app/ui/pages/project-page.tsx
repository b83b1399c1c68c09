import { useState } from "react";
import { localDay } from "../../../shared/ui/local-day";
import { GateNumbersPage } from "../../../shared/ui/numbers/gate-numbers-page";
import { OrphanTriage } from "../../../shared/ui/orphans/orphan-triage";
import { PanelTabs } from "../../../shared/ui/panel/panel-tabs";
import { SheetList } from "../../../shared/ui/panel/sheet-list";
import { saveFile } from "../../../shared/ui/save-file";
import { SprintDesk } from "../../../shared/ui/sprint/sprint-desk";
import { WaitingForMe } from "../../../shared/ui/waiting/waiting-for-me";
import type { ProjectProps } from "../frame-props";
import { ProjectReading } from "./project-reading";
import { ReadySearch } from "./ready-search";
import { SprintReports } from "./sprint-reports";

const tabs = ["sheets", "sprint", "orphans", "waiting", "gate"] as const;
type Tab = (typeof tabs)[number];

/** A project's sheets, the readiness of its sprints, its orphans, what waits for this person, and what the gate did. */
export function ProjectPage({ host, port, t, project }: ProjectProps) {
  const [tab, setTab] = useState<Tab>("sheets");
  const today = localDay(new Date());
  const search = { host, t, project };
  return (
    <div className="frame-page">
      <h1>{t("extensionName")}</h1>
      <PanelTabs tabs={tabs} chosen={tab} labelOf={(it) => t(`panelTab_${it}`)} onChoose={setTab} />
      <ProjectReading port={port} t={t} project={project.key} />
      <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        {tab === "sheets" && <SheetList port={port} t={t} today={today} none={t("forge_noBets")} />}
        {tab === "sprint" && (
          <>
            <ReadySearch {...search} name="unsigned-in-open-sprints" />
            <SprintDesk port={port} t={t} scope={project.key} />
            <SprintReports host={host} t={t} project={project.id} />
          </>
        )}
        {tab === "orphans" && (
          <>
            <ReadySearch {...search} name="orphans" />
            <OrphanTriage port={port} t={t} today={today} />
          </>
        )}
        {tab === "waiting" && (
          <>
            <ReadySearch {...search} name="waiting-for-me" />
            <WaitingForMe port={port} t={t} />
          </>
        )}
        {tab === "gate" && (
          <GateNumbersPage
            port={port}
            t={t}
            whose={t("forge_numbersWhose")}
            onSave={(name, text, type) => saveFile(document, name, text, type)}
          />
        )}
      </div>
    </div>
  );
}
