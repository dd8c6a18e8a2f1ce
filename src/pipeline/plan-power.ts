import { StudyError } from '../errors/errors.ts';
import { timeBins } from '../measure/time-bins.ts';
import { type PlannedPower, type PowerDesign, plannedPower } from '../stats/planned-power.ts';
import { seededRandom } from '../stats/random.ts';
import type { StudyConfig } from '../study/config.ts';
import { loadStudy, outFolder } from './load-study.ts';
import { powerDesigns } from './power-designs.ts';
import { readFinding } from './run-study.ts';

/** What is planned; what is left out comes from the study and its last run. */
export interface PowerPlan {
  /** Mentions of one target in one class and period. */
  readonly mentions?: number;
  readonly periods?: number;
  readonly ar?: number;
  /** Standard deviation of what moves beside the errors of measurement, points. */
  readonly noise?: number;
  readonly codings?: number;
  /** Share of the variance of coded stance that the annotator explains. */
  readonly explained: number;
  readonly designEffect: number;
  readonly looks?: number;
  readonly power: number;
  /** Folder of the run. */
  readonly out?: string;
}

/** The smallest changes that would be seen, for a plan or for each series of a run. */
export interface PowerResult {
  readonly confidenceLevel: number;
  readonly power: number;
  readonly looks: number;
  readonly fromRun: boolean;
  readonly rows: readonly PowerRow[];
}

/** One series; of a plan, neither target nor class is named. */
interface PowerRow {
  readonly target: string | null;
  readonly class: string | null;
  /** Null where the run's series is too short to learn from. */
  readonly design: PowerDesign | null;
  readonly detectable: PlannedPower | null;
}

/** Variance of a stance of which 55 % take a side, with as many for as against. */
const STANCE_VARIANCE = 0.55;
const TYPICAL_AR = 0.3;
const TYPICAL_NOISE = 2;
const SEED = 1;

/**
 * What change could be seen: by the numbers given, or, where no number of mentions is given, by those of the study's last run.
 * @throws {StudyError} `cli/usage` where there is neither
 */
export async function planPower(path: string | undefined, plan: PowerPlan): Promise<PowerResult> {
  const study = path === undefined ? null : (await loadStudy(path)).config;
  const finding = study === null ? null : await readFinding(outFolder(plan.out, study));
  const found = finding === null ? [] : powerDesigns(finding, codingsOf(plan));
  const isPlanned = plan.mentions !== undefined || found.length === 0;
  const designs = isPlanned ? [{ target: null, class: null, design: plannedDesign(study, plan) }] : found;
  const confidenceLevel = study?.measure.confidenceLevel ?? 0.95;
  const looks = plan.looks ?? plannedLooks(study);
  const options = { confidenceLevel, power: plan.power, looks };
  const rows = designs.map((one): PowerRow => {
    const random = seededRandom(study?.seed ?? SEED);
    return { ...one, detectable: one.design && plannedPower(one.design, { ...options, random }) };
  });
  return { ...options, fromRun: !isPlanned, rows };
}

/** One test for each event, target and class. */
function plannedLooks(study: StudyConfig | null): number {
  return study === null ? 1 : Math.max(1, study.events.length) * study.targets.length * study.classes.length;
}

function codingsOf({ codings, explained }: PowerPlan) {
  return { nCodings: codings ?? null, explained, codedVariance: STANCE_VARIANCE };
}

function plannedDesign(study: StudyConfig | null, plan: PowerPlan): PowerDesign {
  const { mentions, noise = TYPICAL_NOISE } = plan;
  const nPeriods = plan.periods ?? (study === null ? undefined : periodsOf(study));
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
    unitVariance: STANCE_VARIANCE * plan.designEffect,
    processVariance: (noise / 100) ** 2,
    autocorrelation: plan.ar ?? TYPICAL_AR,
    ...codingsOf(plan),
  };
}

function periodsOf({ period, bin }: StudyConfig): number {
  return timeBins(period, bin).length;
}
