/** A language and how sure the identification is, 0–1. */
export interface IdentifiedLanguage {
  /** BCP 47 code, Chinese with its script (`zh-Hans`, `zh-Hant`); `und` where there is nothing to judge. */
  readonly language: string;
  readonly confidence: number;
}
