import { useMemo } from 'preact/hooks';
import type { Estimate } from '../../../../src/domain/estimate.ts';
import type { AskedSelection, Explored } from '../../../../src/domain/explored.ts';
import type { ChartNotes } from '../../../../src/report/formats/chart-file.ts';
import { FigureKey } from '../../blocks/figure-view.tsx';
import { SaveMenu } from '../../blocks/save-menu.tsx';
import { TableView } from '../../blocks/table-view.tsx';
import { TimeChart } from '../../charts/time-chart.tsx';
import { exploreFigure, type FigureInputs, numberText, rulesOf, selectionNames } from './explore-figure.ts';

/** The numbers of one or two selections: as cards, as a chart, as a table. */
export function ExploreResult(
  props: FigureInputs & {
    readonly explored: Explored;
    readonly selections: readonly AskedSelection[];
    readonly isBusy: boolean;
    /** What stands under a chart that is saved. */
    readonly notes: ChartNotes;
    /** “Save as”. */
    readonly save: string;
    readonly onPick: (of: 0 | 1, period: number) => void;
    readonly onBrush: (periods: readonly [number, number]) => void;
  },
) {
  const { explored, selections, words } = props;
  const names = selectionNames(selections.length, words);
  const rules = rulesOf(explored);
  return (
    <section class="explore-result" aria-labelledby="result-heading" aria-busy={props.isBusy}>
      <h2 id="result-heading">{words.result}</h2>
      <Cards {...props} names={names} />
      <p class="note">
        {words.counted}
        {selections.some((one) => one.class === null) && ` ${words.pooled}`}
      </p>
      <ResultChart {...props} />
      {rules.length > 0 && (
        <aside class="withheld" aria-labelledby="withheld-heading">
          <h3 id="withheld-heading">{words.rules}</h3>
          <ul>
            {rules.map((rule) => (
              <li key={rule}>{words.rule[rule]}</li>
            ))}
          </ul>
        </aside>
      )}
    </section>
  );
}

function ResultChart(props: Parameters<typeof ExploreResult>[0]) {
  const { explored, context, words, measure } = props;
  const figure = useMemo(() => exploreFigure(explored, props), [explored, context, measure]);
  const panel = figure.panels[0];
  const isEmpty = explored.selections.every(({ series }) =>
    series.every(({ estimate }) => estimate.kind === 'not-estimable'),
  );
  const bins = explored.selections[0]?.bins ?? null;
  const isWhole = bins === null || (bins[0] === 0 && bins[1] === props.choices.periods.length);
  return (
    <figure class="chart-figure" aria-labelledby="explore-chart">
      <h3 id="explore-chart">{figure.title}</h3>
      {isEmpty && <p class="note">{words.nothing}</p>}
      {panel !== undefined && !isEmpty && (
        <TimeChart
          figure={figure}
          panel={panel}
          column={null}
          title={figure.title}
          hint={words.hint}
          colon={context.messages.word.colon}
          choose={{
            chosen: isWhole ? null : bins,
            onPick: (period) => props.onPick(0, period),
            onBrush: props.onBrush,
          }}
        />
      )}
      {panel !== undefined && !isEmpty && (
        <>
          <SaveMenu {...{ figure, panel }} notes={props.notes} label={props.save} />
          <figcaption>
            <FigureKey figure={figure} />
          </figcaption>
        </>
      )}
      <details open={isEmpty}>
        <summary>{context.messages.word.dataBehindChart}</summary>
        <TableView table={figure.table} layout="scroll" />
      </details>
    </figure>
  );
}

function Cards(props: Parameters<typeof ExploreResult>[0] & { readonly names: readonly string[] }) {
  const { explored, words, names, context } = props;
  const { difference, nShared } = explored;
  return (
    <div class={names.length === 1 ? 'cards' : 'cards three'}>
      {explored.selections.map(({ whole }, i) => (
        <Card
          key={names[i]}
          {...props}
          title={names[i] ?? ''}
          style={i}
          estimate={whole.estimate}
          note={whole.withheld === null ? '' : words.rule[whole.withheld]}
        />
      ))}
      {names.length > 1 &&
        (difference === null ? (
          <div class="card">
            <h3>{words.difference}</h3>
            <p class="note">{words.differenceNone}</p>
          </div>
        ) : (
          <Card
            {...props}
            title={words.difference}
            style={null}
            estimate={difference}
            note={nShared === null || nShared === 0 ? '' : words.shared(context.format.count(nShared).text)}
          />
        ))}
    </div>
  );
}

function Card(
  props: Pick<FigureInputs, 'context' | 'measure' | 'words'> & {
    readonly title: string;
    readonly style: number | null;
    readonly estimate: Estimate;
    readonly note: string;
  },
) {
  const { estimate, words, context, title, style } = props;
  // A difference of shares is in points too.
  const { value, interval } = numberText(estimate, {
    context,
    measure: style === null ? 'net' : props.measure,
  });
  const count = (n: number | null): string => context.format.count(n ?? 0).text;
  const isPoints = style === null || props.measure === 'net';
  return (
    <div class={style === null ? 'card' : `card side-${style}`}>
      <h3>{title}</h3>
      <p class={estimate.kind === 'estimate' ? 'number' : 'number none'}>
        {value}
        {estimate.kind === 'estimate' && isPoints && <small> {words.points}</small>}
      </p>
      {interval !== '' && (
        <p class="interval">
          {interval} <small>{context.level}</small>
        </p>
      )}
      <p class="note">{context.format.period(estimate.period)}</p>
      {estimate.nDocuments !== null && style !== null && (
        <p class="note">
          {words.basis(count(estimate.nDocuments), count(estimate.nAuthors), count(estimate.nClusters))}
        </p>
      )}
      {props.note !== '' && <p class="note">{props.note}</p>}
    </div>
  );
}
