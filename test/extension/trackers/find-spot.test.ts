// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { keyIn, titleIn } from "../../../extension/trackers/link-text";
import { spotByLink } from "../../../extension/trackers/spot-by-link";
import { layOut, linkById } from "./layout";

layOut(window);
const keyOf = (link: HTMLAnchorElement) =>
  /browse\/(\w+-\d+)/.exec(link.getAttribute("href") ?? "")?.[1] ?? null;
function spotIn(html: string, id: string, key: string) {
  document.body.innerHTML = html;
  const spot = spotByLink(linkById(document, id), key, keyOf);
  return { unit: spot?.unit.id, anchor: spot?.anchor.id, place: spot?.place, freePx: spot?.freePx };
}

describe("the spot by links alone", () => {
  it("has for its unit the largest box that leads to no other issue", () => {
    const html = `<div><div id="a"><p><a id="one" href="/browse/A-1">A-1</a></p><p>First</p></div>
      <div id="b"><p><a id="two" href="/browse/A-2">A-2</a></p></div></div>`;
    expect(spotIn(html, "one", "A-1")).toMatchObject({ unit: "a", anchor: "one", place: "after" });
    expect(spotIn(html, "two", "A-2")).toMatchObject({ unit: "b", anchor: "two" });
  });

  it("never reaches across a list, even one with a single row", () => {
    const html = `<ul><li id="row"><a id="one" href="/browse/A-1">A-1</a></li></ul>`;
    expect(spotIn(html, "one", "A-1").unit).toBe("row");
  });

  it("gives all links with words of one row the same unit and anchor, and an icon none", () => {
    const html = `<table><tr id="row"><td><a id="icon" href="/browse/A-1"></a></td><td><a id="key" href="/browse/A-1">A-1</a></td>
      <td><a id="title" href="/browse/A-1">Pay as a guest</a></td></tr></table>`;
    for (const id of ["key", "title"])
      expect(spotIn(html, id, "A-1")).toMatchObject({ unit: "row", anchor: "key" });
    expect(spotIn(html, "icon", "A-1").unit).toBeUndefined();
  });

  it("takes its own room in a wide row, and lies over free room in a narrow box", () => {
    const link = '<a id="one" href="/browse/A-1">A-1</a>';
    expect(spotIn(`<ul><li data-box="0,0,900,40">${link}</li></ul>`, "one", "A-1").freePx).toBeNull();
    expect(spotIn(`<ul><li data-box="0,0,250,120">${link}</li></ul>`, "one", "A-1").freePx).toEqual(
      expect.any(Number),
    );
  });

  it("stands before the title where the row is one link", () => {
    const html = `<ul><li id="row" data-box="0,0,900,40"><a id="one" href="/browse/A-1"><b>A-1</b> <span id="title">Pay as a guest</span></a></li></ul>`;
    expect(spotIn(html, "one", "A-1")).toMatchObject({ unit: "row", anchor: "title", place: "first-in" });
  });

  it("never stands among the cells of a grid", () => {
    const row = (cells: string) =>
      `<ul><li id="row" data-box="0,0,900,40"><a id="one" style="display: grid" href="/browse/A-1">${cells}</a></li></ul>`;
    expect(spotIn(row('<b id="key">A-1</b><i>7</i>'), "one", "A-1")).toMatchObject({
      anchor: "key",
      place: "after",
      freePx: expect.any(Number),
    });
    expect(spotIn(row("<i>7</i>"), "one", "A-1").unit).toBeUndefined();
  });

  it("is the link itself where there is no text at all", () => {
    expect(
      spotIn('<ul><li data-box="0,0,900,40"><a id="one" href="/browse/A-1"></a></li></ul>', "one", "A-1")
        .anchor,
    ).toBe("one");
  });

  it("ends however deep the link lies", () => {
    const html = `${"<div>".repeat(200)}<a id="one" href="/browse/A-1">A-1</a>${"</div>".repeat(200)}`;
    expect(spotIn(html, "one", "A-1").anchor).toBe("one");
  });
});

describe("in a link that holds a whole row", () => {
  const find = (html: string) => {
    document.body.innerHTML = `<a id="row" href="/browse/A-1">${html}</a>`;
    const row = linkById(document, "row");
    return [keyIn(row, "A-1")?.id ?? null, titleIn(row, "A-1")?.id ?? null];
  };

  it.each([
    [
      "the first text behind the key that is no count",
      '<i id="k">A-1</i><i id="n">12</i><i id="m">10/12</i><i id="t">Pay</i><i id="u">Pay now</i>',
      ["k", "t"],
    ],
    [
      "however short behind the key, and no label beside it",
      '<i id="k">A-1</i><i id="t">登录</i><i id="l">Marketing site</i>',
      ["k", "t"],
    ],
    [
      "behind the key although it stands there twice",
      '<i id="k">A-1</i><i>A-1</i><i id="t">SSO</i><i id="l">Login</i>',
      ["k", "t"],
    ],
    ["a year, which is no count", '<i id="k">A-1</i><i id="t">2027</i><i id="l">Login</i>', ["k", "t"]],
    [
      "the longer text where nothing but a count is behind the key",
      '<i id="t">Pay as a guest</i><i id="k">A-1</i><i>3</i>',
      ["k", "t"],
    ],
    [
      "the longest text where the key is not there",
      '<i id="a">Low</i><i id="t">Pay as a guest</i>',
      [null, "t"],
    ],
    [
      "the longest text where the key comes last",
      '<i id="t">Pay as a guest</i><i id="k">A-1</i>',
      ["k", "t"],
    ],
    ["none where the key stands alone", '<i id="k">A-1</i>', ["k", null]],
    ["none where nothing stands", "<i></i>", [null, null]],
    [
      "text and never markup",
      '<i id="k">A-1</i><i id="t">&lt;img src=x onerror=alert(1)&gt;</i>',
      ["k", "t"],
    ],
  ])("the title is %s", (_, html, ids) => {
    expect(find(html)).toEqual(ids);
  });
});
