import { browser } from "wxt/browser";
import { sendMessage } from "../../messaging/extension-protocol";

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
