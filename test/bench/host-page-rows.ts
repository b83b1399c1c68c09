import type { BenchRow } from "./bench-row";
import type { Contender, ContenderName } from "./contender";
import type { HostPage } from "./host-page";
import {
  idleMs,
  longestTaskOnInsert,
  type Measures,
  measureHostPage,
  mutations,
  scrolledRows,
  sizes,
} from "./measure-host-page";
import { median } from "./median";
import { workParts } from "./page-work";

const runs = 5;
/** More for the size that has a target, since the page's own layout swings by more than all that is added. */
const moreRuns = 6;
const rowsForTarget = 1_000;
const longestRuns = 3;

/** Measures a host page with every contender, in turn and in another order each round. */
export async function hostPageRows(host: HostPage, contenders: readonly Contender[]): Promise<BenchRow[]> {
  const measured = new Map<ContenderName, Measures[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < runs + moreRuns; round++) {
    const turn = round % contenders.length;
    const only = round < runs ? undefined : rowsForTarget;
    for (const contender of [...contenders.slice(turn), ...contenders.slice(0, turn)]) {
      measured.get(contender.name)?.push(await measureHostPage(host, contender, only));
    }
    console.log(`${host.name}: round ${round + 1} of ${runs + moreRuns}`);
  }
  const of = (name: ContenderName, what: string) =>
    median((measured.get(name) ?? []).flatMap((it) => it[what] ?? []));
  const longestMs: number[] = [];
  for (const it of contenders) {
    if (it.name !== "plumbline") continue;
    for (let run = 0; run < longestRuns; run++) longestMs.push(await longestTaskOnInsert(host, it, 5_000));
  }
  const work = (name: ContenderName, what: string) =>
    workParts.reduce((sum, part) => sum + of(name, `${what} ${part}`), 0);
  const addedWork = (what: string, name: ContenderName = "plumbline") =>
    work(name, what) - work("without", what);
  const added = (what: string, name: ContenderName = "plumbline") => of(name, what) - of("without", what);
  const scenario = `${host.name}, plain page with the tracker's structure, facts cached; medians of ${runs}, with less without, interleaved; script, style and layout each by its own median`;
  const row = (name: string, value: number, unit: string, target: number | null): BenchRow => ({
    name: `${name}, ${host.name}`,
    value,
    unit,
    target,
    scenario,
  });
  const perRow = "microseconds of CPU a row";
  const partRows = (what: string) =>
    workParts.flatMap((part) =>
      (["plumbline", "minimum"] as const).map((name) =>
        row(
          `${what} rows, of which ${part}${name === "minimum" ? ", a hand-written minimum" : ""}`,
          (added(`${what} ${part}`, name) * 1000) / rowsForTarget,
          perRow,
          null,
        ),
      ),
    );
  return [
    ...["load", "insert"].flatMap((how) =>
      sizes.flatMap((size) => {
        const cost = (name: ContenderName) => (addedWork(`${how} ${size}`, name) * 1000) / size;
        const target = size === rowsForTarget ? 60 : null;
        return [
          row(`${how} ${size} rows`, cost("plumbline"), perRow, target),
          row(`${how} ${size} rows, a hand-written minimum`, cost("minimum"), perRow, null),
          ...(target === null ? [] : partRows(`${how} ${size}`)),
        ];
      }),
    ),
    row("virtualised scrolling", (addedWork("scroll") * 1000) / scrolledRows, perRow, null),
    row(
      "virtualised scrolling, a hand-written minimum",
      (addedWork("scroll", "minimum") * 1000) / scrolledRows,
      perRow,
      null,
    ),
    row(
      "frames with a bare row in view, 1,000 inserted",
      of("plumbline", "bare frames 1000"),
      "frames after the second",
      0,
    ),
    row(
      "longest task of ours, 5,000 inserted",
      median(longestMs),
      "ms in our functions in one task, by trace",
      50,
    ),
    row(
      `${mutations} foreign mutations`,
      (addedWork("mutations") / work("without", "mutations")) * 100,
      "percent",
      5,
    ),
    row(`${idleMs / 1000} idle seconds`, addedWork("idle"), "ms of CPU", 0),
    row("layout shift caused", added(`shift ${rowsForTarget}`), "score", 0),
    row(`heap at ${rowsForTarget} rows`, added("heap bytes") / 1024 / 1024, "MB", 2),
  ];
}
