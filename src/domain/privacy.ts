import type { PrivacyProfile } from './speaker.ts';

/** What a finding shows of the people in it, and for how long their records are kept. */
export interface FindingPrivacy {
  readonly profile: PrivacyProfile;
  readonly privateWords: 'excerpt' | 'paraphrase';
  /** Days after publication; null = no limit. */
  readonly retentionDays: number | null;
}
