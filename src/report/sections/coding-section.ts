import type { CodingWaveSummary } from '../../domain/coding.ts';
import type { Score } from '../../domain/evaluation.ts';
import type { Block, Cell, Section } from '../block.ts';
import { countCell, type ReportContext } from '../report-context.ts';

/** The mentions that people coded: how they were drawn, how many there are, how far people agree. */
export function composeCodings(context: ReportContext): Section | null {
  const { finding, messages, format } = context;
  const { codings } = finding;
  if (codings === undefined) return null;
  const words = messages.codings;
  const intro = words.intro({
    coded: format.count(codings.nCoded),
    coders: format.count(codings.nCoders),
    strata: format.count(codings.nStrata),
    least: format.probability(codings.smallestProbability),
  });
  const blocks: Block[] = [
    { kind: 'paragraph', text: intro },
    ...agreementTexts(context, codings.agreement).map((text) => ({ kind: 'paragraph', text }) as const),
    { kind: 'table', table: { caption: words.caption, ...waveTable(context, codings.waves) } },
  ];
  return { id: 'codings', heading: words.heading, blocks };
}

type Agreement = NonNullable<ReportContext['finding']['codings']>['agreement'];

function agreementTexts({ messages, format }: ReportContext, agreement: Agreement): string[] {
  const words = messages.codings;
  const { alpha, share } = agreement;
  if (share.value === null) return [words.notShared];
  const said = words.agreement({
    shared: format.count(agreement.nShared),
    level: format.wholePercent(agreement.confidenceLevel),
    share: printed(share, format.percent),
    neighbouring: format.count(agreement.nNeighbouring),
    opposite: format.count(agreement.nOpposite),
  });
  return [said, alpha.value === null ? words.noAlpha : words.alpha(printed(alpha, format.probability))];
}

type MeasuredScore = Extract<Score, { readonly value: number }>;

function printed(score: MeasuredScore, print: (value: number) => string) {
  return { value: print(score.value), interval: `[${print(score.lower)} – ${print(score.upper)}]` };
}

function waveTable(context: ReportContext, waves: readonly CodingWaveSummary[]) {
  const { messages, format } = context;
  const words = messages.codings;
  const numeric = [words.population, words.drawn, words.coded, words.coders];
  const codedCell = ({ nCoded, nUnclear }: CodingWaveSummary): Cell => ({
    ...countCell(context, nCoded),
    ...(nUnclear === 0 ? {} : { note: words.unclear(format.count(nUnclear)) }),
  });
  return {
    columns: [
      { label: words.wave, numeric: false },
      { label: words.drawnOn, numeric: false },
      ...numeric.map((label) => ({ label, numeric: true })),
    ],
    rows: waves.map((wave) => [
      { text: wave.wave },
      { text: format.instant(`${wave.drawnOn}T00:00:00Z`, 'day') },
      countCell(context, wave.nPopulation),
      countCell(context, wave.nDrawn),
      codedCell(wave),
      countCell(context, wave.nCoders),
    ]),
  };
}
