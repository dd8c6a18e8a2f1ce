import type { Table } from '../../../../src/report/block.ts';
import type { LedWave } from '../../../../src/server/coding/contract.ts';
import { TableView } from '../../blocks/table-view.tsx';
import type { PanelProps } from './code-props.ts';

/** The strata of a wave: how many mentions each has and how many were drawn. */
export function StrataView({ wave, led, code, format }: PanelProps & { readonly wave: LedWave }) {
  const labelOf = (list: readonly { readonly id: string; readonly label: string }[], id: string): string =>
    list.find((one) => one.id === id)?.label ?? id;
  const model = (label: LedWave['strata'][number]['modelLabel']): string =>
    label === null ? code.lead.anything : label === 'abstain' ? code.lead.abstain : code.label[label];
  const table: Table = {
    caption: wave.wave,
    columns: [
      ...code.lead.stratum.map((label) => ({ label, numeric: false })),
      ...code.lead.counts.map((label) => ({ label, numeric: true })),
    ],
    rows: wave.strata.map((one) => [
      { text: labelOf(led.study.targets, one.target) },
      { text: labelOf(led.study.classes, one.class) },
      { text: format.period({ start: one.start, end: one.end }) },
      { text: model(one.modelLabel) },
      { text: format.count(one.nPopulation).text },
      { text: format.count(one.nDrawn).text },
      { text: format.probability(one.nDrawn / one.nPopulation) },
    ]),
  };
  return (
    <details>
      <summary>
        {code.lead.strata} ({wave.strata.length})
      </summary>
      <TableView table={table} layout="stack" />
    </details>
  );
}
