import type { EventContrast } from '../domain/finding.ts';
import { correctedPeriod } from '../stats/corrected-period.ts';
import { rectifierContrast } from '../stats/rectifier-path.ts';
import { codingValues } from './cell-correction.ts';
import { correctEvents, type EventCorrectionInputs, overlaps, scoreContrasts } from './correct-events.ts';
import { codedSpread, correctedEstimate } from './corrected-estimate.ts';

const NET = [-1, 1] as const;

/**
 * Balances of single spans of days, corrected where target and class have enough codings: by the rectifier that the codings of all days tell
 * of the days in the span, as a random walk. What is in `after` and `effect` is left as it is.
 * @param contrasts as an event's, of which only `before` is estimated
 */
function correctSpanLevels(
  contrasts: readonly EventContrast[],
  inputs: EventCorrectionInputs,
): EventContrast[] {
  const { bins, spans, confidenceLevel } = inputs;
  return contrasts.map((one) => {
    const isOf = (other: { readonly target: string; readonly class: string }): boolean =>
      other.target === one.target && other.class === one.stratum['class'];
    const correction = inputs.corrections.find(isOf);
    const moments = inputs.moments.find(isOf);
    if (correction === undefined || moments === undefined || one.before.kind !== 'estimate') return one;
    const { lambda, posterior, codings } = correction;
    const { net } = correction.pooled;
    const rectifier = rectifierContrast(net.observations, {
      coefficients: overlaps(bins, spans.before),
      deviation: net.deviation,
      posterior,
    });
    const corrected = correctedPeriod(scoreContrasts(moments).before, rectifier, {
      ...net,
      lambda,
      kishSize: moments.before.kishSize,
      confidenceLevel,
      range: NET,
    });
    const spread = codedSpread(codings, {
      label: ({ mention }) => codingValues(mention, 'net').label,
      range: NET,
    });
    const how = { kind: 'pooled', nCoded: codings.length, spread } as const;
    return { ...one, before: correctedEstimate(one.before, corrected, how) };
  });
}

/** Two spans that are compared are corrected as the two sides of an event are; one alone as a level. */
export function correctSpans(
  contrasts: readonly EventContrast[],
  inputs: EventCorrectionInputs & { readonly isPair: boolean },
): EventContrast[] {
  return inputs.isPair ? correctEvents(contrasts, inputs) : correctSpanLevels(contrasts, inputs);
}
