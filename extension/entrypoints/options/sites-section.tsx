import Button from "@atlaskit/button/new";
import Textfield from "@atlaskit/textfield";
import { type FormEvent, useEffect, useState } from "react";
import { browser } from "wxt/browser";
import type { Translate } from "../../badge/translate";
import { hosts } from "../../trackers/hosts";
import { grantedSites } from "./granted-sites";
import { jiraOrigin } from "./jira-origin";
import { Message, type Note } from "./message";

/** Turns sites on and off. The browser's own prompt asks for each permission. */
export function SitesSection({ t }: { t: Translate }) {
  const sites = grantedSites(useGrantedOrigins());
  const [address, setAddress] = useState("");
  const [note, setNote] = useState<Note | null>(null);

  async function turnOn(wanted: string[]) {
    try {
      const granted = await browser.permissions.request({ origins: wanted });
      setNote(granted ? null : { kind: "error", text: t("optionsSiteRefused") });
      if (granted) setAddress("");
    } catch (error) {
      setNote({ kind: "error", text: t("optionsFailed", String(error)) });
    }
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    const origin = jiraOrigin(address);
    if (origin === null) setNote({ kind: "error", text: t("optionsSiteInvalid") });
    else void turnOn([origin]);
  }

  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{t("optionsSites")}</h2>
      <p>{t("optionsSitesHelp")}</p>
      {sites.length === 0 && <p>{t("optionsNoSites")}</p>}
      <ul className="sites">
        {sites.map(({ name, origins }) => (
          <li key={name}>
            <span>{name}</span>
            <Button spacing="compact" onClick={() => void browser.permissions.remove({ origins })}>
              {t("optionsTurnOff", name)}
            </Button>
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className="row">
        <label htmlFor="jira-site">{t("optionsJiraSite")}</label>
        <Textfield
          id="jira-site"
          value={address}
          placeholder="acme.atlassian.net"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setAddress((event.target as HTMLInputElement).value)}
        />
        <Button type="submit" appearance="primary">
          {t("optionsTurnOn")}
        </Button>
      </form>
      <Button onClick={() => void turnOn([...hosts.linear.pages, ...hosts.linear.apis])}>
        {t("optionsTurnOnLinear")}
      </Button>
      <Message note={note} />
    </section>
  );
}

function useGrantedOrigins(): string[] {
  const [origins, setOrigins] = useState<string[]>([]);
  useEffect(() => {
    const read = () => void browser.permissions.getAll().then((all) => setOrigins(all.origins ?? []));
    read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, []);
  return origins;
}
