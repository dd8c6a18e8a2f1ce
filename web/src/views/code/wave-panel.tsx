import type { LedWave } from '../../../../src/server/coding/contract.ts';
import { agreementAddress, codingApi, exportAddress } from '../../api/coding.ts';
import { ActionProblem } from './action-problem.tsx';
import { AgreementView } from './agreement-view.tsx';
import { AssignForm } from './assign-form.tsx';
import type { PanelProps } from './code-props.ts';
import { StrataView } from './strata-view.tsx';
import { useAction } from './use-action.ts';

/** One wave: who codes, how far they are, how far they agree, and what can be done. */
export function WavePanel(props: PanelProps & { readonly wave: LedWave }) {
  const { wave, code, format, session } = props;
  const isAnalyst = session.user.role === 'analyst';
  const day = (iso: string): string => format.instant(`${iso}T00:00:00Z`, 'day');
  const count = (n: number): string => format.count(n).text;
  return (
    <article class="wave" aria-labelledby={`${wave.wave}-title`}>
      <h3 id={`${wave.wave}-title`}>
        {wave.wave}
        {wave.closedOn !== null && <span class="tag">{code.lead.closed(day(wave.closedOn))}</span>}
      </h3>
      <p class="note">
        {code.lead.drawn({
          n: count(wave.nDrawn),
          population: count(wave.nPopulation),
          strata: count(wave.nStrata),
          day: day(wave.drawnOn),
          seed: String(wave.seed),
        })}
      </p>
      {wave.isOtherStudy && <p class="warning">{code.lead.otherStudy}</p>}
      <ul class="sheets" aria-label={code.lead.coders}>
        {wave.sheets.map(({ coder, nItems, nDone }, index) => (
          <li key={index}>
            <span>{coder ?? `${code.lead.sheet} ${index + 1}: ${code.lead.nobody}`}</span>
            <progress value={nDone} max={nItems} aria-label={coder ?? `${code.lead.sheet} ${index + 1}`} />
            <span class="count">{code.lead.progress(count(nDone), count(nItems))}</span>
          </li>
        ))}
      </ul>
      {isAnalyst && wave.closedOn === null && wave.sheets.some(({ coder }) => coder === null) && (
        <AssignForm {...props} />
      )}
      <AgreementView agreement={wave.agreement} code={code} format={format} />
      {wave.nDiffering > 0 && <p>{code.lead.settled(count(wave.nSettled), count(wave.nDiffering))}</p>}
      {isAnalyst && <WaveActions {...props} />}
      <StrataView {...props} />
    </article>
  );
}

function WaveActions({ wave, code, words, session, reload, go }: PanelProps & { readonly wave: LedWave }) {
  const action = useAction();
  const query = encodeURIComponent(wave.wave);
  const isOwn = wave.sheets.some(({ coder }) => coder === session.user.name);
  const isClosed = wave.closedOn !== null;
  return (
    <>
      <div class="actions">
        {isOwn && (
          <button type="button" onClick={() => go('code', `?desk&wave=${query}`)}>
            {code.lead.code}
          </button>
        )}
        {wave.nDiffering > 0 && !isClosed && (
          <button type="button" onClick={() => go('code', `?settle&wave=${query}`)}>
            {code.lead.settle(String(wave.nDiffering))}
          </button>
        )}
        <a class="button" href={exportAddress(wave.wave)} download={`${wave.wave}.csv`}>
          {code.lead.exportCsv}
        </a>
        {wave.agreement.pairs.length > 0 && (
          <a class="button" href={agreementAddress(wave.wave)} download={`${wave.wave}-agreement.csv`}>
            {code.lead.exportAgreement}
          </a>
        )}
        <button
          type="button"
          disabled={action.isBusy}
          onClick={() => action.run(() => codingApi.close(wave.wave, !isClosed), reload)}
        >
          {isClosed ? code.lead.reopen : code.lead.close}
        </button>
      </div>
      <ActionProblem problem={action.problem} words={words} />
    </>
  );
}
