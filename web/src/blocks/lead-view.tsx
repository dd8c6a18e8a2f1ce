import type { Lead } from '../../../src/report/block.ts';
import { ChartView } from '../charts/chart-view.tsx';

/** The number a reader sees first, with its interval, its verdict and what it rests on. */
export function LeadView(props: {
  readonly lead: Omit<Lead, 'place'>;
  readonly verdict: { readonly label: string; readonly text: string } | null;
}) {
  const { lead, verdict } = props;
  const [first, ...others] = lead.sentences;
  const { chart } = lead;
  return (
    <>
      <h1 dir="auto">{lead.title}</h1>
      <dl class="asked">
        <div>
          <dt>{lead.question.label}</dt>
          <dd dir="auto">{lead.question.text}</dd>
        </div>
        <div>
          <dt>{lead.period.label}</dt>
          <dd>{lead.period.text}</dd>
        </div>
      </dl>
      <section class="headline" aria-labelledby="headline">
        <h2 id="headline">{lead.subject}</h2>
        <div class="figures">
          <div>
            <p class={lead.interval === '' ? 'number none' : 'number'}>{lead.number}</p>
            {lead.interval !== '' && <p class="interval">{lead.interval}</p>}
            <p class="marks">
              {lead.uncorrected !== '' && (
                <span class={lead.isCorrected ? 'corrected' : 'uncorrected'}>{lead.uncorrected}</span>
              )}
              {verdict !== null && (
                <span class="verdict">
                  {verdict.label}
                  <strong>{verdict.text}</strong>
                </span>
              )}
            </p>
            <p class="reading">{first}</p>
          </div>
          {chart !== null && (
            <figure>
              <ChartView
                draw={() => chart.draw('narrow')}
                depends={[chart]}
                title={chart.label}
                description={chart.description}
              />
              <figcaption>{chart.label}</figcaption>
            </figure>
          )}
        </div>
        <div class="rests">
          {others.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      </section>
    </>
  );
}
