// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { isDark, lightnessOf } from "../../../extension/frame/is-dark";

it.each([
  ["rgb(255, 255, 255)", 1],
  ["rgb(0, 0, 0)", 0],
  ["rgba(0, 0, 0, 0)", null],
  ["rgba(255, 255, 255, 0.5)", 1],
  ["rgb(0, 255, 0)", 0.587],
  ["lch(9.7 2.4 272)", 0.097],
  ["lab(98 0 0 / 0)", null],
  ["oklch(0.21 0.01 260)", 0.21],
  ["color(srgb 1 1 1)", 1],
  ["color(display-p3 0 0 0 / 0.9)", 0],
  ["transparent", null],
  ["canvas", null],
])("%s is as light as %j", (colour, lightness) => {
  const found = lightnessOf(colour);
  if (lightness === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(lightness, 3);
});

it("a page is as dark as its body, else as its root", () => {
  document.documentElement.style.backgroundColor = "rgb(20, 20, 24)";
  expect(isDark(document)).toBe(true);
  document.body.style.backgroundColor = "rgb(250, 250, 250)";
  expect(isDark(document)).toBe(false);
});
