import type { Behaviour } from '../domain/behaviour.ts';
import type { CampaignNetwork } from '../domain/campaign-network.ts';
import type { Period } from '../domain/estimate.ts';
import type { ReportLanguage } from '../study/config.ts';
import type { Drawing } from './charts/drawing.ts';
import type { BasisMessages } from './messages/basis-messages.ts';
import type { NumberPlace } from './number-place.ts';

/** A table cell: text, and a second, quieter line. */
export interface Cell {
  readonly text: string;
  readonly note?: string;
  /** The number of the finding that is shown: a reader can ask what it rests on. */
  readonly number?: NumberPlace;
  /** Set in the quiet colour: a reason in place of a number. */
  readonly muted?: boolean;
}

/** What a number rests on, in words. */
export interface NumberBasis {
  readonly title: string;
  readonly facts: readonly { readonly term: string; readonly detail: string }[];
  /** The command that lists the mentions behind it. */
  readonly command: string;
  /** The same as a row among numbers of one column. */
  readonly row: BasisRow;
}

/** A number in a table of what numbers of one kind rest on. */
export interface BasisRow {
  /** What it is of, each in its own place: measure, target, classes, region, event, part, kind, period; empty where there is none. */
  readonly of: readonly string[];
  /** How it was made; empty where nothing could be. */
  readonly method: string;
  /** As the columns of {@link BasisMessages}: number with interval, standard error, counts. */
  readonly cells: readonly string[];
}

/** A table with its caption; the first column names the row. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly Cell[])[];
  /** Cells hold sentences: their notes wrap. */
  readonly prose?: true;
}

/** Widths for which a chart is drawn: a phone, a page. */
export type ChartWidth = 'narrow' | 'wide';

/** One chart of a figure. */
export interface Panel {
  /** Heading over the chart; empty where the figure has a single panel. */
  readonly label: string;
  /** What a reader who cannot see the chart needs to know. */
  readonly description: string;
  readonly draw: (width: ChartWidth) => Drawing;
}

/** Points of a specification curve: the interval excludes zero, or not; the study's own choices. */
export const CURVE_MARKS = ['clear', 'unclear', 'study'] as const;

/** One of {@link CURVE_MARKS}. */
export type CurveMark = (typeof CURVE_MARKS)[number];

/** How an entry of a chart's key is drawn. */
export type KeySymbol =
  | { readonly kind: 'line'; readonly style: number }
  | { readonly kind: 'letter'; readonly letter: string; readonly dashed: boolean }
  | { readonly kind: 'hatch'; readonly reason: 'no-collection' | 'too-few' | 'hole' }
  | { readonly kind: 'band' }
  | { readonly kind: 'change' }
  | { readonly kind: 'shade'; readonly share: number }
  | { readonly kind: 'choice'; readonly mark: CurveMark }
  /** A line between two accounts that act alike; null: how is withheld. */
  | { readonly kind: 'tie'; readonly behaviour: Behaviour | null }
  | { readonly kind: 'node'; readonly node: CampaignNetwork['nodes'][number]['kind'] }
  /** Without a style: share 0 = a broken outline, else a faint one. */
  | { readonly kind: 'tile'; readonly style: number | null; readonly share: number };

/** Charts with their key and the figures behind them. */
export interface Figure {
  readonly title: string;
  readonly panels: readonly Panel[];
  readonly key: readonly { readonly symbol: KeySymbol; readonly text: string }[];
  /** Where the events of the key are named already, in words: a chart above in the same section. */
  readonly eventsUnder?: string;
  /** The same figures as a table, folded away in HTML. */
  readonly table: Table;
  /** Where the charts run over time: the periods of the table's rows, in order, and the one that the charts span. */
  readonly time?: { readonly span: Period; readonly periods: readonly Period[] };
}

/** A quoted post, ready to print. */
export interface Quote {
  readonly language: string;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  /** Source and time. */
  readonly source: string;
  readonly url: string | null;
  readonly details: readonly string[];
  readonly hash: string;
  /** Words of a translator beside those of the post, with whose they are; without text, the label says that there are none. */
  readonly translation?: {
    readonly label: string;
    readonly text: string;
    readonly language: string;
  };
}

/** Quotes against and for one target in one class. */
export interface QuotePair {
  readonly title: string;
  readonly sides: readonly {
    readonly label: string;
    readonly quotes: readonly Quote[];
    readonly none: string;
  }[];
}

/** What a section is made of; every format renders these and nothing else. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone?: 'note' | 'warning' }
  | { readonly kind: 'heading'; readonly title: string; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'items';
      readonly title: string;
      readonly text: string;
      readonly items: readonly string[];
      /** Said last; the items then stand under a heading of their own kind. */
      readonly closing?: { readonly label: string; readonly text: string };
    }
  | {
      readonly kind: 'facts';
      readonly facts: readonly { readonly term: string; readonly detail: string; readonly code: boolean }[];
    }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'figure'; readonly figure: Figure }
  | { readonly kind: 'quotes'; readonly pairs: readonly QuotePair[] };

/** What sections over time are made of. */
export type TimeBlock = Extract<Block, { readonly kind: 'figure' | 'paragraph' }>;

/** A part of the report under one heading. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** The first screen of the report. */
export interface Lead {
  readonly synthetic: { readonly title: string; readonly body: string } | null;
  readonly eyebrow: string;
  readonly title: string;
  readonly question: { readonly label: string; readonly text: string };
  readonly period: { readonly label: string; readonly text: string };
  /** What the number is of. */
  readonly subject: string;
  /** The number with its unit; empty where there is none. */
  readonly number: string;
  readonly interval: string;
  /** Where the number stands in the finding. */
  readonly place: NumberPlace | null;
  /** Whether codings correct the number, in words, and so that it can be shown. */
  readonly uncorrected: string;
  readonly isCorrected: boolean;
  readonly sentences: readonly string[];
  /** The estimates behind the number; null where there is none. */
  readonly chart: Panel | null;
}

/** A finding as text, tables and charts, before any format. */
export interface Report {
  readonly language: ReportLanguage;
  /** Words that belong to the page and not to a section. */
  readonly messages: {
    readonly contents: string;
    readonly original: string;
    readonly hash: string;
    readonly dataBehindChart: string;
    readonly dataBehindCharts: string;
    /** Between a term and what it stands for. */
    readonly colon: string;
    readonly basis: Pick<
      BasisMessages,
      'close' | 'columns' | 'heading' | 'method' | 'posts' | 'printed' | 'rowEnding'
    >;
  };
  /** What a number rests on. */
  readonly basisOf: (place: NumberPlace) => NumberBasis;
  readonly lead: Lead;
  readonly sections: readonly Section[];
  readonly colophon: string;
}
