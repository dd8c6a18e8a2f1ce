import { StudyError } from '../errors/errors.ts';
import { loadStudy, outFolder } from '../pipeline/load-study.ts';
import { powerDesigns } from '../pipeline/power-designs.ts';
import { readFinding } from '../pipeline/run-study.ts';
import { type PlannedPower, type PowerDesign, plannedPower } from '../stats/planned-power.ts';
import { seededRandom } from '../stats/random.ts';
import type { StudyConfig } from '../study/config.ts';
import type { Terminal } from './terminal.ts';

/** Options of `groundswell power`, as the command line parsed them. */
export interface PowerCommandOptions {
  readonly mentions?: number;
  readonly periods?: number;
  readonly ar?: number;
  /** Standard deviation of what moves beside the errors of measurement, points. */
  readonly noise?: number;
  readonly codings?: number;
  readonly explained: number;
  readonly designEffect: number;
  readonly looks?: number;
  readonly power: number;
  readonly out?: string;
  readonly json?: boolean;
}

interface Row {
  readonly target: string | null;
  readonly class: string | null;
  readonly design: PowerDesign | null;
  readonly detectable: PlannedPower | null;
}

/** Variance of a stance of which 55 % take a side, with as many for as against. */
const STANCE_VARIANCE = 0.55;
const TYPICAL_AR = 0.3;
const TYPICAL_NOISE = 2;
const SEED = 1;

/** `groundswell power`: the smallest changes that a collection of this size would show. */
export async function powerCommand(
  path: string | undefined,
  options: PowerCommandOptions,
  terminal: Terminal,
): Promise<void> {
  const study = path === undefined ? null : (await loadStudy(path)).config;
  const finding = study === null ? null : await readFinding(outFolder(options.out, study));
  const codings = {
    nCodings: options.codings ?? null,
    explained: options.explained,
    codedVariance: STANCE_VARIANCE,
  };
  const found = finding === null ? [] : powerDesigns(finding, codings);
  const isPlanned = options.mentions !== undefined || found.length === 0;
  const designs = isPlanned ? [{ target: null, class: null, design: plannedDesign(study, options) }] : found;
  const confidenceLevel = study?.measure.confidenceLevel ?? 0.95;
  const looks = options.looks ?? plannedLooks(study);
  const rows = designs.map(
    (one): Row => ({
      ...one,
      detectable:
        one.design === null
          ? null
          : plannedPower(one.design, {
              confidenceLevel,
              power: options.power,
              looks,
              random: seededRandom(study?.seed ?? SEED),
            }),
    }),
  );
  const result = { confidenceLevel, power: options.power, looks, fromRun: !isPlanned, rows };
  terminal.out(
    options.json === true ? `${JSON.stringify({ kind: 'result', ...result })}\n` : powerText(result),
  );
}

/** One test for each event, target and class. */
function plannedLooks(study: StudyConfig | null): number {
  return Math.max(
    1,
    (study?.events.length ?? 1) * (study?.targets.length ?? 1) * (study?.classes.length ?? 1),
  );
}

/** @throws {StudyError} `cli/usage` where there is neither a number of mentions nor a run */
function plannedDesign(study: StudyConfig | null, options: PowerCommandOptions): PowerDesign {
  const { mentions, noise = TYPICAL_NOISE } = options;
  const nPeriods = options.periods ?? (study === null ? undefined : periodsOf(study));
  if (mentions === undefined || nPeriods === undefined) {
    const problem =
      study === null
        ? 'power needs --mentions and --periods, or a study'
        : 'this study has no run to learn from: give --mentions, the mentions of one target in one class and period';
    throw new StudyError('cli/usage', { problem });
  }
  return {
    nPeriods,
    mentionsPerPeriod: mentions,
    unitVariance: STANCE_VARIANCE * options.designEffect,
    codedVariance: STANCE_VARIANCE,
    processVariance: (noise / 100) ** 2,
    autocorrelation: options.ar ?? TYPICAL_AR,
    nCodings: options.codings ?? null,
    explained: options.explained,
  };
}

function periodsOf({ period, bin }: StudyConfig): number {
  const days = (Date.parse(period.end) - Date.parse(period.start)) / 86_400_000;
  return Math.max(1, Math.round(days / { day: 1, week: 7, month: 30.44 }[bin]));
}

function powerText(result: {
  readonly confidenceLevel: number;
  readonly power: number;
  readonly looks: number;
  readonly fromRun: boolean;
  readonly rows: readonly Row[];
}): string {
  const { rows, looks } = result;
  const points = (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : (100 * value).toFixed(1);
  const head = ['mentions a period', 'periods', 'before/after', 'step at the event', 'step at any date'];
  const short = rows.filter(({ design }) => design === null).length;
  const cells = rows
    .filter(({ design }) => design !== null)
    .map(({ target, class: name, design, detectable }) => [
      ...(target === null ? [] : [target, name ?? '']),
      design === null ? '–' : design.mentionsPerPeriod.toFixed(0),
      design === null ? '–' : String(design.nPeriods),
      points(detectable?.levelDifference),
      points(detectable?.stepAtEvent),
      points(detectable?.stepAtAnyDate),
    ]);
  const table = [[...(result.fromRun ? ['target', 'class'] : []), ...head], ...cells];
  const widths = table[0]?.map((_, i) => Math.max(...table.map((row) => (row[i] ?? '').length))) ?? [];
  const names = result.fromRun ? 2 : 0;
  const lines = table.map((row) =>
    row
      .map((cell, i) => (i < names ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const share = (value: number): string => `${+(100 * value).toFixed(1)} %`;
  return [
    `Smallest change of net balance, in points, seen with probability ${share(result.power)}`,
    `(${share(result.confidenceLevel)} confidence; step at the event: ${looks} test${looks === 1 ? '' : 's'}${result.fromRun ? '; from the last run' : ''})`,
    '',
    ...lines,
    ...(short === 0 ? [] : ['', `${short} more series of the run have too few periods`]),
    '',
  ].join('\n');
}
