import type { Estimate } from '../../../../src/domain/estimate.ts';
import type {
  ExploreChoices,
  Explored,
  ExploredNumber,
  SelectionMeasure,
} from '../../../../src/domain/explored.ts';
import type { WithholdingRule } from '../../../../src/domain/mention-selection.ts';
import type { Cell, Figure } from '../../../../src/report/block.ts';
import { silentStretches } from '../../../../src/report/charts/estimate-runs.ts';
import { drawIndexChart } from '../../../../src/report/charts/index-chart.ts';
import { drawVolumeChart } from '../../../../src/report/charts/volume-chart.ts';
import type { ReportContext } from '../../../../src/report/report-context.ts';
import type { ExploreMessages } from '../../messages/explore-messages.ts';

/** What a figure is made with. */
export interface FigureInputs {
  readonly context: ReportContext;
  readonly words: ExploreMessages;
  readonly choices: ExploreChoices;
  readonly measure: SelectionMeasure;
}

/** A number of a selection in words, with its interval, or the reason why there is none. */
export function numberText(
  estimate: Estimate,
  { context, measure }: Pick<FigureInputs, 'context' | 'measure'>,
): { readonly value: string; readonly interval: string } {
  const { format, messages } = context;
  if (estimate.kind === 'not-estimable') return { value: messages.reason[estimate.reason], interval: '' };
  return measure === 'net'
    ? { value: format.points(estimate.value), interval: format.interval(estimate.interval) }
    : format.share(estimate);
}

/** Names of the selections: one needs no letter. */
export function selectionNames(n: number, words: ExploreMessages): readonly string[] {
  return n === 1 ? [words.selection.one] : [words.selection.a, words.selection.b];
}

/** The rules by which numbers of an answer are withheld, each once. */
export function rulesOf({ selections }: Explored): WithholdingRule[] {
  const numbers = selections.flatMap(({ series, whole }) => [...series, whole]);
  return [...new Set(numbers.flatMap(({ withheld }: ExploredNumber) => withheld ?? []))];
}

/** The index of one or two selections over the whole time of the study. */
export function exploreFigure(explored: Explored, inputs: FigureInputs): Figure {
  const { context, words, choices, measure } = inputs;
  const names = selectionNames(explored.selections.length, words);
  const series = explored.selections.map((one) => one.series.map(({ estimate }) => estimate));
  const lines = series.map((estimates, i) => ({ label: names[i] ?? '', style: i, estimates, holes: [] }));
  const span = { start: choices.periods[0]?.start ?? '', end: choices.periods.at(-1)?.end ?? '' };
  const events = context.events.filter(({ date }) => date.start < span.end && date.end > span.start);
  const draw = measure === 'net' ? drawIndexChart : drawVolumeChart;
  const title = words.chart(words.measure[measure]);
  return {
    title,
    panels: [
      {
        label: '',
        description: describe(series.flat(), inputs),
        draw: (width) =>
          draw({
            lines,
            scaleOf: lines,
            period: span,
            events,
            axis: measure === 'net' ? words.axis.points : words.axis.share,
            width,
            format: context.format,
          }),
      },
    ],
    key: keyOf(series, { names, events, context }),
    table: {
      caption: title,
      columns: [
        { label: context.messages.word.period, numeric: false },
        ...names.map((label) => ({ label, numeric: true })),
      ],
      rows: choices.periods.map((period, bin) => [
        { text: context.format.period(period) },
        ...explored.selections.map((one): Cell => {
          const number = one.series[bin];
          if (number === undefined) return { text: '—', muted: true };
          const { value, interval } = numberText(number.estimate, inputs);
          return number.estimate.kind === 'estimate'
            ? { text: `${value} ${interval}` }
            : { text: value, muted: true };
        }),
      ]),
    },
    time: { span, periods: choices.periods },
  };
}

function describe(all: readonly Estimate[], inputs: FigureInputs): string {
  const estimates = all.filter((one) => one.kind === 'estimate').toSorted((a, b) => a.value - b.value);
  const [low, high] = [estimates[0], estimates.at(-1)];
  if (low === undefined || high === undefined) return inputs.words.nothing;
  const { format } = inputs.context;
  const print = (one: Estimate): string => numberText(one, inputs).value;
  return inputs.words.description({
    low: print(low),
    high: print(high),
    n: format.count(estimates.length).text,
    all: format.count(all.length).text,
  });
}

function keyOf(
  series: readonly (readonly Estimate[])[],
  of: {
    readonly names: readonly string[];
    readonly events: ReportContext['events'];
    readonly context: ReportContext;
  },
): Figure['key'] {
  const { messages, format, level } = of.context;
  const { word } = messages;
  const silent = series.flatMap((estimates) => silentStretches(estimates));
  const key: Figure['key'][number][] = of.names.map((text, style) => ({
    symbol: { kind: 'line', style },
    text,
  }));
  key.push({ symbol: { kind: 'band' }, text: word.bandKey(level) });
  if (silent.some((one) => one.uncollected))
    key.push({ symbol: { kind: 'hatch', reason: 'no-collection' }, text: word.noCollection });
  if (silent.some((one) => !one.uncollected))
    key.push({ symbol: { kind: 'hatch', reason: 'too-few' }, text: word.tooFew });
  for (const { letter, label, date, dashed } of of.events)
    key.push({
      symbol: { kind: 'letter', letter, dashed },
      text: messages.index.event(label, format.period(date), dashed ? word.rival : word.declared),
    });
  return key;
}
