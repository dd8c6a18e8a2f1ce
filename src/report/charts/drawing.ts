import { type PlotOptions, plot } from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { escapeHtml } from '../escape-html.ts';

/** A chart as the inside of an SVG element, with its size in user units. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Escaped markup: groups, paths and text. */
  readonly body: string;
  /** What a reader reads in it, each text once and in order; not the ticks of its axes, which are a scale and no result. */
  readonly texts: readonly string[];
  /** The plot inside its margins: where a place on an axis is to be found again. */
  readonly frame: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
}

/** A plot whose size, margins and size of letters are all given. */
type SizedPlot = Omit<PlotOptions, 'style'> &
  Readonly<
    Record<
      'width' | 'height' | 'marginLeft' | 'marginRight' | 'marginTop' | 'marginBottom' | 'fontSize',
      number
    >
  >;

/** What the serializer reads of a node. */
interface DrawnNode {
  readonly nodeType: number;
  readonly localName?: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DrawnNode>;
  readonly attributes?: Iterable<{ readonly name: string; readonly value: string }>;
}

/** Attributes that would differ by language or say nothing: the SVG has a title and a description of its own. */
const DROPPED = new Set(['aria-label', 'aria-hidden', 'aria-description']);
const SKIPPED = new Set(['style', 'title']);

/** Draws a plot on the server: no script, no class names or ids, coordinates to a hundredth. */
export function drawPlot({ fontSize, ...options }: SizedPlot): Drawing {
  const { document } = parseHTML('<html></html>');
  const svg = plot({ ...options, document }) as unknown as DrawnNode;
  let inside = '';
  const texts = new Set<string>();
  for (const child of svg.childNodes) {
    inside += serialize(child);
    for (const text of textsOf(child)) texts.add(text);
  }
  // What the page or file around it says of letters does not reach the chart: labels were placed for this size.
  const body = `<g font-size="${fontSize}">${inside}</g>`;
  const { width, height } = options;
  const frame = {
    left: options.marginLeft,
    right: width - options.marginRight,
    top: options.marginTop,
    bottom: height - options.marginBottom,
  };
  return { width, height, body, texts: [...texts], frame };
}

/** Lines of one text are joined; marks say by their name which are ticks. */
function textsOf(node: DrawnNode): string[] {
  const children = [...node.childNodes];
  const name = [...(node.attributes ?? [])].find((one) => one.name === 'aria-label')?.value ?? '';
  if (node.nodeType !== 1 || name.endsWith('tick label')) return [];
  if (node.localName !== 'text') return children.flatMap(textsOf);
  const text = children
    .filter(({ localName = '' }) => !SKIPPED.has(localName))
    .map(({ textContent }) => textContent ?? '')
    .join(' ');
  return text === '' ? [] : [text];
}

function serialize(node: DrawnNode): string {
  if (node.nodeType === 3) return escapeHtml(node.textContent ?? '');
  const name = node.localName ?? '';
  if (node.nodeType !== 1 || SKIPPED.has(name)) return '';
  let attributes = '';
  for (const { name: key, value } of node.attributes ?? []) {
    if (!DROPPED.has(key)) attributes += ` ${key}="${escapeHtml(rounded(value))}"`;
  }
  let children = '';
  for (const child of node.childNodes) children += serialize(child);
  return children === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${children}</${name}>`;
}

function rounded(value: string): string {
  return value.replace(/-?\d{1,9}\.\d{3,20}/g, (number) => String(Math.round(Number(number) * 100) / 100));
}
