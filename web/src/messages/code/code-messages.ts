import type { Role } from '../../../../src/domain/account.ts';
import type { AuditEntry, Label } from '../../../../src/server/coding/contract.ts';
import type { ReportLanguage } from '../../../../src/study/config.ts';
import { codeEn } from './code-en.ts';
import { codeRu } from './code-ru.ts';
import { codeZh } from './code-zh.ts';

/** Words of the view Code. */
export interface CodeMessages {
  readonly heading: string;
  readonly intro: string;
  readonly label: Readonly<Record<Label, string>>;
  /** What a label means. */
  readonly rule: Readonly<Record<Label, string>>;
  readonly role: Readonly<Record<Role, string>>;
  readonly roleNote: Readonly<Record<Role, string>>;
  readonly desk: {
    readonly title: (wave: string) => string;
    readonly none: string;
    readonly question: (target: string) => string;
    readonly progress: (done: string, all: string) => string;
    readonly place: (at: string, all: string) => string;
    readonly themes: string;
    readonly quoted: string;
    readonly undo: string;
    readonly back: string;
    readonly next: string;
    readonly toFirstOpen: string;
    readonly keys: string;
    readonly keysHint: string;
    readonly rules: string;
    readonly ruleItems: readonly string[];
    readonly done: string;
    readonly doneHint: string;
    readonly closed: string;
    readonly leave: string;
    readonly coded: (label: string) => string;
    readonly notCoded: string;
    readonly missing: string;
  };
  readonly sent: {
    readonly all: string;
    readonly sending: string;
    readonly waiting: (n: string) => string;
    readonly refused: (n: string) => string;
    readonly again: string;
    readonly drop: string;
  };
  readonly lead: {
    readonly waves: string;
    readonly none: string;
    readonly drawn: (p: {
      n: string;
      population: string;
      strata: string;
      day: string;
      seed: string;
    }) => string;
    readonly coders: string;
    readonly nobody: string;
    readonly sheet: string;
    readonly progress: (done: string, all: string) => string;
    readonly agreement: string;
    readonly alpha: string;
    readonly kappa: (one: string, other: string) => string;
    readonly both: (n: string) => string;
    readonly share: string;
    readonly shared: (n: string) => string;
    readonly notYet: string;
    readonly oneLabel: string;
    readonly strata: string;
    readonly stratum: readonly [target: string, kind: string, period: string, model: string];
    readonly counts: readonly [population: string, drawn: string, probability: string];
    readonly anything: string;
    readonly abstain: string;
    readonly code: string;
    readonly settle: (n: string) => string;
    readonly settled: (done: string, all: string) => string;
    readonly exportCsv: string;
    readonly exportAgreement: string;
    readonly close: string;
    readonly reopen: string;
    readonly closed: (day: string) => string;
    readonly otherStudy: string;
    readonly give: string;
    readonly choose: string;
    readonly saved: string;
  };
  readonly draw: {
    readonly title: string;
    readonly intro: string;
    readonly n: string;
    readonly seed: string;
    readonly seedHint: string;
    readonly targets: string;
    readonly allTargets: string;
    readonly placebo: string;
    readonly event: string;
    readonly wholePeriod: string;
    readonly coders: string;
    readonly double: string;
    readonly doubleHint: string;
    readonly adaptive: string;
    readonly submit: string;
    readonly drawing: string;
    readonly noCoder: string;
  };
  readonly people: {
    readonly title: string;
    readonly intro: string;
    readonly name: string;
    readonly nameHint: string;
    readonly role: string;
    readonly invite: string;
    readonly link: (name: string) => string;
    readonly linkHint: string;
    readonly copy: string;
    readonly copied: string;
    readonly list: string;
    readonly since: string;
    readonly state: string;
    readonly active: string;
    readonly revoked: string;
    readonly revoke: (name: string) => string;
    readonly none: string;
  };
  readonly audit: {
    readonly title: string;
    readonly intro: string;
    readonly columns: readonly [when: string, who: string, what: string, about: string, count: string];
    readonly deed: Readonly<Record<AuditEntry['deed'], string>>;
  };
  readonly settle: {
    readonly title: (wave: string) => string;
    readonly intro: string;
    readonly none: string;
    readonly said: string;
    readonly settled: string;
    readonly open: string;
    readonly takeBack: string;
  };
  readonly result: {
    readonly title: string;
    readonly intro: string;
    readonly none: string;
    readonly stale: (n: string) => string;
    readonly measure: string;
    readonly caption: string;
    readonly columns: readonly [subject: string, codings: string, raw: string, corrected: string];
    readonly now: string;
    readonly gain: (more: string) => string;
    readonly gainNote: string;
    readonly points: string;
    readonly few: (n: string) => string;
  };
}

/** The words in each language. */
export const CODE_MESSAGES: Readonly<Record<ReportLanguage, CodeMessages>> = {
  en: codeEn,
  ru: codeRu,
  zh: codeZh,
};
