import type { Block, Section, Table } from '../../../src/report/block.ts';
import type { ChartNotes } from '../../../src/report/formats/chart-file.ts';
import { FigureView, type FigureWords } from './figure-view.tsx';
import { Folded } from './folded.tsx';
import { QuotePairView, type QuoteWords } from './quote-view.tsx';
import { TableView } from './table-view.tsx';

/** Words of the report's parts. */
export type BlockWords = FigureWords & QuoteWords;

/** More rows than this are folded away. */
const MOST_ROWS = 12;

/** A section of the report under its heading. */
export function SectionView(props: {
  readonly section: Section;
  readonly words: BlockWords;
  /** What stands under a chart that is saved. */
  readonly notes: ChartNotes;
  /** The view has the same name: it need not be read twice. */
  readonly isNamed: boolean;
}) {
  const { section, words, notes, isNamed } = props;
  return (
    <section id={section.id} class={`part part-${section.id}`} aria-labelledby={`${section.id}-heading`}>
      <h2 id={`${section.id}-heading`} class={isNamed ? 'named' : ''}>
        {section.heading}
      </h2>
      {section.blocks.map((block, index) => (
        <BlockView key={index} block={block} words={words} notes={notes} />
      ))}
    </section>
  );
}

function BlockView(props: { readonly block: Block; readonly words: BlockWords; readonly notes: ChartNotes }) {
  const { block, words, notes } = props;
  switch (block.kind) {
    case 'paragraph':
      return <p class={block.tone ?? ''}>{block.text}</p>;
    case 'list':
      return <Items items={block.items} />;
    case 'heading':
      return (
        <>
          <h3 class="group">{block.title}</h3>
          <p class="note">{block.text}</p>
        </>
      );
    case 'items':
      return (
        <div class="items">
          {block.closing === undefined ? <h3>{block.title}</h3> : <h4>{block.title}</h4>}
          {block.text !== '' && <p>{block.text}</p>}
          {block.items.length > 0 && <Items items={block.items} />}
          {block.closing !== undefined && (
            <p>
              <b>{block.closing.label}</b>
              {block.closing.text}
            </p>
          )}
        </div>
      );
    case 'facts':
      return (
        <dl class="facts">
          {block.facts.map(({ term, detail, code }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{code ? <code>{detail}</code> : detail}</dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <FoldedTable table={block.table} />;
    case 'figure':
      return <FigureView figure={block.figure} words={words} notes={notes} />;
    case 'quotes':
      return (
        <>
          {block.pairs.map((pair) => (
            <QuotePairView key={pair.title} pair={pair} words={words} />
          ))}
        </>
      );
  }
}

/** Long tables are folded: their caption says what is in them. */
function FoldedTable({ table }: { readonly table: Table }) {
  if (table.rows.length <= MOST_ROWS) return <TableView table={table} layout="stack" />;
  return (
    <Folded
      summary={`${table.caption} (${table.rows.length})`}
      style="folded"
      make={() => <TableView table={table} layout="stack" />}
    />
  );
}

function Items({ items }: { readonly items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
