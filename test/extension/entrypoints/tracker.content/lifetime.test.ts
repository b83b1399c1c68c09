// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";

const load = async () => {
  vi.resetModules();
  return (await import("../../../../extension/entrypoints/tracker.content/lifetime")).beginLifetime;
};
const world = globalThis as Record<symbol, unknown>;
const forgetWorld = () => delete world[Symbol.for("plumbline.lifetime")];

afterEach(() => {
  forgetWorld();
  document.body.replaceChildren();
});

it("begins once in a page, and anew after it has ended", async () => {
  const first = (await load())(document, () => false);
  expect((await load())(document, () => false)).toBeUndefined();
  expect(first?.signal.aborted).toBe(false);
  first?.abort();
  expect((await load())(document, () => false)?.signal.aborted).toBe(false);
});

it("ends a run whose extension was updated once a later one begins in a world of its own", async () => {
  let gone = false;
  const old = (await load())(document, () => gone);
  gone = true;
  forgetWorld();
  const later = (await load())(document, () => false);
  expect([old?.signal.aborted, later?.signal.aborted]).toEqual([true, false]);
});

it("is not ended by a page that tells of a start, nor confused by an element of its name", async () => {
  document.body.innerHTML = '<a id="plumbline.lifetime"></a><a id="plumblineLifetime"></a>';
  const lifetime = (await load())(document, () => false);
  document.dispatchEvent(new Event("plumbline:started"));
  expect(lifetime?.signal.aborted).toBe(false);
});
