import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { StudyError } from '../errors/errors.ts';
import { keyFile, loadStudy, outFolder } from '../pipeline/load-study.ts';
import { type DrawnSample, sampleMentions } from '../pipeline/sample-mentions.ts';
import type { StudyConfig } from '../study/config.ts';
import { near } from './near-path.ts';
import { programVersion } from './program-version.ts';
import type { Terminal } from './terminal.ts';

/** Options of `groundswell sample`. */
export interface SampleCommandOptions {
  readonly n: number;
  readonly seed?: number;
  readonly out?: string;
  readonly run?: string;
  readonly wave?: string;
  readonly target?: readonly string[];
  readonly event?: string;
  readonly coders: number;
  readonly overlap?: number;
  readonly adaptive?: boolean;
  readonly date?: string;
  readonly semicolon?: boolean;
  readonly json?: boolean;
}

/** Mentions that all coders code where nothing is said: enough to see how far they agree. */
const USUAL_OVERLAP = 100;

/** `groundswell sample study.yaml --n 400`: mentions to be coded by people, drawn with known probability. */
export async function sampleCommand(
  path: string,
  options: SampleCommandOptions,
  terminal: Terminal,
): Promise<void> {
  const { config } = await loadStudy(path);
  const overlap = checkOptions(options, config);
  const sample = await sampleMentions(
    config,
    {
      n: options.n,
      seed: options.seed ?? null,
      wave: options.wave ?? null,
      targets: options.target ?? [],
      event: options.event ?? null,
      nCoders: options.coders,
      overlap,
      isAdaptive: options.adaptive === true,
      sheet: options.out === undefined ? null : resolve(options.out),
      delimiter: options.semicolon === true ? ';' : ',',
      drawnOn: options.date ?? new Date().toISOString().slice(0, 10),
    },
    {
      out: outFolder(options.run, config),
      threads: availableParallelism(),
      keyFile: keyFile(config, terminal.env),
      progress: () => undefined,
      now: Date.now,
      randomBytes: (n) => randomBytes(n),
      version: programVersion(),
    },
  );
  terminal.out(options.json === true ? jsonOf(sample) : textOf(sample, { path, options, overlap }));
}

/** Checks what commander cannot, and returns the number of mentions for all coders. */
function checkOptions(options: SampleCommandOptions, { targets, events }: StudyConfig): number {
  const { n, coders, wave, date, event } = options;
  const wrong = (problem: string): StudyError => new StudyError('cli/usage', { problem });
  const known = targets.map(({ id }) => id);
  for (const target of options.target ?? [])
    if (!known.includes(target))
      throw new StudyError('study/unknown-target', { target, known: known.join(', ') });
  if (event !== undefined && !events.some(({ id }) => id === event))
    throw new StudyError('study/unknown-event', { event, known: events.map(({ id }) => id).join(', ') });
  if (wave !== undefined && !/^[a-z0-9][a-z0-9_-]{0,63}$/.test(wave))
    throw wrong(`--wave "${wave}": lower-case letters, digits, "-" and "_" only, 64 at most`);
  if (date !== undefined && !isDay(date))
    throw wrong(`--date "${date}" is not a day of the calendar, YYYY-MM-DD`);
  const overlap = options.overlap ?? (coders > 1 ? Math.min(USUAL_OVERLAP, n) : 0);
  if (overlap > 0 && coders < 2) throw wrong('--overlap needs two coders or more: add --coders 2');
  if (overlap > n) throw wrong(`--overlap ${overlap} is more than --n ${n}`);
  if (coders > n) throw wrong(`--coders ${coders} is more than --n ${n}`);
  return overlap;
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

function jsonOf({ wave, folder, sheets, nCodingsUsed }: DrawnSample): string {
  const { mentions, ...facts } = wave;
  return `${JSON.stringify({ kind: 'result', folder, sheets, nDrawn: mentions.length, nCodingsUsed, ...facts })}\n`;
}

function textOf(
  { wave, folder, sheets, nCodingsUsed }: DrawnSample,
  asked: {
    readonly path: string;
    readonly options: SampleCommandOptions;
    readonly overlap: number;
  },
): string {
  const population = wave.strata.reduce((sum, one) => sum + one.nPopulation, 0);
  const probabilities = wave.strata.map((one) => one.nDrawn / one.nPopulation);
  const [least, most] = [Math.min(...probabilities), Math.max(...probabilities)];
  const label = wave.strata.every((one) => one.modelLabel === null) ? '' : ' × model label';
  const perSheet = (sheet: number): number =>
    wave.mentions.filter(({ sheets: on }) => on.includes(sheet)).length;
  const lines = [
    `${wave.wave}   ${wave.mentions.length} of ${population} mentions, drawn from ${wave.strata.length} strata`,
    `         (target × class × period${label}); probability ${shown(least)} to ${shown(most)}`,
    ...(asked.options.adaptive === true
      ? [
          nCodingsUsed === 0
            ? '         nothing is coded yet: the model alone says where it is unsure'
            : `         ${nCodingsUsed} codings at hand say where the model errs`,
        ]
      : []),
    ...sheets.map((file, i) => `sheet    ${near(file)}   ${perSheet(i + 1)} rows`),
    ...(asked.overlap > 0 ? [`         ${asked.overlap} of the mentions stand on every sheet`] : []),
    `design   ${near(folder)}   keep it with the study; it holds no text`,
    '',
    'The sheets hold posts as they are: give them to coders only, do not publish.',
    '',
    'Next: write against, neither, favor or unclear into the column "label", then',
    ...sheets.map(
      (file, i) =>
        `  groundswell codings import ${asked.path} ${near(file)}${sheets.length > 1 ? ` --coder NAME${i + 1}` : ' --coder NAME'}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function shown(probability: number): string {
  return probability >= 0.001 ? probability.toFixed(3) : probability.toPrecision(2);
}
