import type { Cell, Table } from '../../../../src/report/block.ts';
import type { CodingResult } from '../../../../src/server/coding/contract.ts';
import { codingApi } from '../../api/coding.ts';
import { TableView } from '../../blocks/table-view.tsx';
import { useAnswer } from '../../state/use-answer.ts';
import { isUnderWay } from '../../state/use-run.ts';
import type { PanelProps } from './code-props.ts';

/** Counted and corrected levels side by side, what further codings would bring, and the way to measure anew. */
export function ResultPanel(props: PanelProps) {
  const { code, led, format, session, run } = props;
  const [asked] = useAnswer(codingApi.result, `result ${session.runId}`);
  const result = asked.kind === 'result' ? asked.result : null;
  const nCoded = led.waves.reduce((sum, wave) => sum + wave.nCoded, 0);
  const nStale = nCoded - (result?.waves ?? []).reduce((sum, wave) => sum + wave.nCoded, 0);
  return (
    <section class="part" aria-labelledby="result">
      <h2 id="result">{code.result.title}</h2>
      <p class="note">{code.result.intro}</p>
      {result !== null && result.nCoded === 0 && <p>{code.result.none}</p>}
      {result !== null && result.nCoded > 0 && result.levels.length === 0 && (
        <p>{code.result.few(format.count(result.nCoded).text)}</p>
      )}
      {result !== null && result.levels.length > 0 && (
        <>
          <TableView table={levelTable(props, result)} layout="stack" />
          <p class="note">{code.result.gainNote}</p>
        </>
      )}
      {nStale > 0 && <p>{code.result.stale(format.count(nStale).text)}</p>}
      {session.user.role === 'analyst' && (
        <button type="button" disabled={isUnderWay(run.state) || nCoded === 0} onClick={run.measure}>
          {code.result.measure}
        </button>
      )}
    </section>
  );
}

function levelTable({ code, led, format }: PanelProps, result: CodingResult): Table {
  const labelOf = (list: readonly { readonly id: string; readonly label: string }[], id: string): string =>
    list.find((one) => one.id === id)?.label ?? id;
  const steps = result.levels.find(({ gains }) => gains.length > 0)?.gains.map(({ more }) => more) ?? [];
  const [subject, codings, raw, corrected] = code.result.columns;
  const level = (estimate: CodingResult['levels'][number]['raw']): Cell =>
    estimate.kind === 'estimate'
      ? { text: format.points(estimate.value), note: format.interval(estimate.interval) }
      : { text: '—', muted: true };
  return {
    caption: code.result.caption,
    columns: [
      { label: subject, numeric: false },
      ...[codings, raw, corrected].map((label) => ({ label, numeric: true })),
      { label: code.result.now, numeric: true },
      ...steps.map((more) => ({ label: code.result.gain(String(more)), numeric: true })),
    ],
    rows: result.levels.map((one): Cell[] => {
      const { corrected: right } = one;
      const half = right.kind === 'estimate' ? (right.interval.upper - right.interval.lower) / 2 : null;
      const width = (share: number): Cell =>
        half === null ? { text: '—', muted: true } : { text: format.size(half * share) };
      return [
        { text: `${labelOf(led.study.targets, one.target)} · ${labelOf(led.study.classes, one.class)}` },
        { text: format.count(one.nCoded).text },
        level(one.raw),
        level(right),
        width(1),
        ...steps.map((more) => width(one.gains.find((gain) => gain.more === more)?.width ?? 1)),
      ];
    }),
  };
}
