import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { readSheet } from "../../shared/domain/markdown";
import { readPolicyJson } from "../../shared/domain/policy";

const readReadme = () => readFile(new URL("../../README.md", import.meta.url), "utf8");

test("the policy in the README is one that Plumbline understands, with no part that it does not know", async () => {
  const json = /```json\n([\s\S]*?)```/.exec(await readReadme())?.[1] ?? "";
  expect(readPolicyJson(json)).toMatchObject({ kind: "value", value: JSON.parse(json) });
});

test("the sheet in the README is one that Plumbline understands", async () => {
  const readme = await readReadme();
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
