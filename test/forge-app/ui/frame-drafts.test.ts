import { expect, it } from "vitest";
import { createFrameDrafts } from "../../../forge-app/ui/frame-drafts";
import { FakeBrowser } from "./fake-frame";

it("keeps a draft for the next frame of the same person alone, until it is dropped", async () => {
  const browser = new FakeBrowser();
  const drafts = createFrameDrafts(browser.open());
  await drafts.keep("10001", "statement", { form: "half" });
  expect(await createFrameDrafts(browser.open()).read("10001", "statement")).toEqual({ form: "half" });
  expect(await createFrameDrafts(browser.open("somebody else")).read("10001", "statement")).toBe(null);
  expect(await drafts.read("10001", "sheet")).toBe(null);
  await drafts.drop("10001", "statement");
  expect(await drafts.read("10001", "statement")).toBe(null);
});

it("says that it keeps nothing where the browser keeps nothing for frames", async () => {
  const browser = new FakeBrowser();
  browser.isClosed = true;
  const drafts = createFrameDrafts(browser.open());
  await expect(drafts.keep("10001", "statement", {})).rejects.toThrow("keeps nothing");
});
