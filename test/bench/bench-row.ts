/** One measured number; `target` is the most that it may be, null where none is set. */
export interface BenchRow {
  name: string;
  value: number;
  unit: string;
  target: number | null;
  scenario: string;
}
