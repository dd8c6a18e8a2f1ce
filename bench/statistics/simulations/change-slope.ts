import { changePoints } from '../../../src/stats/change-points.ts';
import { drawSeries, samplingDeviation } from '../series/draw-series.ts';
import type { Case, Simulation } from '../simulation.ts';

const WEEKS = 104;
const MENTIONS = 400;
const FIRST = 20;

const isLong = (at: Case): boolean => Number(at['weeks']) >= 52;

/** How well a gradual change is found and told from a step. */
export const changeSlope: Simulation = {
  id: 'change-slope',
  title: 'A gradual change found and told from a step',
  text: `A net balance that falls evenly from week ${FIRST} on over *weeks* by *fall* in all and stays there; ${WEEKS} weeks with ${MENTIONS} mentions each, autocorrelation 0.3, process
variance a third of the sampling variance. *Found*: any change is found. Of those found: *called slope*: exactly one change, a slope, is found; of these, *start held*
and *size held* say how often the 95 % intervals hold the truth. The slope penalty is set so that about 5 % of true steps are called slopes; a fall of 0.12 over
half a year is too short and too small to be told from a step more often.`,
  cases: [
    { fall: 0.12, weeks: 26 },
    { fall: 0.12, weeks: 52 },
    { fall: 0.2, weeks: 52 },
    { fall: 0.2, weeks: 84 },
  ],
  columns: [
    { of: 'found', label: 'found', kind: 'rate', goal: { from: 0.8 } },
    { of: 'slope', label: 'called slope', kind: 'rate', goal: { from: 0.8, cases: isLong } },
    { of: 'startHeld', label: 'start held', kind: 'rate', goal: { from: 0.93 } },
    { of: 'sizeHeld', label: 'size held', kind: 'rate', goal: { from: 0.93 } },
  ],
  replicates: { full: 300, short: 12 },
  short: (at) => at['fall'] === 0.2 && at['weeks'] === 52,
  run(at, random) {
    const [fall, weeks] = [Number(at['fall']), Number(at['weeks'])];
    const bins = drawSeries(
      {
        bins: WEEKS,
        mentions: MENTIONS,
        autocorrelation: 0.3,
        processDeviation: samplingDeviation(MENTIONS) / Math.sqrt(3),
        level: (bin) => 0.1 - fall * Math.min(Math.max((bin - FIRST + 1) / weeks, 0), 1),
      },
      random,
    );
    const found = changePoints(bins, { level: 0.95 })?.changes ?? [];
    if (found.length === 0) return { found: 0 };
    const [change] = found;
    if (found.length > 1 || change?.kind !== 'slope') return { found: 1, slope: 0 };
    const [earliest, latest] = change.startRange;
    return {
      found: 1,
      slope: 1,
      startHeld: Number(earliest <= FIRST && FIRST <= latest),
      sizeHeld: Number(change.lower <= -fall && -fall <= change.upper),
    };
  },
};
