import Button from "@atlaskit/button/new";
import { useEffect, useRef, useState } from "react";
import { browser } from "wxt/browser";
import { type FirstRunStep, firstRunSteps, readFirstRun, writeFirstRun } from "../../store/first-run";
import type { PageProps } from "../../ui/mount-page";
import { LookStep } from "./look-step";
import { SiteStep } from "./site-step";
import { TicketStep } from "./ticket-step";

const steps = { look: LookStep, site: SiteStep, ticket: TicketStep } as const;

export interface StepProps extends PageProps {
  goTo: (step: FirstRunStep) => void;
}

/** From the installation to the first badge: what it does, turn on a site, look at a ticket. */
export function WelcomePage({ situation, t }: PageProps) {
  const [step, setStep] = useState<FirstRunStep | null>(null);
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => void readFirstRun().then(setStep), []);
  if (step === null) return null;

  function goTo(next: FirstRunStep): void {
    setStep(next);
    void writeFirstRun(next);
    heading.current?.focus();
  }
  async function skip(): Promise<void> {
    const tab = await browser.tabs.getCurrent();
    if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
  }
  const Step = steps[step];
  const at = firstRunSteps.indexOf(step) + 1;
  return (
    <main>
      <header>
        <img src="/icon/48.png" alt="" width={28} height={28} />
        <span className="name">{t("extensionName")}</span>
        <span className="progress">{t("welcomeStep", String(at), String(firstRunSteps.length))}</span>
        <Button appearance="subtle" onClick={() => void skip()}>
          {t("welcomeSkip")}
        </Button>
      </header>
      <div ref={heading} tabIndex={-1} className="step">
        <Step situation={situation} t={t} goTo={goTo} />
      </div>
    </main>
  );
}
