import { test } from "vitest";
import { badges, useJourney, waitForBadges } from "./harness";
const j = useJourney();
test("look", async () => {
  for (const [name, path] of [["backlog", undefined], ["board", j.sandbox.urls.jira.board], ["issue", j.sandbox.urls.jira.issue ?? ""]] as const) {
    for (const theme of ["light", "dark"]) {
      const p = await j.openJira((path ?? j.sandbox.urls.jira.backlog) + "?theme=" + theme);
      await waitForBadges(p);
      await p.waitForTimeout(300);
      await p.screenshot({ path: `/tmp/e2e-look/${name}-${theme}.png` });
      console.log(name, (await badges(p)).map((b) => b.key + ":" + b.state).join(" "));
    }
  }
});
