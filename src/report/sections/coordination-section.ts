import type { Campaign } from '../../domain/campaign.ts';
import type { Estimate, Series } from '../../domain/estimate.ts';
import type { Block, Cell, Section } from '../block.ts';
import { drawVolumeChart } from '../charts/volume-chart.ts';
import { balanceCell, type ReportContext } from '../report-context.ts';
import { networkBlocks } from './network-figure.ts';
import { timeBlock } from './time-figure.ts';

const MOST_SHOWN = 20;

/** Accounts that act alike: what they do, what they say, and the headline without them. */
export function composeCoordination(context: ReportContext): Section | null {
  const { coordination } = context.finding;
  if (coordination === undefined) return null;
  const { coordination: words } = context.messages;
  const { campaigns } = coordination;
  const shown = campaigns.slice(0, MOST_SHOWN);
  return {
    id: 'coordination',
    heading: words.heading,
    blocks: [
      { kind: 'paragraph', text: words.intro },
      ...(campaigns.length === 0
        ? [{ kind: 'paragraph', text: words.none } as const]
        : [
            { kind: 'paragraph', text: words.found(context.format.count(campaigns.length)) } as const,
            campaignTable(context, shown),
            ...networkBlocks(context, campaigns),
            ...levelBlocks(context, shown),
            { kind: 'paragraph', text: withoutText(context, coordination.headlineWithout) } as const,
          ]),
    ],
  };
}

function withoutText({ messages, format, finding }: ReportContext, without: Estimate | null): string {
  const words = messages.coordination;
  if (without === null) return words.notTold;
  const told = (estimate: Estimate): string =>
    estimate.kind === 'estimate' ? format.estimate(estimate) : messages.reason[estimate.reason];
  return words.without(told(finding.headline.estimate), told(without));
}

function campaignTable({ messages, format, label }: ReportContext, campaigns: readonly Campaign[]): Block {
  const words = messages.coordination;
  const counted = (n: number | null): Cell =>
    n === null ? { text: words.withheld, muted: true } : { text: format.count(n).text };
  return {
    kind: 'table',
    table: {
      caption: words.caption,
      columns: [
        { label: words.campaign, numeric: false },
        { label: words.how, numeric: false },
        { label: words.accounts, numeric: true },
        { label: words.documents, numeric: true },
        { label: words.together, numeric: true },
        { label: words.span, numeric: false },
        { label: words.where, numeric: false },
      ],
      rows: campaigns.map((one) => [
        { text: words.name(one.id) },
        { text: one.behaviours.map((name) => words.behaviour[name]).join(messages.word.separator) },
        counted(one.nAuthors),
        counted(one.nDocuments),
        counted(one.nJointActions),
        { text: format.period(one.span) },
        {
          text: one.classes.map(({ id }) => label.class(id)).join(messages.word.comma),
          note: one.languages.map(({ id }) => format.languageName(id)).join(messages.word.comma),
        },
      ]),
    },
  };
}

function levelBlocks(context: ReportContext, campaigns: readonly Campaign[]): Block[] {
  const { messages, format, label } = context;
  const words = messages.coordination;
  const rows = campaigns.flatMap((one) => one.levels.map((level) => ({ id: one.id, ...level })));
  const [first] = rows;
  if (first === undefined) return [];
  const place = { target: first.target, class: first.class };
  const series = rows
    .filter((row) => row.target === place.target && row.class === place.class)
    .map(
      (row): Series => ({
        id: row.id,
        target: row.target,
        stratum: { class: row.class },
        measure: 'mention-share',
        estimates: row.shares,
      }),
    );
  const shareCell = (estimate: Estimate): Cell => {
    if (estimate.kind === 'not-estimable') return { text: messages.reason[estimate.reason], muted: true };
    const { value, interval } = format.share(estimate);
    return { text: value, note: interval };
  };
  return [
    {
      kind: 'table',
      table: {
        caption: words.levelCaption,
        columns: [
          { label: words.campaign, numeric: false },
          { label: words.target, numeric: false },
          { label: words.share, numeric: true },
          { label: words.balance, numeric: true },
        ],
        rows: rows.map((row) => [
          { text: words.name(row.id) },
          { text: label.target(row.target), note: label.class(row.class) },
          shareCell(row.share),
          balanceCell(context, row.balance),
        ]),
      },
    },
    timeBlock(context, {
      title: words.figure(label.target(place.target), label.class(place.class)),
      target: label.target(place.target),
      measure: 'mention-share',
      axis: words.axis,
      series,
      nameOf: (one) => words.name(one.id),
      draw: drawVolumeChart,
    }),
  ];
}
