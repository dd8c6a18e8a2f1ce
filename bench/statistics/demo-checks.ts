import { PLAN, PLANNED_SOURCES } from '../../src/demo/plan.ts';
import { plantedBalance, plantedEffects } from '../../src/demo/planted-balance.ts';
import type { ChangePoint } from '../../src/domain/change-point.ts';
import type { Estimate, Interval, Period, Series } from '../../src/domain/estimate.ts';
import type { EventContrast, Finding } from '../../src/domain/finding.ts';
import type { DemoFindings } from './demo-replicate.ts';
import type { Replicate } from './simulation.ts';

/** The class that falls by its mix alone. */
export const MIX_CLASS = 'regional-press';

const [EACH, ONCE] = [plantedEffects('each'), plantedEffects('once')];

/** Classes in which talk about China was planted. */
export const CHINA_CLASSES = EACH.filter(({ target }) => target === 'china').map((one) => one.class);

const isStill = (target: string, name: string): boolean =>
  name !== MIX_CLASS && ONCE.find((one) => one.target === target && one.class === name)?.change === 0;

const holds = ({ lower, upper }: Interval, value: number): number => Number(lower <= value && value <= upper);
const excludesZero = (interval: Interval): number => 1 - holds(interval, 0);
const meets = (a: Period, b: Period): boolean => a.start < b.end && b.start < a.end;

/** What the findings of one corpus say, beside what was planted in it: 1 = yes, 0 = no, or a share. */
export function checkDemo({ plain, coded }: DemoFindings): Replicate {
  return {
    ...checkChange(plain),
    ...checkStill(plain),
    ...checkEffects('raw', plain, EACH),
    ...checkEffects('corrected', coded, ONCE),
    ...checkDrivers(plain),
    ...checkMix(plain),
    ...checkOutage(plain),
    ...checkCampaign(plain, coded),
  };
}

const changesIn = (finding: Finding, target: string, name: string): ChangePoint[] =>
  finding.changePoints.filter((one) => one.target === target && one.stratum['class'] === name);

const effectIn = (finding: Finding, target: string, name: string): EventContrast | undefined =>
  finding.events.find((one) => one.target === target && one.stratum['class'] === name);

/** The week of a day, which is a Monday. */
function weekFrom(date: string): Period {
  const end = new Date(Date.parse(`${date}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10);
  return { start: date, end };
}

function checkChange(finding: Finding): Replicate {
  const found = changesIn(finding, 'china', 'public').sort(
    (a, b) => Math.abs(b.size.value) - Math.abs(a.size.value),
  );
  const bloggers = changesIn(finding, 'china', 'military-bloggers').length;
  const [largest] = found;
  const supported = Number(effectIn(finding, 'china', 'public')?.verdict === 'supported');
  const always = { found: Number(found.length > 0), bloggersFound: Number(bloggers > 0), supported };
  if (largest === undefined) return always;
  const cell = { target: 'china', class: 'public', campaign: false };
  const week = weekFrom(PLAN.changeDate);
  const month = { start: '2024-06-01', end: PLAN.changeDate };
  const [before, after] = [
    plantedBalance({ ...cell, ...month }) ?? 0,
    plantedBalance({ ...cell, ...week }) ?? 0,
  ];
  return {
    ...always,
    dateHeld: Number(
      largest.dateInterval.start <= PLAN.changeDate && PLAN.changeDate < largest.dateInterval.end,
    ),
    dateDays: (Date.parse(largest.dateInterval.end) - Date.parse(largest.dateInterval.start)) / 86_400_000,
    stepHeld: holds(largest.size.interval, after - before),
    more: Number(found.length > 1),
  };
}

/** Targets and classes in which nothing was planted. */
function checkStill(finding: Finding): Replicate {
  const searched = finding.series.filter(
    (one) =>
      one.measure === 'net-balance' &&
      isStill(one.target, one.stratum['class'] ?? '') &&
      finding.trends?.some((trend) => trend.series === one.id && trend.notTested === null),
  );
  const moved = searched.filter((one) => finding.changePoints.some((change) => change.series === one.id));
  const still = finding.events.filter((one) => isStill(one.target, one.stratum['class'] ?? ''));
  const tested = still.filter(({ verdict }) => verdict !== 'not-tested' && verdict !== 'not-estimable');
  const blamed = tested.filter(({ verdict }) => verdict === 'supported' || verdict === 'contradicted');
  const placebos = finding.events.filter(({ isPlacebo }) => isPlacebo === true);
  const intervals = placebos.flatMap(({ effect }) => (effect.kind === 'estimate' ? [effect.interval] : []));
  const held = intervals.filter((interval) => holds(interval, 0) === 1);
  return {
    ...share('stillChanged', moved.length, searched.length),
    anyStillChanged: Number(moved.length > 0),
    ...share('stillSupported', blamed.length, tested.length),
    anyStillSupported: Number(blamed.length > 0),
    ...share('placeboHeld', held.length, intervals.length),
  };
}

/** A share by name; nothing where there is nothing to take it of. */
function share(name: string, part: number, of: number): Replicate {
  return of === 0 ? {} : { [name]: part / of };
}

/** Whether the interval of the change holds the planted one, in every class of talk about China. */
function checkEffects(name: 'raw' | 'corrected', finding: Finding, planted: typeof EACH): Replicate {
  const held: Record<string, number> = {};
  for (const { target, class: of, change } of planted) {
    const effect = effectIn(finding, target, of)?.effect;
    if (target !== 'china' || effect?.kind !== 'estimate') continue;
    if ((effect.correction === 'none') === (name === 'raw'))
      held[`${name}:${of}`] = holds(effect.interval, change);
  }
  const all = Object.values(held);
  return { ...held, ...share(name, all.filter((one) => one === 1).length, all.length) };
}

function checkDrivers({ decompositions }: Finding): Replicate {
  const split = decompositions.find(
    (one) => one.target === 'china' && one.stratum['class'] === 'public' && one.dimension === 'theme',
  );
  const planted = Object.entries(PLAN.drivers)
    .filter(([, part]) => part > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([driver]) => driver);
  const levels = (split?.levels ?? []).map(({ level }) => level);
  const found = levels.filter((level) => planted.includes(level));
  return {
    driverFirst: Number(levels[0] === planted[0]),
    driverOrder: Number(found.join() === planted.join()),
  };
}

function checkMix(finding: Finding): Replicate {
  const split = finding.decompositions.find(
    (one) => one.target === 'china' && one.stratum['class'] === MIX_CLASS && one.dimension === 'source',
  );
  const of = (kind: string) => split?.kinds.find((one) => one.kind === kind)?.interval;
  const [mix, within] = [of('mix'), of('within')];
  const event = effectIn(finding, 'china', MIX_CLASS);
  const fixed = event?.variants?.find((one) => one.mix === 'fixed' && one.correction === 'none')?.estimate;
  const raw = event?.effect;
  if (mix === undefined || within === undefined || fixed?.kind !== 'estimate' || raw?.kind !== 'estimate')
    throw new RangeError(`the mix of ${MIX_CLASS} is not split`);
  return {
    mixFound: Number(mix.upper < 0),
    mixWithin: excludesZero(within),
    mixRaw: excludesZero(raw.interval),
    mixFixed: excludesZero(fixed.interval),
    mixChange: Number(changesIn(finding, 'china', MIX_CLASS).length > 0),
    mixSupported: Number(event?.verdict === 'supported'),
  };
}

function checkOutage({ health, series, changePoints }: Finding): Replicate {
  const { source, start, end } = PLAN.outage;
  const holes = health.flatMap((one) => one.holes.map((hole) => ({ ...hole, source: one.source })));
  const planted = holes.filter((hole) => hole.source === source);
  const name = PLANNED_SOURCES.find(({ id }) => id === source)?.class;
  const fixed =
    seriesIn(series, 'china', name ?? '')?.variants?.find(({ mix }) => mix === 'fixed')?.estimates ?? [];
  const silent = fixed.filter(({ period }) => meets(period, PLAN.outage));
  // A week on both sides: a change that begins or ends with the outage.
  const [from, to] = [-7, 7].map((days, i) =>
    new Date(Date.parse(i === 0 ? start : end) + days * 86_400_000).toISOString().slice(0, 10),
  ) as [string, string];
  const near = changePoints.filter(
    (one) => one.stratum['class'] === name && from <= one.date && one.date < to,
  );
  return {
    outageStated: Number(planted.length === 1 && planted[0]?.start === start && planted[0].end === end),
    otherHole: Number(holes.length > planted.length),
    outageMissing: Number(silent.length === 2 && silent.every(({ kind }) => kind === 'not-estimable')),
    outageChange: Number(near.length > 0),
  };
}

const seriesIn = (series: readonly Series[], target: string, name: string): Series | undefined =>
  series.find(
    (one) => one.target === target && one.stratum['class'] === name && one.measure === 'net-balance',
  );

/**
 * The index in the week of the campaign, with all copies and with each text once, beside the level planted without the campaign:
 * it moved where it lies farther away than the error of sampling in that week allows at 95 %.
 */
function checkCampaign(plain: Finding, coded: Finding): Replicate {
  const { start, end, source } = PLAN.campaign;
  const name = PLANNED_SOURCES.find(({ id }) => id === source)?.class ?? '';
  const inWeek = (estimates: readonly Estimate[] | undefined) => {
    const found = estimates?.find(({ period }) => period.start === start);
    if (found?.kind !== 'estimate') throw new RangeError('the week of the campaign has no estimate');
    return found;
  };
  const raw = inWeek(seriesIn(plain.series, 'china', name)?.estimates);
  const collapsed = inWeek(
    seriesIn(coded.series, 'china', name)?.variants?.find(
      ({ mix, correction }) => mix === 'observed' && correction === 'none',
    )?.estimates,
  );
  const planted = plantedBalance({ target: 'china', class: name, start, end, campaign: false }) ?? 0;
  const moved = (value: number): number => Number(Math.abs(value - planted) > 1.96 * collapsed.standardError);
  return {
    campaignRaw: moved(raw.value),
    campaignCollapsed: moved(collapsed.value),
    campaignWidth:
      (raw.interval.upper - raw.interval.lower) / (collapsed.interval.upper - collapsed.interval.lower),
  };
}
