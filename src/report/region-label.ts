import { OWN_LEVELS } from '../domain/decomposition.ts';
import { placeName } from '../text/name-of-place.ts';
import { WHERE_MESSAGES } from './messages/where-messages.ts';
import type { NumberPlace } from './number-place.ts';
import type { ReportContext } from './report-context.ts';

/** Name of a region or tier in the language of the report; of what no code stands for, as the posts have it. */
export function regionLabel(
  { finding }: Pick<ReportContext, 'finding'>,
  { kind, id }: NonNullable<NumberPlace['place']>,
): string {
  const { language } = finding.study;
  if (kind === 'tier') {
    const tiers = finding.regions?.flatMap((one) => one.tiers?.tiers ?? []) ?? [];
    return tiers.find((tier) => tier.id === id)?.label ?? id;
  }
  if (id === OWN_LEVELS.unknown) return WHERE_MESSAGES[language].unknown;
  if (id === OWN_LEVELS.rest) return WHERE_MESSAGES[language].rest;
  return placeName(id, language) ?? id;
}
