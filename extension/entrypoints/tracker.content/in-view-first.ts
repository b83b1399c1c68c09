/** Fewer than this are done in a frame or two in any order. */
const fewElements = 200;

/** The elements that a person can see now, then the others, each in their order. Reads the layout once. */
export function inViewFirst<T extends Element>(elements: readonly T[]): readonly T[] {
  if (elements.length < fewElements) return elements;
  const seen: T[] = [];
  const others: T[] = [];
  for (const element of elements) (isInView(element) ? seen : others).push(element);
  return [...seen, ...others];
}

function isInView(element: Element): boolean {
  const { top, bottom, height } = element.getBoundingClientRect();
  return height > 0 && bottom > 0 && top < innerHeight;
}
