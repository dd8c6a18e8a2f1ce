import { BugError } from '../../errors/errors.ts';
import { dayIn } from '../corpus-plan.ts';
import { expectedBalance } from '../expected-balance.ts';
import type { ReferenceDriver } from './reference-driver.ts';
import { REFERENCE, REFERENCE_CORPUS } from './reference-plan.ts';

type Days = readonly [start: string, end: string];

const WHOLE: Days = [REFERENCE.period.start, REFERENCE.period.end];
const BEFORE: Days = ['2023-01-01', '2024-01-01'];
const AFTER: Days = ['2024-09-01', '2025-03-01'];
const PARTS: readonly Days[] = [
  ['2023-01-01', '2023-07-01'],
  ['2023-07-01', '2024-01-01'],
  ['2024-01-01', '2024-07-01'],
  ['2024-07-01', '2025-03-01'],
];
/** Days compared at the date that the report names. */
const [EVENT_BEFORE, EVENT_AFTER]: readonly [Days, Days] = [
  ['2024-01-03', '2024-07-01'],
  ['2024-07-01', '2024-12-28'],
];

function balance(target: string, name: string, [start, end]: Days): number {
  const found = expectedBalance(REFERENCE_CORPUS, { target, class: name, start, end, campaign: false });
  if (found === null) throw new BugError(`nothing is planned of ${target} in ${name}`);
  return found;
}

const trend = (target: string, name: string): number =>
  balance(target, name, AFTER) - balance(target, name, BEFORE);

/** Share of the talk of a class about China that goes to a driver, and what it adds to the change at the date that is named. */
function contribution(driver: ReferenceDriver, name: string): number {
  const source = REFERENCE_CORPUS.sources.find((one) => one.class === name);
  if (source === undefined) throw new BugError(`no source of ${name}`);
  const share = REFERENCE_CORPUS.talkOf(source, 'china')[driver] ?? 0;
  const mean = ([start, end]: Days): number => {
    const [from, to] = [start, end].map((date) => dayIn(REFERENCE.period, date)) as [number, number];
    let sum = 0;
    for (let day = from; day < to; day++)
      sum += REFERENCE_CORPUS.levelOf(source, { day, target: 'china', driver });
    return sum / (to - from);
  };
  return share * (mean(EVENT_AFTER) - mean(EVENT_BEFORE));
}

function talk(driver: ReferenceDriver, name: string): number {
  const source = REFERENCE_CORPUS.sources.find((one) => one.class === name);
  return source === undefined ? 0 : (REFERENCE_CORPUS.talkOf(source, 'china')[driver] ?? 0);
}

/**
 * Which claims of the reference study the plan makes true; null where nothing is planted that could. Talk about China sours slowly, so
 * every claim that dates the fall is false. A statement about equality at its limit counts as false.
 */
export function plantedClaims(): Readonly<Record<string, boolean | null>> {
  const [quality, investment, military] = (['quality', 'investment', 'military'] as const).map((driver) =>
    contribution(driver, 'public'),
  ) as [number, number, number];
  return {
    c1: false,
    'c1-trend': trend('china', 'public') < 0,
    c2: false,
    'c2-payments': contribution('payments', 'public') < 0,
    c3: PARTS.every(
      (days) =>
        balance('chinese-companies', 'public', days) < balance('chinese-companies', 'private-press', days),
    ),
    c4: PARTS.filter((days) => balance('china', 'private-press', days) < 0).length >= 1,
    c5: talk('quality', 'public') / talk('quality', 'state-media') > 2,
    'c5-warmer': balance('china', 'state-media', WHOLE) > balance('china', 'private-press', WHOLE),
    c6: quality < -0.03,
    'c6-cars': trend('chinese-cars', 'public') < -0.1,
    c7: contribution('military', 'military-bloggers') < 0,
    c8: investment < -0.03,
    'c6-c8-order': quality < investment && investment < military,
    c10: balance('chinese-cars', 'public', WHOLE) < balance('japanese-cars', 'public', WHOLE),
    c11: balance('chinese-cars', 'officials', WHOLE) > balance('chinese-cars', 'public', WHOLE),
    'c13-date': true,
    c16: false,
    c20: contribution('producers', 'public') < 0,
    c21: trend('russia', 'public-china') < -0.1,
    c22: balance('russia', 'public-china', WHOLE) < 0,
    'c23-trend': Math.abs(trend('russia', 'public-china')) < 0.1,
    c24: null,
    c26: false,
  };
}
