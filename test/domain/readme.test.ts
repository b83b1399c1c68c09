import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { readSheet } from "../../shared/domain/markdown";

test("the sheet in the README is one that Plumbline understands", async () => {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  const page = /```markdown\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  expect(readSheet(page)).toMatchObject({
    kind: "value",
    value: {
      state: "active",
      aim: { title: "Same-day dispatch" },
      mechanism: { metric: "orders that leave the same day" },
    },
  });
});
