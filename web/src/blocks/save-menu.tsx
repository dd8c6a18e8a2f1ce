import type { Figure, Panel } from '../../../src/report/block.ts';
import { type ChartNotes, chartFile, panelTitle, tableFile } from '../../../src/report/formats/chart-file.ts';
import { fileName, pictureOf, saveFile } from '../charts/save-chart.ts';

/** Ways to take a chart along: with its title, key, intervals, method and run on it. */
export function SaveMenu(props: {
  readonly figure: Figure;
  readonly panel: Panel;
  readonly notes: ChartNotes;
  /** “Save as”. */
  readonly label: string;
}) {
  const { figure, panel, notes, label } = props;
  const title = panelTitle(figure, panel);
  const svg = (): string => chartFile(figure, panel, notes);
  const save = {
    SVG: () => saveFile(fileName(title, 'svg'), new Blob([svg()], { type: 'image/svg+xml' })),
    PNG: () => void pictureOf(svg()).then((picture) => saveFile(fileName(title, 'png'), picture)),
    CSV: () =>
      saveFile(
        fileName(figure.title, 'csv'),
        new Blob([`\ufeff${tableFile(figure.title, figure.table, notes)}`], { type: 'text/csv' }),
      ),
  };
  return (
    <p class="save">
      <span>{label}</span>
      {Object.entries(save).map(([name, run]) => (
        <button key={name} type="button" aria-label={`${label} ${name}: ${title}`} onClick={run}>
          {name}
        </button>
      ))}
    </p>
  );
}
