import type { Sheet, Signal } from "./sheet";

/** A sheet's aim with what should move on the way to it. */
export interface MetricTree {
  aim: string | null;
  /** What the aim is judged by in the end; null: no outcome signal is named. */
  outcome: Signal | null;
  /** At most two proxies that lead to it, in the sheet's order. */
  leading: readonly Signal[];
  /** The proxy that the mechanism says moves first; null without a proxy. */
  first: Signal | null;
  /** Further signals, which the small tree does not show. */
  others: readonly Signal[];
}

/** The metric tree of a sheet. The first to move is the proxy that the mechanism's metric names, else the first one. */
export function metricTree({
  aim,
  mechanism,
  signals,
}: Pick<Sheet, "aim" | "mechanism" | "signals">): MetricTree {
  const proxies = signals.filter(({ kind }) => kind === "proxy");
  const metric = mechanism?.metric.toLowerCase() ?? "";
  const named = proxies.find(({ name }) => metric !== "" && sameMetric(name.toLowerCase(), metric));
  const first = named ?? proxies[0] ?? null;
  const leading = first === null ? [] : [first, ...proxies.filter((it) => it !== first)].slice(0, 2);
  const outcome = signals.find(({ kind }) => kind === "outcome") ?? null;
  return {
    aim: aim?.title ?? null,
    outcome,
    leading: proxies.filter((it) => leading.includes(it)),
    first,
    others: signals.filter((it) => it !== outcome && !leading.includes(it)),
  };
}

const sameMetric = (name: string, metric: string): boolean => name.includes(metric) || metric.includes(name);
