import { CHINA_CLASSES, checkDemo, MIX_CLASS } from '../demo-checks.ts';
import { measureDemo } from '../demo-replicate.ts';
import type { Column, Simulation } from '../simulation.ts';

const rate = (of: string, label: string, goal?: Column['goal']): Column => ({
  of,
  label,
  kind: 'rate',
  ...(goal === undefined ? {} : { goal }),
});
const COVERAGE = { from: 0.93, to: 0.97 };
const ERROR = { to: 0.05 };

const N_CODED = 1500;

/** The planted truth of the demo, found again by the whole program. */
export const demoTruth: Simulation = {
  id: 'demo-truth',
  title: 'The planted truth of the demo, found again',
  text: `Each replicate is a corpus of the demo with a seed of its own: 40,000 posts, written to files, read, normalized, annotated by the
embedded model, searched for copies and measured as \`groundswell demo\` does, then compared with what was planted. *Planted* is what the
generator's plan lets expect (\`effects\` in \`truth.json\`), not what came about in one corpus and not what the model reads. So the
rows *uncorrected* have the errors of the model in them; the rows *corrected* are a second measurement of the same corpus with
${N_CODED.toLocaleString('en')} mentions drawn by \`groundswell sample\` and coded as they were planted, each text counted once. Change points,
events, drivers and mix are those of the first, uncorrected measurement.

A *still* series is one of a target and class in which nothing was planted, placebo targets among them. In the class
*${MIX_CLASS}* no source changes its balance, and a cool source writes three times as much from the planted date on. The index *moved* in the
week of the campaign where it lies farther from the level planted without the campaign than 1.96 standard errors of
the index that counts each text once. Its interval with all copies knows that they are one text, and is as many times as wide as the last row says.`,
  cases: [{}],
  columns: [
    rate('found', 'planted change found (public)', { from: 0.8 }),
    rate('dateHeld', 'its date interval holds the planted date', { from: 0.93 }),
    { of: 'dateDays', label: 'days in the date interval', kind: 'mean' },
    rate('stepHeld', 'interval of its size holds the planted step, uncorrected'),
    rate('more', 'another change found beside it', ERROR),
    rate('bloggersFound', 'planted change found (military bloggers)'),
    rate('supported', 'planted event supported (public)', { from: 0.8 }),
    rate('raw', 'effect interval holds the planted effect, uncorrected, all classes'),
    ...CHINA_CLASSES.map((name) => rate(`raw:${name}`, `– ${name}`)),
    rate('corrected', 'effect interval holds the planted effect, corrected, all classes', COVERAGE),
    ...CHINA_CLASSES.map((name) => rate(`corrected:${name}`, `– ${name}`, COVERAGE)),
    rate('placeboHeld', 'effect interval of a placebo target holds zero', COVERAGE),
    rate('driverFirst', 'planted first driver is first', { from: 0.95 }),
    rate('driverOrder', 'three planted drivers in their order'),
    rate('stillChanged', 'change found in a still series', ERROR),
    rate('anyStillChanged', 'change found in any still series of a finding'),
    rate('stillSupported', 'event supported in a still series', ERROR),
    rate('anyStillSupported', 'event supported in any still series of a finding', ERROR),
    rate('mixFound', 'change of mix alone: the mix term is away from zero', { from: 0.95 }),
    rate('mixWithin', 'change of mix alone: the within term is away from zero', ERROR),
    rate('mixRaw', 'change of mix alone: effect away from zero, observed mix'),
    rate('mixFixed', 'change of mix alone: effect away from zero, fixed mix', ERROR),
    rate('mixChange', 'change of mix alone: change found', ERROR),
    rate('mixSupported', 'change of mix alone: event supported', ERROR),
    rate('outageStated', 'outage stated as a hole, to the day', { from: 0.99 }),
    rate('otherHole', 'another hole stated in any source', ERROR),
    rate('outageMissing', 'outage missing in the series at the fixed mix', { from: 0.99 }),
    rate('outageChange', 'change found at the outage', ERROR),
    rate('campaignRaw', 'campaign moved the index with all copies', { from: 0.95 }),
    rate('campaignCollapsed', 'campaign moved the index with each text once', ERROR),
    {
      of: 'campaignWidth',
      label: 'width of the interval with all copies, in widths with each text once',
      kind: 'mean',
    },
  ],
  replicates: { full: 200, short: 1 },
  small: { documents: 8_000 },
  code: ['src/**/*.ts', 'models/stance-1/*'],
  chunk: 4,
  async run({ documents = 40_000 }, random) {
    const seed = Math.floor(random() * 2 ** 31);
    return checkDemo(await measureDemo({ documents: Number(documents), seed, nCoded: N_CODED }));
  },
};
