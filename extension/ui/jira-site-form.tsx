import Button from "@atlaskit/button/new";
import Textfield from "@atlaskit/textfield";
import { type FormEvent, useState } from "react";
import type { Translate } from "../../shared/ui/translate";
import { siteOfAddress } from "../trackers/site-address";
import { Message } from "./message";
import { turnSitesOn } from "./switch-sites";
import { useAttempt } from "./use-attempt";

interface FormProps {
  t: Translate;
  disabled?: boolean;
  onTurnedOn?: (origin: string) => void;
}

/** Asks for the address of a Jira site and turns exactly that one on. */
export function JiraSiteForm({ t, disabled = false, onTurnedOn }: FormProps) {
  const [address, setAddress] = useState("");
  const { note, attempt, say } = useAttempt(t);

  function submit(event: FormEvent) {
    event.preventDefault();
    const origin = siteOfAddress(address);
    if (origin === null) return say({ kind: "error", text: t("optionsSiteInvalid") });
    void attempt(async () => {
      if (!(await turnSitesOn([origin]))) return { kind: "error", text: t("optionsSiteRefused") };
      setAddress("");
      onTurnedOn?.(origin);
      return null;
    });
  }

  return (
    <>
      <form onSubmit={submit} className="row" noValidate>
        <label htmlFor="jira-site">{t("optionsJiraSite")}</label>
        <Textfield
          id="jira-site"
          value={address}
          placeholder="acme.atlassian.net"
          autoComplete="off"
          spellCheck={false}
          isDisabled={disabled}
          onChange={(event) => setAddress((event.target as HTMLInputElement).value)}
        />
        <Button type="submit" appearance="primary" isDisabled={disabled}>
          {t("optionsTurnOn")}
        </Button>
      </form>
      <Message note={note} />
    </>
  );
}
