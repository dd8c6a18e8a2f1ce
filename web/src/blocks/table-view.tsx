import type { Cell, Table } from '../../../src/report/block.ts';

/** A table in a region that scrolls; a stacked one turns each row into a card on a phone. Roles survive that. */
export function TableView({ table, layout }: { readonly table: Table; readonly layout: 'stack' | 'scroll' }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <div role="group" class="scroll" aria-label={table.caption} tabIndex={0}>
      <table role="table" class={table.prose === true ? `${layout} prose` : layout}>
        <caption>{table.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {table.columns.map((column) => (
              <th key={column.label} role="columnheader" scope="col" class={column.numeric ? 'number' : ''}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {table.rows.map((row, index) => (
            <tr key={index} role="row">
              {row.map((cell, at) => (
                <CellView key={at} cell={cell} column={table.columns[at]} isHeader={at === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CellView(props: {
  readonly cell: Cell;
  readonly column: Table['columns'][number] | undefined;
  readonly isHeader: boolean;
}) {
  const { cell, column, isHeader } = props;
  const style = [column?.numeric === true ? 'number' : '', cell.muted === true ? 'muted' : '']
    .join(' ')
    .trim();
  const inner = (
    <>
      <span class="value">{cell.text}</span>
      {cell.note !== undefined && <small> {cell.note}</small>}
    </>
  );
  return isHeader ? (
    <th role="rowheader" scope="row" class={style}>
      {inner}
    </th>
  ) : (
    <td role="cell" data-label={column?.label ?? ''} class={style}>
      <span>{inner}</span>
    </td>
  );
}
