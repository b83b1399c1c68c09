import type { BenchRow } from "./bench-row";
import type { Contender, ContenderName } from "./contender";
import type { HostPage } from "./host-page";
import { idleMs, type Measures, measureHostPage, mutations, scrolledRows, sizes } from "./measure-host-page";
import { median } from "./median";

const runs = 5;
const rowsForTarget = 1_000;

/** Measures a host page with every contender, in turn and in another order each round. */
export async function hostPageRows(host: HostPage, contenders: readonly Contender[]): Promise<BenchRow[]> {
  const measured = new Map<ContenderName, Measures[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < runs; round++) {
    const turn = round % contenders.length;
    for (const contender of [...contenders.slice(turn), ...contenders.slice(0, turn)]) {
      measured.get(contender.name)?.push(await measureHostPage(host, contender));
    }
    console.log(`${host.name}: round ${round + 1} of ${runs}`);
  }
  const of = (name: ContenderName, what: string) =>
    median((measured.get(name) ?? []).map((it) => it[what] ?? 0));
  const added = (what: string, name: ContenderName = "plumbline") => of(name, what) - of("without", what);
  const scenario = `${host.name}, plain page with the tracker's structure, facts cached; medians of ${runs}, with less without, interleaved`;
  const row = (name: string, value: number, unit: string, target: number | null): BenchRow => ({
    name: `${name}, ${host.name}`,
    value,
    unit,
    target,
    scenario,
  });
  const perRow = "microseconds of CPU a row";
  return [
    ...["load", "insert"].flatMap((how) =>
      sizes.flatMap((size) => {
        const cost = (name: ContenderName) => (added(`${how} ${size}`, name) * 1000) / size;
        const target = size === rowsForTarget ? 60 : null;
        return [
          row(`${how} ${size} rows`, cost("plumbline"), perRow, target),
          row(`${how} ${size} rows, a hand-written minimum`, cost("minimum"), perRow, null),
        ];
      }),
    ),
    row("virtualised scrolling", (added("scroll") * 1000) / scrolledRows, perRow, null),
    row(
      "virtualised scrolling, a hand-written minimum",
      (added("scroll", "minimum") * 1000) / scrolledRows,
      perRow,
      null,
    ),
    row(
      "frames with a bare row in view, 1,000 inserted",
      of("plumbline", "bare frames 1000"),
      "frames after the second",
      0,
    ),
    row("longest task of ours, 5,000 inserted", longestOwn(added), "ms more than the same task without", 50),
    row(
      `${mutations} foreign mutations`,
      (added("mutations") / of("without", "mutations")) * 100,
      "percent",
      5,
    ),
    row(`${idleMs / 1000} idle seconds`, added("idle"), "ms of CPU", 0),
    row("layout shift caused", added(`shift ${rowsForTarget}`), "score", 0),
    row(`heap at ${rowsForTarget} rows`, added("heap bytes") / 1024 / 1024, "MB", 2),
  ];
}

/** The nth longest tasks are compared: what is more than without is ours, also where it lies in a task of the page. */
const longestOwn = (added: (what: string) => number): number =>
  Math.max(...[0, 1, 2, 3].map((at) => added(`task 5000 ${at}`)));
