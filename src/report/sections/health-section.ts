import type { SourceHealth } from '../../domain/finding.ts';
import type { Block, Figure, Section, Table } from '../block.ts';
import { drawCoverageChart } from '../charts/coverage-chart.ts';
import { missingField } from '../messages/missing-field-messages.ts';
import { countCell, type ReportContext } from '../report-context.ts';

/** What each source delivered, was refused and lacks, and when it was silent. */
export function composeHealth(context: ReportContext): Section {
  const { messages, finding, format, label } = context;
  const words = messages.health;
  if (finding.health.length === 0) {
    const none = { kind: 'paragraph', text: words.none, tone: 'note' } as const;
    return { id: 'health', heading: words.heading, blocks: [none] };
  }
  const holes = finding.health.flatMap((one) =>
    one.holes.map((hole) => words.holeItem(label.source(one.source), format.period(hole))),
  );
  const rejected = finding.health
    .filter((one) => one.rejected > 0)
    .map((one) => words.rejectedItem(label.source(one.source), rejections(context, one)));
  const missing = missingItems(context);
  const lists: Block[] = [
    { kind: 'items', title: words.holesTitle, text: '', items: holes } as const,
    { kind: 'items', title: words.rejectedTitle, text: '', items: rejected } as const,
    { kind: 'items', title: words.missingTitle, text: '', items: missing } as const,
  ].filter((block) => block.items.length > 0);
  return {
    id: 'health',
    heading: words.heading,
    blocks: [
      { kind: 'paragraph', text: words.intro },
      { kind: 'table', table: healthTable(context) },
      { kind: 'figure', figure: coverageFigure(context) },
      ...lists,
    ],
  };
}

function rejections(context: ReportContext, health: SourceHealth): string {
  const words: Readonly<Record<string, string>> = context.messages.rejection;
  return Object.entries(health.rejectedByReason)
    .map(([reason, n]) => `${words[reason] ?? reason} ${context.format.count(n).text}`)
    .join(context.messages.word.separator);
}

/** Sources that lack a field for the same reason stand together. */
function missingItems({ finding, label, format, messages }: ReportContext): string[] {
  const sources = new Map<string, string[]>();
  for (const { source, missingFields } of finding.health)
    for (const [name, reason] of Object.entries(missingFields)) {
      const { field, why } = missingField(finding.study.language, name, reason);
      const item = messages.health.missingItem(field, why);
      sources.set(item, [...(sources.get(item) ?? []), label.source(source)]);
    }
  return [...sources].map(([item, names]) => `${item}${messages.word.colon}${format.list(names)}`);
}

function healthTable(context: ReportContext): Table {
  const { messages, finding, label } = context;
  const { health: words, word } = messages;
  return {
    caption: words.caption,
    columns: [
      { label: word.source, numeric: false },
      { label: word.class, numeric: false },
      ...[
        words.files,
        words.records,
        words.rejected,
        word.documents,
        words.inPeriod,
        word.mentions,
        word.authors,
        words.copies,
        words.holes,
      ].map((text) => ({ label: text, numeric: true })),
    ],
    rows: finding.health.map((one) => [
      { text: label.source(one.source) },
      { text: label.class(one.class) },
      ...[one.nFiles, one.recordsIn, one.rejected, one.documents, one.documentsInPeriod, one.nMentions].map(
        (n) => countCell(context, n),
      ),
      one.nAuthors === 0 && one.documents > 0
        ? { text: word.authorsNotGiven, muted: true }
        : countCell(context, one.nAuthors),
      countCell(context, one.nCopies),
      countCell(context, one.holes.length),
    ]),
  };
}

function coverageFigure(context: ReportContext): Figure {
  const { messages, finding, format, label } = context;
  const words = messages.health;
  const { period } = finding.study;
  const sources = finding.health.map((health) => ({ label: label.source(health.source), health }));
  const bins = finding.health[0]?.coverage.map((bin) => bin.period) ?? [];
  const [few, half, most] = words.coverageKey;
  return {
    title: words.coverage,
    panels: [
      {
        label: '',
        description: words.coverageDescription({
          sources: format.list(sources.map((one) => one.label)),
          period: format.period(period),
          holes: format.count(finding.health.reduce((sum, one) => sum + one.holes.length, 0)),
        }),
        draw: (width) => drawCoverageChart({ sources, period, width, format }),
      },
    ],
    key: [
      { symbol: { kind: 'shade', share: 0.25 }, text: few },
      { symbol: { kind: 'shade', share: 0.5 }, text: half },
      { symbol: { kind: 'shade', share: 1 }, text: most },
      { symbol: { kind: 'hatch', reason: 'no-collection' }, text: words.holeKey },
    ],
    table: {
      caption: words.coverage,
      columns: [
        { label: messages.word.period, numeric: false },
        ...sources.map((one) => ({ label: one.label, numeric: true })),
      ],
      rows: bins.map((bin, index) => [
        { text: format.period(bin) },
        ...sources.map(({ health }) => countCell(context, health.coverage[index]?.nDocuments ?? 0)),
      ]),
    },
    time: { span: period, periods: bins },
  };
}
