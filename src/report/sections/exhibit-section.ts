import type { Exhibit } from '../../domain/finding.ts';
import type { Block, Quote, QuotePair, Section } from '../block.ts';
import { type ReportContext, translated } from '../report-context.ts';

/** Quotes against and in favour side by side, for each target and class. */
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
  const blocks: Block[] =
    pairs.length === 0
      ? [{ kind: 'paragraph', text: words.none, tone: 'note' }]
      : [
          { kind: 'paragraph', text: words.intro },
          { kind: 'quotes', pairs },
          ...rules.map((text) => ({ kind: 'paragraph', text, tone: 'note' }) as const),
        ];
  return { id: 'exhibits', heading: words.heading, blocks };
}

function quoteOf(context: ReportContext, exhibit: Exhibit): Quote {
  const { messages, format, label } = context;
  const words = messages.exhibits;
  const { text, mention, cut } = exhibit;
  // Offsets from another program may be wrong: a quote is then shown without a mark, not cut.
  const sound = mention.start >= 0 && mention.start <= mention.end && mention.end <= text.length;
  const [start, end] = sound ? [mention.start, mention.end] : [text.length, text.length];
  return {
    language: exhibit.language,
    before: `${cut.before ? '… ' : ''}${text.slice(0, start)}`,
    marked: text.slice(start, end),
    after: `${text.slice(end)}${cut.after ? ' …' : ''}`,
    source: `${label.source(exhibit.source)}${messages.word.comma}${format.instant(exhibit.publishedAt, exhibit.precision)}`,
    url: webAddress(exhibit.url),
    details: [
      words.probability(format.percent(exhibit.probability)),
      exhibit.nCopies > 1 ? words.copies(format.count(exhibit.nCopies)) : words.noCopies,
    ],
    hash: exhibit.recordHash,
  };
}

/** The address where it is one a reader may follow: http or https, without a password. */
function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, username, password, href } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '' ? href : null;
}
