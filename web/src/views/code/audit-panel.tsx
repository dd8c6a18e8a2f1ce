import { useState } from 'preact/hooks';
import type { Table } from '../../../../src/report/block.ts';
import { codingApi } from '../../api/coding.ts';
import { TableView } from '../../blocks/table-view.tsx';
import { useAnswer } from '../../state/use-answer.ts';
import type { PanelProps } from './code-props.ts';

/** Who did what, folded away. */
export function AuditPanel({ code, format }: PanelProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section class="part" aria-labelledby="audit">
      <h2 id="audit">{code.audit.title}</h2>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{code.audit.intro}</summary>
        {isOpen && <AuditTable code={code} format={format} />}
      </details>
    </section>
  );
}

function AuditTable({ code, format }: Pick<PanelProps, 'code' | 'format'>) {
  const [asked] = useAnswer(codingApi.audit, 'audit');
  const entries = asked.kind === 'result' ? asked.result : [];
  const table: Table = {
    caption: code.audit.title,
    columns: code.audit.columns.map((label, index) => ({ label, numeric: index === 4 })),
    rows: entries.map(({ at, name, role, deed, about, count }) => [
      { text: format.instant(at, 'second') },
      { text: name, note: code.role[role] },
      { text: code.audit.deed[deed] },
      { text: about },
      { text: count === null ? '' : format.count(count).text },
    ]),
  };
  return <TableView table={table} layout="stack" />;
}
