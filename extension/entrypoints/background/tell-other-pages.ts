import { browser } from "wxt/browser";
import { sendMessage } from "../../messaging/extension-protocol";

/** Has every open page of a site ask the tracker again, since something was written there. */
export async function askPagesAgain(origin: string): Promise<void> {
  const tabs = await browser.tabs.query({ url: `${origin}/*`, discarded: false });
  await Promise.allSettled(
    tabs.map(({ id }) => (id === undefined ? null : sendMessage("askAgain", undefined, id))),
  );
}

/** Tells a site's other open pages that something was read, so that no two of them say different things. */
export async function tellOtherPages(origin: string, exceptTab: number): Promise<void> {
  const tabs = await browser.tabs.query({ url: `${origin}/*`, discarded: false });
  await Promise.allSettled(
    tabs.map(({ id }) =>
      // A page that does not listen asks by itself when somebody looks at it.
      id === undefined || id === exceptTab ? null : sendMessage("factsLearned", undefined, id),
    ),
  );
}
