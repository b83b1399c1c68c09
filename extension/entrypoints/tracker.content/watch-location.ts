import { onAbort } from "./on-abort";

const lookEveryMs = 1_000;

/** TypeScript 5.9 does not know it. */
interface NavigateEvent extends Event {
  destination: { url: string };
}
interface Navigated {
  location: Location;
  navigation?: EventTarget;
}

/** Tells of each new address of the page, which may come before `location` has it, until `signal` ends it. */
export function watchLocation(
  { location, navigation }: Navigated,
  act: (to: URL) => void,
  signal: AbortSignal,
) {
  let last = location.href;
  const look = (href: string) => {
    if (href === last) return;
    last = href;
    act(new URL(href));
  };
  // Firefox has it from 147 on.
  if (navigation) {
    navigation.addEventListener("navigate", (event) => look((event as NavigateEvent).destination.url), {
      signal,
    });
    return;
  }
  const timer = setInterval(() => look(location.href), lookEveryMs);
  onAbort(signal, () => clearInterval(timer));
}
