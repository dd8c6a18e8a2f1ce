import { useId } from 'preact/hooks';
import type { Figure, KeySymbol, Panel } from '../../../src/report/block.ts';
import type { ChartNotes } from '../../../src/report/formats/chart-file.ts';
import { keySymbol } from '../../../src/report/formats/key-symbol.ts';
import { ChartView } from '../charts/chart-view.tsx';
import { TimeChart } from '../charts/time-chart.tsx';
import { useChartWidth } from '../charts/use-width.ts';
import { Folded } from './folded.tsx';
import { SaveMenu } from './save-menu.tsx';
import { TableView } from './table-view.tsx';

/** Words that belong to figures. */
export interface FigureWords {
  readonly dataBehindChart: string;
  readonly reading: string;
  readonly colon: string;
  readonly save: string;
}

/** Charts with their key, and the numbers behind them folded away. */
export function FigureView(props: {
  readonly figure: Figure;
  readonly words: FigureWords;
  /** What stands under a chart that is saved. */
  readonly notes: ChartNotes;
}) {
  const { figure, words } = props;
  const id = useId();
  const several = figure.panels.length > 1;
  return (
    <figure class="chart-figure" aria-labelledby={id}>
      <h3 id={id}>{figure.title}</h3>
      {several && figure.time !== undefined && <p class="note">{words.reading}</p>}
      <div class={several ? `panels${figure.panels.length <= 4 ? ' few' : ''}` : 'single'}>
        {figure.panels.map((panel) => (
          <PanelView key={panel.label} {...props} panel={panel} />
        ))}
      </div>
      <figcaption>
        <FigureKey figure={figure} />
      </figcaption>
      <Folded
        summary={words.dataBehindChart}
        make={() => <TableView table={figure.table} layout="scroll" />}
      />
    </figure>
  );
}

/** What the marks of a figure stand for. */
export function FigureKey({ figure }: { readonly figure: Pick<Figure, 'key'> }) {
  return (
    <ul class="key">
      {figure.key.map(({ symbol, text }) => (
        <li key={text} class={symbol.kind === 'letter' ? 'event' : ''}>
          <SymbolView symbol={symbol} /> <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

function PanelView(props: {
  readonly figure: Figure;
  readonly panel: Panel;
  readonly words: FigureWords;
  readonly notes: ChartNotes;
}) {
  const { figure, panel, words, notes } = props;
  const several = figure.panels.length > 1;
  const title = panel.label === '' ? figure.title : `${figure.title}: ${panel.label}`;
  const column = figure.table.columns.findIndex(({ label }) => label === panel.label);
  return (
    <div class={several ? 'panel' : 'whole'}>
      {several && <h4>{panel.label}</h4>}
      {figure.time === undefined ? (
        <PlainChart {...{ panel, title }} isOneOfSeveral={several} />
      ) : (
        <TimeChart
          figure={figure}
          panel={panel}
          column={column > 0 ? column : null}
          title={title}
          hint={several ? '' : words.reading}
          colon={words.colon}
          isOneOfSeveral={several}
        />
      )}
      <SaveMenu figure={figure} panel={panel} notes={notes} label={words.save} />
    </div>
  );
}

function PlainChart(props: {
  readonly panel: Panel;
  readonly title: string;
  readonly isOneOfSeveral: boolean;
}) {
  const { panel, title } = props;
  const [ref, width] = useChartWidth(props.isOneOfSeveral);
  return (
    <div ref={ref}>
      <ChartView
        draw={() => panel.draw(width)}
        depends={[panel, width]}
        title={title}
        description={panel.description}
      />
    </div>
  );
}

function SymbolView({ symbol }: { readonly symbol: KeySymbol }) {
  return <span class="symbol-box" dangerouslySetInnerHTML={{ __html: keySymbol(symbol).source }} />;
}
