import type { Claim } from '../../domain/claim.ts';
import type { Exhibit } from '../../domain/exhibit.ts';
import type { Block, Quote, QuotePair, Section } from '../block.ts';
import { TRANSLATION_MESSAGES } from '../messages/translation-messages.ts';
import { type ReportContext, translated } from '../report-context.ts';

/** Quotes against and in favour side by side, for each target and class, then those for and against each claim. */
export function composeExhibits(context: ReportContext): Section {
  const { messages, finding } = context;
  const { exhibits: words } = messages;
  const pairs = finding.study.targets.flatMap((target) =>
    finding.study.classes.flatMap((one): QuotePair[] => {
      const here = finding.exhibits.filter((e) => e.target === target.id && e.class === one.id);
      if (here.length === 0) return [];
      const side = (name: Exhibit['side'], label: string) => ({
        label,
        quotes: here.filter((e) => e.side === name).map((e) => quoteOf(context, e)),
        none: words.noneOnSide,
      });
      return [
        {
          title: `${target.label} · ${one.label}`,
          sides: [side('against', words.against), side('favor', words.favor)],
        },
      ];
    }),
  );
  const rules = [
    ...new Set(finding.exhibits.map((e) => words.ruleIs(translated(context, e.rule), String(e.seed)))),
  ];
  const none = finding.study.privacy?.profile === 'none' ? words.nothingQuoted : words.none;
  const blocks: Block[] =
    pairs.length === 0
      ? [{ kind: 'paragraph', text: none, tone: 'note' }]
      : [
          { kind: 'paragraph', text: words.intro },
          ...translationIntro(context),
          { kind: 'quotes', pairs },
          ...claimBlocks(context),
          ...rules.map((text) => ({ kind: 'paragraph', text, tone: 'note' }) as const),
        ];
  return { id: 'exhibits', heading: words.heading, blocks };
}

function claimBlocks(context: ReportContext): Block[] {
  const { messages, finding } = context;
  const { exhibits: words } = messages;
  const pairs = finding.claims.flatMap((claim): QuotePair[] => {
    const { exhibits } = claim;
    if (exhibits === undefined || exhibits.for.length + exhibits.against.length === 0) return [];
    const side = (label: string, places: readonly number[]) => ({
      label,
      quotes: places.flatMap((place) => finding.exhibits[place] ?? []).map((one) => quoteOf(context, one)),
      none: words.noneOnSide,
    });
    return [
      {
        title: claimTitle(context, claim),
        sides: [side(words.forClaim, exhibits.for), side(words.againstClaim, exhibits.against)],
      },
    ];
  });
  if (pairs.length === 0) return [];
  return [
    { kind: 'paragraph', text: `${words.claimsHeading}${messages.word.colon}` },
    { kind: 'quotes', pairs },
  ];
}

/** The claim with the labels of the cells that its quotes are from. */
function claimTitle(context: ReportContext, { text, exhibits }: Claim): string {
  const { messages, finding, format, label } = context;
  const places = [...(exhibits?.for ?? []), ...(exhibits?.against ?? [])];
  const cells = new Map(
    places.flatMap((place) => {
      const one = finding.exhibits[place];
      return one?.cell === undefined ? [] : [[one.class, one.cell] as const];
    }),
  );
  const shares = [...cells].map(([name, cell]) => {
    const printed = [cell.against, cell.neither, cell.favor].map((share) => format.percent(share));
    const [against = '', neither = '', favor = ''] = printed;
    return `${label.class(name)}${messages.word.colon}${messages.exhibits.claimShares(against, neither, favor)}`;
  });
  return [text, ...shares].join(' · ');
}

function quoteOf(context: ReportContext, exhibit: Exhibit): Quote {
  const { messages, format, label } = context;
  const words = messages.exhibits;
  const { mention, cut, selection, quotation, cell, side } = exhibit;
  const isParaphrase = quotation === 'paraphrase';
  const text = isParaphrase ? words.paraphrase : exhibit.text;
  // Offsets from another program may be wrong: a quote is then shown without a mark, not cut.
  const sound =
    !isParaphrase && mention.start >= 0 && mention.start <= mention.end && mention.end <= text.length;
  const [start, end] = sound ? [mention.start, mention.end] : [text.length, text.length];
  return {
    language: isParaphrase ? context.finding.study.language : exhibit.language,
    before: `${cut.before && !isParaphrase ? '… ' : ''}${text.slice(0, start)}`,
    marked: text.slice(start, end),
    after: `${text.slice(end)}${cut.after && !isParaphrase ? ' …' : ''}`,
    source: `${label.source(exhibit.source)}${messages.word.comma}${format.instant(exhibit.publishedAt, exhibit.precision)}`,
    url: webAddress(exhibit.url),
    details: [
      ...(selection === undefined ? [] : [words.selection[selection]]),
      words.probability(format.percent(exhibit.probability)),
      exhibit.nCopies > 1 ? words.copies(format.count(exhibit.nCopies)) : words.noCopies,
      ...(cell === undefined ? [] : [words.standsFor(format.percent(cell[side]))]),
    ],
    hash: exhibit.recordHash,
    ...translationOf(context, exhibit),
  };
}

/** What the words of translators are, before the first of them. */
function translationIntro({ finding }: ReportContext): Block[] {
  if (!finding.exhibits.some(({ translation }) => translation)) return [];
  return [{ kind: 'paragraph', text: TRANSLATION_MESSAGES[finding.study.language].intro }];
}

/** The words of the translator; where there are none although they were wanted, that is said. */
function translationOf(
  { finding }: ReportContext,
  { translation, cut }: Exhibit,
): Pick<Quote, 'translation'> {
  if (translation === undefined) return {};
  const words = TRANSLATION_MESSAGES[finding.study.language];
  if (translation === null) {
    const [name = ''] = finding.manifest.annotators
      .filter(({ layer }) => layer === 'translation')
      .map((one) => one.name);
    return { translation: { label: words.none(name), text: '', language: finding.study.language } };
  }
  const { text, language, translator } = translation;
  return {
    translation: {
      label: words.by(`${translator.name} (${translator.version})`),
      text: `${cut.before ? '… ' : ''}${text}${cut.after ? ' …' : ''}`,
      language,
    },
  };
}

/** The address where it is one a reader may follow: http or https, without a password. */
function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, username, password, href } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '' ? href : null;
}
