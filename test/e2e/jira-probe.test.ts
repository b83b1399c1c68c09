import { test } from "vitest";
import { useJourney } from "./harness";
const j = useJourney();
test("look", async () => {
  for (const key of ["ATL-33", "ATL-82", "ATL-90"]) {
      const p = await j.context.newPage();
      await p.addInitScript(() => {
        const log: string[] = []; Reflect.set(globalThis, "log", log);
        new MutationObserver((rs) => { for (const r of rs) {
          for (const n of r.addedNodes) if ((n as Element).localName === "plumbline-badge" || (n as Element).querySelector?.(".breadcrumbs")) log.push(performance.now().toFixed() + " + " + (n as Element).outerHTML.slice(0, 60));
          for (const n of r.removedNodes) if ((n as Element).localName === "plumbline-badge" || (n as Element).querySelector?.(".breadcrumbs")) log.push(performance.now().toFixed() + " - " + (n as Element).outerHTML.slice(0, 60));
        } }).observe(document, { childList: true, subtree: true });
      });
      await p.goto("https://northwind.atlassian.net/browse/" + key);
      await p.waitForTimeout(3000);
      console.log(key, await p.evaluate(() => Reflect.get(globalThis, "log").join("\n") + "\n" + document.querySelector(".breadcrumbs-list")?.innerHTML));
  }
});
