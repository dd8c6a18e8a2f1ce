/**
 * Lines of `npm run bench` on standard input → the tables of `bench/README.md` on standard output.
 *
 *     cat runs/*.jsonl | node bench/table.ts
 */
import { readFileSync } from 'node:fs';

interface BenchLine {
  readonly run: string;
  readonly documents: number;
  readonly threads: number;
  readonly stage: string;
  readonly seconds?: number;
  readonly threadSeconds?: number;
  readonly documentsPerSecond?: number | null;
  readonly cpuSeconds?: number;
  readonly peakMb?: number;
  readonly shareOfTotal?: number;
  readonly commit: string;
  readonly machine: string;
}

const lines = readFileSync(0, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('{'))
  .map((line) => JSON.parse(line) as BenchLine);

const row = (cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);
const count = (n: number): string => n.toLocaleString('en-US').replaceAll(',', ' ');

console.log('| run | posts | seconds | of work | posts a second | peak, MB | commit | machine |');
console.log('| --- | --: | --: | --: | --: | --: | --- | --- |');
for (const one of lines.filter((line) => line.stage === 'total')) {
  row([
    one.run,
    count(one.documents),
    one.seconds ?? '',
    one.cpuSeconds ?? '–',
    count(one.documentsPerSecond ?? 0),
    count(one.peakMb ?? 0),
    one.commit,
    one.machine,
  ]);
}

const sizes = [...new Set(lines.filter((line) => line.run === 'full').map((line) => line.documents))].sort(
  (a, b) => a - b,
);
const stages = [...new Set(lines.filter((line) => line.run === 'full').map((line) => line.stage))];
console.log(`\n| stage of the full run | ${sizes.map((n) => `${count(n)} posts`).join(' | ')} |`);
console.log(`| --- | ${sizes.map(() => '--:').join(' | ')} |`);
for (const stage of stages) {
  row([
    stage,
    ...sizes.map((n) => {
      const found = lines.find((line) => line.run === 'full' && line.documents === n && line.stage === stage);
      if (found?.threadSeconds !== undefined) return `${found.threadSeconds} s of work`;
      const share = found?.shareOfTotal === undefined ? '' : ` (${Math.round(100 * found.shareOfTotal)} %)`;
      return `${found?.seconds ?? '–'} s${share}`;
    }),
  ]);
}
