/** Whether a page is dark, by the first colour that is painted behind it; where there is none, by what the person prefers. */
export function isDark(document: Document): boolean {
  const view = document.defaultView;
  for (const element of [document.body, document.documentElement]) {
    const lightness = element && view ? lightnessOf(view.getComputedStyle(element).backgroundColor) : null;
    if (lightness !== null) return lightness < 0.5;
  }
  return view?.matchMedia("(prefers-color-scheme: dark)").matches ?? false;
}

/** From 0, black, to 1, white, of a colour as browsers write computed ones; null: it lets all through, or is written otherwise. */
export function lightnessOf(colour: string): number | null {
  const [, kind, parts = ""] = /^([a-z]+)\((.*)\)$/.exec(colour) ?? [];
  const [one = 0, two = 0, three = 0, opacity = 1] = (parts.match(/(?<![\w-])[\d.]+/g) ?? []).map(Number);
  if (kind === undefined || opacity === 0) return null;
  if (kind === "oklab" || kind === "oklch") return one;
  if (kind === "lab" || kind === "lch") return one / 100;
  // As the eye weighs red, green and blue (ITU-R BT.601).
  const weighed = one * 0.299 + two * 0.587 + three * 0.114;
  if (kind === "rgb" || kind === "rgba") return weighed / 255;
  return kind === "color" ? weighed : null;
}
