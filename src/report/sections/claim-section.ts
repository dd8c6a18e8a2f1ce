import type { Claim, ClaimPart, WouldChange } from '../../domain/claim.ts';
import type { Block, Cell, Section, Table } from '../block.ts';
import { ROBUSTNESS_MESSAGES } from '../messages/robustness-messages.ts';
import { asked, type ReportContext, shownCount } from '../report-context.ts';

/** Statements of the study with their verdicts; absent where the study makes none. */
export function composeClaims(context: ReportContext): Section | null {
  const { finding, messages, format } = context;
  const words = messages.claims;
  const { claims } = finding;
  if (claims.length === 0) return null;
  const measured = claims.filter((one) => one.verdict !== null);
  const listed = claims.filter((one) => one.verdict === null);
  const count = (n: number) => format.count(n);
  const tables: Block[] = [
    ...(measured.length === 0 ? [] : [{ kind: 'table' as const, table: verdictTable(context, measured) }]),
    ...(listed.length === 0 ? [] : [{ kind: 'table' as const, table: listedTable(context, listed) }]),
  ];
  const nSupported = measured.filter((one) => one.verdict === 'supported').length;
  return {
    id: 'claims',
    heading: words.heading,
    blocks: [
      { kind: 'paragraph', text: words.intro },
      {
        kind: 'paragraph',
        text: words.counts(count(measured.length), count(nSupported), count(listed.length)),
      },
      ...tables,
      { kind: 'paragraph', text: words.method, tone: 'note' },
    ],
  };
}

function verdictTable(context: ReportContext, claims: readonly Claim[]): Table {
  const words = context.messages.claims;
  const { between } = ROBUSTNESS_MESSAGES[context.finding.study.language];
  return {
    caption: words.caption,
    prose: true,
    columns: [words.claim, words.verdictColumn, words.number, words.wouldChange].map((label) => ({
      label,
      numeric: false,
    })),
    rows: claims.map((claim) => [
      claimCell(context, claim),
      {
        text: claim.verdict === null ? '—' : words.verdict[claim.verdict],
        note: [words.rule[claim.rule], ...robustness(context, claim)].join(between),
      },
      numberCell(context, claim),
      changeCell(context, claim),
    ]),
  };
}

/** How the claim stands under other choices, in one line; empty where they were not tried. */
function robustness({ multiverse, finding, format }: ReportContext, { id }: Claim): string[] {
  const found = multiverse?.claims.find(({ claim }) => claim === id);
  if (found === undefined) return [];
  const words = ROBUSTNESS_MESSAGES[finding.study.language];
  const { nSpecifications, nSupported, nContradicted, nUndecided } = found.agreement;
  const all = format.count(nSpecifications);
  if (nUndecided === nSpecifications) return [words.none(all)];
  return [
    words.agreement({ all, supported: format.count(nSupported), contradicted: format.count(nContradicted) }),
    ...(nUndecided === 0 ? [] : [words.undecided(format.count(nUndecided))]),
  ];
}

function listedTable({ messages }: ReportContext, claims: readonly Claim[]): Table {
  const words = messages.claims;
  return {
    caption: words.listedCaption,
    columns: [words.claim, words.kindColumn].map((label) => ({ label, numeric: false })),
    rows: claims.map(({ text, kind }) => [{ text }, { text: words.kind[kind] }]),
  };
}

function claimCell({ messages, label }: ReportContext, { text, kind, target, classes }: Claim): Cell {
  const parts = [
    messages.claims.kind[kind],
    ...(target === null ? [] : [label.target(target)]),
    classes.map(label.class).join(messages.word.comma),
  ];
  return { text, note: parts.join(' · ') };
}

/** The number that a verdict rests on, with its interval and basis. */
export function numberCell(context: ReportContext, { parts }: Claim): Cell {
  const { messages } = context;
  const words = messages.claims;
  const [part] = parts;
  if (part === undefined) return { text: '—', muted: true };
  const { estimate } = part;
  const basis = words.basis(
    shownCount(context, estimate.nDocuments),
    estimate.nAuthors === 0 && estimate.nDocuments !== 0 ? null : shownCount(context, estimate.nAuthors),
    shownCount(context, estimate.nClusters),
  );
  if (estimate.kind === 'not-estimable')
    return {
      text: messages.reason[estimate.reason],
      ...(estimate.reason === 'withheld' ? {} : { note: basis }),
      muted: true,
      ...asked(context, estimate),
    };
  const notes = [
    ...(part.ratio === undefined ? [words.comparedWith(compared(context, part))] : []),
    ...(estimate.correction === 'none' ? [words.uncorrected] : []),
    basis,
  ];
  return {
    text: printed(context, part, estimate),
    note: notes.join(messages.word.separator),
    ...asked(context, estimate),
  };
}

type Number = Extract<ClaimPart['estimate'], { kind: 'estimate' }>;

function printed({ messages, format }: ReportContext, part: ClaimPart, estimate: Number): string {
  const words = messages.claims;
  if (part.ratio === null) return words.never;
  if (part.ratio !== undefined) {
    const { value, interval } = part.ratio;
    const rounded = (x: number): string => format.weight(Math.round(100 * x) / 100);
    const range = `[${rounded(interval.lower)}${messages.word.separator}${rounded(interval.upper)}]`;
    return words.times(rounded(value), range);
  }
  if (part.measure === 'net-balance') return messages.word.points(format.estimate(estimate));
  const { value, interval } = format.share(estimate);
  return `${value} ${interval}`;
}

function compared({ messages, format }: ReportContext, { measure, threshold }: ClaimPart): string {
  return measure === 'net-balance'
    ? messages.word.points(format.points(threshold))
    : format.percent(threshold);
}

/** What would change a verdict. */
export function changeCell(context: ReportContext, { wouldChange }: Claim): Cell {
  if (wouldChange.length === 0) return { text: '—', muted: true };
  return { text: wouldChange.map((one) => changeText(context, one)).join(context.messages.word.separator) };
}

function changeText({ messages, format, label }: ReportContext, one: WouldChange): string {
  const words = messages.claims;
  switch (one.kind) {
    case 'minimum-detectable':
      return words.minimumDetectable(format.size(one.value));
    case 'more-mentions':
      return words.moreMentions(format.count(one.count), label.class(one.class));
    case 'more-authors':
      return words.moreAuthors(format.count(one.count), label.class(one.class));
    case 'codings':
      return words.codings(format.count(one.count), label.class(one.class));
    case 'label-error':
      return words.labelError(format.size(one.value));
    case 'missing-class':
      return words.missingClass(label.class(one.class));
    case 'rivals':
      return words.rivals(format.list(one.events.map((id) => messages.word.quoted(label.event(id)))));
  }
}
