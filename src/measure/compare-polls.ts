import type { Composition, Estimated, Interval, Series } from '../domain/estimate.ts';
import type { PollAgreement, PollChange, PollPanel, PollRow, PollWave } from '../domain/poll.ts';
import { normalQuantile } from '../stats/normal.ts';
import { type Correlation, kendall, spearman } from '../stats/rank-correlation.ts';
import { wilsonInterval } from '../stats/wilson-interval.ts';
import type { PollConfig } from '../study/config.ts';
import { dayOfDate } from './time-bins.ts';

/**
 * Sets a poll beside the series it is compared with: of each wave the mean of the periods its fieldwork lies in, by days;
 * of each pair of waves in a row both changes and their difference.
 *
 * The standard error of that mean takes the periods as wholly dependent, since the same authors write in several; poll and
 * index are taken as independent. Assumes simple random samples of respondents: a poll's own design effect, where it is
 * published, belongs into `n`.
 */
export function comparePoll(
  config: PollConfig,
  rows: readonly PollRow[],
  of: { readonly series: readonly Series[]; readonly confidenceLevel: number },
): PollPanel {
  const { id, label, target, measure } = config;
  const level = of.confidenceLevel;
  const series = of.series.find(
    (one) => one.target === target && one.stratum['class'] === config.class && one.measure === measure,
  );
  const waves = rows.map(
    (row): PollWave => ({
      ...row,
      interval: pollInterval(row, measure === 'net-balance', level),
      ...indexDuring(series, row, level),
    }),
  );
  const changes = waves.flatMap((wave, i): PollChange[] => {
    const before = waves[i - 1];
    if (before === undefined || before.source !== wave.source || before.question !== wave.question) return [];
    return before.index === null || wave.index === null
      ? []
      : [changeBetween({ ...before, index: before.index }, { ...wave, index: wave.index }, level)];
  });
  return {
    id,
    label,
    target,
    stratum: { class: config.class },
    measure,
    waves,
    changes,
    agreement: agreementOf(waves, changes, level),
  };
}

function pollInterval({ value, nRespondents }: PollRow, isBalance: boolean, level: number): Interval {
  // A balance of b comes with a variance of at most 1 − b²: that of (1 + b)/2 in favor and the rest against.
  const share = isBalance ? (1 + value) / 2 : value;
  const [lower, upper] = wilsonInterval(share * nRespondents, nRespondents, level);
  return isBalance ? { lower: 2 * lower - 1, upper: 2 * upper - 1, level } : { lower, upper, level };
}

function indexDuring(
  series: Series | undefined,
  { period }: PollRow,
  level: number,
): Pick<PollWave, 'index' | 'reason'> {
  const span = { start: dayOfDate(period.start), end: dayOfDate(period.end) };
  const inside = (series?.estimates ?? []).flatMap((estimate) => {
    const days =
      Math.min(span.end, dayOfDate(estimate.period.end)) -
      Math.max(span.start, dayOfDate(estimate.period.start));
    return days > 0 ? [{ estimate, days }] : [];
  });
  const known = inside.flatMap(
    ({ estimate, days }): { readonly estimate: Estimated; readonly days: number }[] =>
      estimate.kind === 'estimate' ? [{ estimate, days }] : [],
  );
  const first = inside[0]?.estimate;
  if (first === undefined) return { index: null, reason: 'outside-period' };
  if (known.length === 0) return { index: null, reason: first.kind === 'estimate' ? null : first.reason };
  const days = known.reduce((sum, one) => sum + one.days, 0);
  const mean = (f: (e: Estimated) => number): number =>
    known.reduce((sum, one) => sum + (one.days / days) * f(one.estimate), 0);
  return {
    index: part(
      mean((e) => e.value),
      mean((e) => e.standardError),
      level,
    ),
    reason: null,
  };
}

type MeasuredWave = PollWave & { readonly index: Composition };

function changeBetween(before: MeasuredWave, after: MeasuredWave, level: number): PollChange {
  const z = normalQuantile((1 + level) / 2);
  const pollError = (wave: PollWave): number => (wave.interval.upper - wave.interval.lower) / (2 * z);
  const both = (a: number, b: number): number => Math.sqrt(a * a + b * b);
  const poll = part(after.value - before.value, both(pollError(before), pollError(after)), level);
  const index = part(
    after.index.value - before.index.value,
    both(before.index.standardError, after.index.standardError),
    level,
  );
  return {
    source: after.source,
    question: after.question,
    from: before.period,
    to: after.period,
    poll,
    index,
    difference: part(poll.value - index.value, both(poll.standardError, index.standardError), level),
  };
}

function part(value: number, standardError: number, level: number): Composition {
  const half = normalQuantile((1 + level) / 2) * standardError;
  return { value, standardError, interval: { lower: value - half, upper: value + half, level } };
}

function agreementOf(
  waves: readonly PollWave[],
  changes: readonly PollChange[],
  level: number,
): PollAgreement {
  const measured = waves.filter((wave): wave is MeasuredWave => wave.index !== null);
  const byQuestion = [...Map.groupBy(measured, ({ source, question }) => `${source}\0${question}`).values()];
  const most = byQuestion.reduce<readonly MeasuredWave[]>((a, b) => (b.length > a.length ? b : a), []);
  const [x, y] = [most.map(({ value }) => value), most.map(({ index }) => index.value)];
  const nSameSign = changes.filter(
    ({ poll, index }) => Math.sign(poll.value) === Math.sign(index.value),
  ).length;
  const said = (found: Correlation | null) =>
    found === null
      ? null
      : { value: found.value, interval: { lower: found.lower, upper: found.upper, level } };
  const [lower, upper] = changes.length === 0 ? [0, 1] : wilsonInterval(nSameSign, changes.length, level);
  return {
    nWaves: measured.length,
    nChanges: changes.length,
    nSameSign,
    sameSign:
      changes.length === 0 ? null : { value: nSameSign / changes.length, interval: { lower, upper, level } },
    nDiffer: changes.filter(({ difference: { interval } }) => interval.lower > 0 || interval.upper < 0)
      .length,
    spearman: said(spearman(x, y, level)),
    kendall: said(kendall(x, y, level)),
  };
}
