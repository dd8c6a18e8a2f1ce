import type { NotEstimableReason } from '../../domain/estimate.ts';
import type { Limit } from '../../domain/finding.ts';
import type { Block, Section, Table } from '../block.ts';
import { type ErrorSourceView, viewErrorSources } from '../error-source.ts';
import { ERROR_SOURCE_MESSAGES } from '../messages/error-source-messages.ts';
import { type ReportContext, seriesByClass, targetCell } from '../report-context.ts';

/** What can and cannot be estimated: the coverage of the series, then each limit of the finding under its source of error. */
export function composeLimits(context: ReportContext): Section {
  const { messages, finding, multiverse } = context;
  const table = estimableTable(context);
  return {
    id: 'limits',
    heading: messages.limits.heading,
    blocks: [
      { kind: 'paragraph', text: messages.limits.intro },
      ...(table.rows.length === 0 ? [] : [{ kind: 'table', table } as const]),
      ...viewErrorSources(finding, multiverse).flatMap((view) => errorSourceBlocks(context, view)),
    ],
  };
}

/** One source of error: its limits with what would remove them, what was looked at, and what was not. */
function errorSourceBlocks(
  context: ReportContext,
  { source, limits, clear, unexamined }: ErrorSourceView,
): Block[] {
  const words = ERROR_SOURCE_MESSAGES[context.finding.study.language];
  const { title, body } = words.source[source];
  const named = (checks: ErrorSourceView['clear']): string =>
    checks.map((check) => words.check[check]).join(context.messages.word.separator);
  const codes = [...new Set(limits.map(({ code }) => code))];
  return [
    { kind: 'heading', title, text: body },
    ...codes.map((code) => limitBlock(context, code)),
    ...(clear.length === 0
      ? []
      : [{ kind: 'paragraph', text: words.clear(named(clear)), tone: 'note' } as const]),
    ...(unexamined.length === 0
      ? []
      : [{ kind: 'paragraph', text: words.unexamined(named(unexamined)), tone: 'note' } as const]),
  ];
}

function limitBlock(context: ReportContext, code: Limit['code']): Block {
  const { messages, finding } = context;
  const remedies = ERROR_SOURCE_MESSAGES[finding.study.language];
  const words = messages.limits.code[code];
  const items = finding.limits
    .filter((limit) => limit.code === code)
    .map((limit) => limitItem(context, limit))
    .filter((item) => item !== '');
  return {
    kind: 'items',
    title: words.title,
    text: words.body,
    items: [...new Set(items)],
    closing: { label: remedies.toRemove, text: remedies.remedy[code] },
  };
}

function limitItem(context: ReportContext, limit: Limit): string {
  const { messages, format, label } = context;
  const { parameters } = limit;
  const raw = (name: string): string => String(parameters[name] ?? '');
  const facts: Readonly<Record<string, () => string>> = {
    source: () => label.source(raw('source')),
    target: () => label.target(raw('target')),
    class: () => label.class(raw('class')),
    event: () => label.event(raw('event')),
    before: () => format.weight(Number(raw('before'))),
    after: () => format.weight(Number(raw('after'))),
    shift: () => format.points(Number(raw('shift'))),
    period: () => format.period({ start: raw('start'), end: raw('end') }),
  };
  return messages.limits.code[limit.code].item(
    (name) => facts[name]?.() ?? raw(name),
    (name) => format.count(Number(parameters[name] ?? 0)),
  );
}

function estimableTable(context: ReportContext): Table {
  const { messages, finding, format, label } = context;
  const words = messages.limits;
  const rows = finding.study.targets.flatMap((target) =>
    seriesByClass(context, target.id, 'net-balance').map((series) => {
      const reasons = new Map<NotEstimableReason, number>();
      for (const estimate of series.estimates) {
        if (estimate.kind === 'not-estimable') {
          reasons.set(estimate.reason, (reasons.get(estimate.reason) ?? 0) + 1);
        }
      }
      const n = series.estimates.filter((e) => e.kind === 'estimate').length;
      const why = [...reasons].map(([reason, count]) =>
        words.reasonCount(messages.reason[reason], format.count(count)),
      );
      return [
        targetCell(context, target.id),
        { text: label.stratum(series.stratum) },
        { text: words.of(format.count(n), format.count(series.estimates.length)) },
        { text: why.length === 0 ? '—' : why.join(messages.word.separator) },
      ];
    }),
  );
  return {
    caption: words.estimableCaption(finding.study.bin),
    columns: [
      { label: messages.word.target, numeric: false },
      { label: messages.word.class, numeric: false },
      { label: words.estimable, numeric: true },
      { label: words.why, numeric: false },
    ],
    rows,
  };
}
