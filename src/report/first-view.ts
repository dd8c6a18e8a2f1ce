import type { ReportLanguage } from '../study/config.ts';
import type { Block, ChartWidth, Figure, Lead, Panel, Report, Section } from './block.ts';
import type { Drawing } from './charts/drawing.ts';

/** A chart that is drawn already, for each width. */
export type DrawnPanel = Omit<Panel, 'draw'> & { readonly drawings: Readonly<Record<ChartWidth, Drawing>> };

/** What a section seen first may hold. */
export type DrawnBlock =
  | Extract<Block, { kind: 'paragraph' }>
  | {
      readonly kind: 'figure';
      readonly figure: Omit<Figure, 'panels'> & { readonly panels: readonly DrawnPanel[] };
    };

/** What a reader sees first of a finding, as data: composed and drawn, so that a page shows it before it can do either. */
export interface FirstView {
  /** Run and study that it is of. */
  readonly runId: string;
  readonly studyId: string;
  readonly language: ReportLanguage;
  readonly messages: Pick<Report['messages'], 'colon' | 'dataBehindChart' | 'hash' | 'original'>;
  readonly lead: Omit<Lead, 'chart' | 'place'> & { readonly chart: DrawnPanel | null };
  readonly verdict: string | null;
  readonly section: Omit<Section, 'blocks'> & { readonly blocks: readonly DrawnBlock[] };
  readonly colophon: string;
}

/** The parts of a report that a first view holds, to be shown as any other. */
export interface OpenedFirstView extends Omit<FirstView, 'lead' | 'section'> {
  readonly lead: Omit<Lead, 'place'>;
  readonly section: Section;
}

/** Makes the parts of a report of a first view: its charts give the drawings that came with it. */
export function openFirstView(first: FirstView): OpenedFirstView {
  const { lead, section } = first;
  return {
    ...first,
    lead: { ...lead, chart: lead.chart === null ? null : panelOf(lead.chart) },
    section: {
      ...section,
      blocks: section.blocks.map((block) =>
        block.kind === 'paragraph'
          ? block
          : { kind: 'figure', figure: { ...block.figure, panels: block.figure.panels.map(panelOf) } },
      ),
    },
  };
}

function panelOf({ drawings, ...panel }: DrawnPanel): Panel {
  return { ...panel, draw: (width) => drawings[width] };
}
