import { describe, expect, test } from "vitest";
import { createLastingTranslate } from "../../../../extension/entrypoints/tracker.content/lasting-translate";

/** As the browser answers: `$1` to `$4` of a sentence filled in, until the extension is gone. */
function browserWith(sentences: Record<string, string>) {
  const state = { isGone: false, asked: 0 };
  const getMessage = (name: string, parts: string[]) => {
    if (state.isGone) throw new Error("Extension context invalidated.");
    state.asked += 1;
    return (sentences[name] ?? "").replace(/\$([1-4])/g, (_, at) => parts[Number(at) - 1] ?? "");
  };
  return { state, getMessage };
}

describe("sentences that outlive the extension", () => {
  const browser = () => browserWith({ badgeUnknown: "$1 could not be read. $2", twice: "$1 and $1, not $2" });

  test("placeholders are filled in by place, whatever stands in the parts", () => {
    const t = createLastingTranslate(browser().getMessage);
    expect(t("badgeUnknown", "ATL-1", "It costs $2.")).toBe("ATL-1 could not be read. It costs $2.");
    expect(t("twice", "$1")).toBe("$1 and $1, not ");
  });

  test("each sentence is looked up once", () => {
    const { state, getMessage } = browser();
    const t = createLastingTranslate(getMessage);
    t("twice", "a", "b");
    const { asked } = state;
    t("twice", "c", "d");
    expect(state.asked).toBe(asked);
  });

  test("what a page without its extension has to say can be said, though it never was before", () => {
    const { state, getMessage } = browser();
    const t = createLastingTranslate(getMessage);
    state.isGone = true;
    expect(t("badgeUnknown", "ATL-1", "x")).toBe("ATL-1 could not be read. x");
  });
});
