import Button from "@atlaskit/button/new";
import { useEffect, useState } from "react";
import { browser } from "wxt/browser";
import type { Translate } from "../../../shared/ui/translate";
import { Message } from "../../ui/message";
import { useAttempt } from "../../ui/use-attempt";
import { openShortcutSettings } from "./open-shortcut-settings";

type Command = chrome.commands.Command;

function nameOf(command: string | undefined, t: Translate): string {
  if (command === "_execute_action") return t("commandPopup");
  return t(command === "open-statement" ? "commandStatement" : "commandSpotlight");
}

/** Says what keys are bound today, and leads to where the browser changes them. */
export function ShortcutsSection({ t }: { t: Translate }) {
  const [commands, setCommands] = useState<Command[]>([]);
  const { note, attempt } = useAttempt(t);

  useEffect(() => {
    const read = () => void browser.commands.getAll().then(setCommands);
    read();
    // The browser tells of no change; the person comes back from where it was made.
    window.addEventListener("focus", read);
    return () => window.removeEventListener("focus", read);
  }, []);

  return (
    <section aria-labelledby="shortcuts">
      <h2 id="shortcuts">{t("optionsShortcuts")}</h2>
      <dl className="shortcuts">
        {commands.map(({ name, shortcut }) => (
          <div key={name}>
            <dt>{nameOf(name, t)}</dt>
            <dd>{shortcut ? <kbd>{shortcut}</kbd> : t("optionsNoShortcut")}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={() => void attempt(() => openShortcutSettings().then(() => null))}>
        {t("optionsChangeShortcuts")}
      </Button>
      <Message note={note} />
    </section>
  );
}
