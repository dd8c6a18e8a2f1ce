import type { LedWave } from '../../../../src/server/coding/contract.ts';
import type { CodeMessages } from '../../messages/code/code-messages.ts';
import type { PanelProps } from './code-props.ts';

type Score = LedWave['agreement']['alpha'];

/** How far coders agree so far, with its interval, or why that is not known. */
export function AgreementView(props: {
  readonly agreement: LedWave['agreement'];
  readonly code: CodeMessages;
  readonly format: PanelProps['format'];
}) {
  const { agreement, code, format } = props;
  const { nShared, alpha, share, pairs, confidenceLevel } = agreement;
  const printed = (score: Score, print: (value: number) => string): string =>
    score.value === null
      ? code.lead.oneLabel
      : `${print(score.value)} [${print(score.lower)} – ${print(score.upper)}]`;
  return (
    <div class="agreement">
      <h4>{code.lead.agreement}</h4>
      {nShared === 0 ? (
        <p class="note">{code.lead.notYet}</p>
      ) : (
        <dl>
          <div>
            <dt>{code.lead.alpha}</dt>
            <dd data-score="alpha">{printed(alpha, format.probability)}</dd>
          </div>
          <div>
            <dt>{code.lead.share}</dt>
            <dd>{printed(share, format.percent)}</dd>
          </div>
          {pairs.map(({ coders, n, kappa }) => (
            <div key={coders.join(' ')}>
              <dt>{code.lead.kappa(coders[0], coders[1])}</dt>
              <dd data-score="kappa">
                {printed(kappa, format.probability)}{' '}
                <span class="count">{code.lead.both(format.count(n).text)}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {nShared > 0 && (
        <p class="note">
          {code.lead.shared(format.count(nShared).text)} · {format.wholePercent(confidenceLevel)}
        </p>
      )}
    </div>
  );
}
