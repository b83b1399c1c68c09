// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://linear.app/northwind/team/ATL/all" }
import { expect, it, vi } from "vitest";
import { linearPage } from "../../extension/trackers/linear/page";
import { layOut } from "../extension/trackers/layout";
import { anyPage } from "./fragments";
import { fuzz } from "./fuzz";
import { playPage } from "./page-case";

layOut(window);

it("whatever a page of Linear is made of and does, badges stay out of editors, whole and single", async () => {
  const parsing = vi.spyOn(window.Element.prototype, "innerHTML", "set");
  await fuzz(4, anyPage("linear"), async (it) => {
    expect(await playPage(linearPage, it)).toEqual([]);
  });
  expect(parsing).not.toHaveBeenCalled();
});
