/** One study measured several times. */
export interface Measured {
  readonly study: string;
  readonly documents: number;
  readonly mentions: number;
  readonly series: number;
  readonly bins: number;
  readonly events: number;
  readonly runs: readonly {
    readonly seconds: number;
    readonly cpuSeconds: number;
    readonly peakMb: number;
  }[];
}

const GOAL = { seconds: 20, megabytes: 1000 } as const;

const count = (n: number): string => n.toLocaleString('en-US').replaceAll(',', ' ');
const met = (isMet: boolean): string => (isMet ? 'met' : 'missed');

/** The table of what was measured: of several runs the fastest and the slowest, of their memory the most. */
export function renderMeasured(
  all: readonly Measured[],
  {
    commit,
    machine,
    threads,
  }: { readonly commit: string; readonly machine: string; readonly threads: string },
): string {
  const rows = all.map((one) => {
    const seconds = one.runs.map((run) => run.seconds).toSorted((a, b) => a - b);
    const cpu = Math.min(...one.runs.map((run) => run.cpuSeconds));
    const peak = Math.max(...one.runs.map((run) => run.peakMb));
    const [fastest, slowest] = [seconds[0] ?? Number.NaN, seconds.at(-1) ?? Number.NaN];
    return [
      one.study,
      ...[one.documents, one.mentions, one.series, one.bins, one.events].map(count),
      `${fastest.toFixed(1)}–${slowest.toFixed(1)}`,
      cpu.toFixed(1),
      met(fastest <= GOAL.seconds),
      count(Math.round(peak)),
      met(peak <= GOAL.megabytes),
    ].join(' | ');
  });
  return [
    '| study | posts | mentions | series | bins | events | seconds | of work | ≤ 20 s | peak, MB | ≤ 1 GB |',
    '| ----- | ----: | -------: | -----: | ---: | -----: | ------: | ------: | ------ | -------: | ------ |',
    ...rows.map((row) => `| ${row} |`),
    '',
    `${threads} threads; commit ${commit}; ${machine}.`,
    '',
  ].join('\n');
}
