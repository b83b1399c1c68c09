import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchLocation } from "../../../../extension/entrypoints/tracker.content/watch-location";

const at = (path: string) => `https://northwind.atlassian.net${path}`;
const begin = (navigation?: EventTarget) => {
  const location = { href: at("/board") } as Location;
  const end = new AbortController();
  const told: string[] = [];
  watchLocation({ location, ...(navigation && { navigation }) }, (to) => told.push(to.pathname), end.signal);
  return { location, end, told };
};
const navigate = (navigation: EventTarget, path: string) =>
  navigation.dispatchEvent(Object.assign(new Event("navigate"), { destination: { url: at(path) } }));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("tells of each new address once, before the page has it, until it is ended", () => {
  const navigation = new EventTarget();
  const { told, end } = begin(navigation);
  for (const path of ["/board", "/backlog", "/backlog", "/board"]) navigate(navigation, path);
  end.abort();
  navigate(navigation, "/list");
  expect(told).toEqual(["/backlog", "/board"]);
});

it("looks by itself where the browser does not tell", () => {
  const { told, end, location } = begin();
  location.href = at("/backlog");
  vi.advanceTimersByTime(3_000);
  end.abort();
  location.href = at("/list");
  vi.advanceTimersByTime(3_000);
  expect(told).toEqual(["/backlog"]);
  expect(vi.getTimerCount()).toBe(0);
});
