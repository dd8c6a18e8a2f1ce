import type { StanceCorrection } from '../../domain/finding.ts';
import type { Cell, Section } from '../block.ts';
import { CORRECTION_MESSAGES } from '../messages/corrections.ts';
import { balanceCell, countCell, type ReportContext, targetCell } from '../report-context.ts';

/** Counted and corrected levels side by side, and what the codings say of the labels; null where nothing is corrected. */
export function composeCorrection(context: ReportContext): Section | null {
  const { finding, messages, format, label } = context;
  const corrections = finding.corrections ?? [];
  if (corrections.length === 0) return null;
  const words = CORRECTION_MESSAGES[finding.study.language];
  const moving = corrections.flatMap(({ target, stratum, drift }) =>
    drift === null
      ? []
      : [
          words.drift({
            name: `${label.target(target)} · ${label.stratum(stratum)}`,
            period: format.period(drift.period),
            difference: withInterval(context, drift.difference),
            p: format.probability(drift.pValue),
          }),
        ],
  );
  const table = {
    caption: words.caption(format.period(finding.study.period)),
    columns: [
      { label: messages.word.target, numeric: false },
      { label: messages.word.class, numeric: false },
      { label: words.codings, numeric: true },
      { label: words.rawBalance, numeric: true },
      { label: words.correctedBalance, numeric: true },
      { label: words.netError, numeric: true },
      { label: words.lambda, numeric: true },
    ],
    rows: corrections.map((one): Cell[] => [
      targetCell(context, one.target),
      { text: label.stratum(one.stratum) },
      countCell(context, one.nCoded),
      ...levelCells(context, one),
      { text: format.points(one.netError.value), note: format.interval(one.netError.interval) },
      { text: format.probability(one.lambda) },
    ]),
  };
  return {
    id: 'correction',
    heading: words.heading,
    blocks: [
      { kind: 'paragraph', text: words.intro },
      { kind: 'table', table },
      ...(moving.length === 0 ? [] : [{ kind: 'list', items: moving } as const]),
    ],
  };
}

/** The whole-period net balance, counted and corrected. */
function levelCells(context: ReportContext, { target, stratum }: StanceCorrection): Cell[] {
  const level = (context.finding.levels ?? []).find(
    (one) =>
      one.target === target && one.stratum['class'] === stratum['class'] && one.measure === 'net-balance',
  );
  const raw = level?.variants?.find((one) => one.correction === 'none' && one.mix === 'observed');
  const none: Cell = { text: '—', muted: true };
  return [
    raw === undefined ? none : balanceCell(context, raw.estimate),
    level === undefined ? none : balanceCell(context, level.estimate),
  ];
}

/** `+3.1 [+1.0, +5.2]`. */
function withInterval({ format }: ReportContext, { value, interval }: StanceCorrection['netError']): string {
  return `${format.points(value)} ${format.interval(interval)}`;
}
