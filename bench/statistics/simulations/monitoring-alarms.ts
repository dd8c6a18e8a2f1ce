import { onlineChanges, probabilityOfRecentChange } from '../../../src/stats/online-changes.ts';
import { drawSeries, samplingDeviation } from '../series/draw-series.ts';
import type { Simulation } from '../simulation.ts';

const WEEKS = 104;
const MENTIONS = 400;
const CHANGE = 80;
const WITHIN = 8;

/** How often monitoring raises an alarm, with a change and without. */
export const monitoringAlarms: Simulation = {
  id: 'monitoring-alarms',
  title: 'Alarms of monitoring',
  text: `${WEEKS} weeks with ${MENTIONS} mentions each and a process with a third of the sampling variance; a lasting fall by *fall* in week ${CHANGE}. An alarm is a week in which the
probability of a change within the last ${WITHIN} weeks is above one half. *False* says how often there is any alarm in the 70 weeks before week ${CHANGE}, *in time* how
often there is one in the ${WITHIN} weeks from the fall on.`,
  cases: [0.06, 0.12].flatMap((fall) => [0, 0.3, 0.6].map((autocorrelation) => ({ fall, autocorrelation }))),
  columns: [
    { of: 'false', label: 'false', kind: 'rate', goal: { to: 0.1 } },
    { of: 'inTime', label: 'in time', kind: 'rate', goal: { from: 0.8, cases: ({ fall }) => fall === 0.12 } },
  ],
  replicates: { full: 1000, short: 40 },
  short: ({ autocorrelation }) => autocorrelation === 0.3,
  run({ fall, autocorrelation }, random) {
    const phi = Number(autocorrelation);
    const processDeviation = samplingDeviation(MENTIONS) / Math.sqrt(3);
    const level = (bin: number): number => (bin < CHANGE ? 0.1 : 0.1 - Number(fall));
    const plan = { bins: WEEKS, mentions: MENTIONS, autocorrelation: phi, processDeviation, level };
    const noiseVariance = (processDeviation ** 2 * (1 + phi)) / (1 - phi);
    const ages = onlineChanges(drawSeries(plan, random), {
      hazard: 0.01,
      mean: 0,
      variance: 0.1,
      noiseVariance,
    });
    const isAlarm = (bin: number): boolean => probabilityOfRecentChange(ages.slice(0, bin + 1), WITHIN) > 0.5;
    const any = (from: number, to: number): number => {
      for (let bin = from; bin < to; bin++) if (isAlarm(bin)) return 1;
      return 0;
    };
    return { false: any(CHANGE - 70, CHANGE), inTime: any(CHANGE, CHANGE + WITHIN) };
  },
};
