import type { Drawing } from '../charts/drawing.ts';
import { html, type Markup, trusted } from '../escape-html.ts';
import { HATCHES } from './key-symbol.ts';
import { LIGHT_COLORS } from './palette.ts';

const COLORS = new Map(
  LIGHT_COLORS.split(';').map((pair) => {
    const [name = '', value = ''] = pair.split(':');
    return [name, value];
  }),
);

/** A chart as a file of its own, on a light ground, without style sheet or variables: word processors know neither. */
export function chartSvg({ width, height, body }: Drawing): string {
  return fixedColors(
    html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" text-anchor="middle" fill="var(--ink)" font-family="Segoe UI, Noto Sans, Noto Sans CJK SC, Microsoft YaHei, Arial, sans-serif">${patterns()}${trusted(body)}</svg>`,
  ).replace('<svg ', '<svg color="#16191d" ');
}

function patterns(): Markup {
  return trusted(HATCHES.slice(HATCHES.indexOf('<defs>'), HATCHES.indexOf('</svg>')));
}

function fixedColors({ source }: Markup): string {
  return source
    .replaceAll(
      /style="(fill|stroke):var\((--[a-z0-9-]+)\)"/g,
      (_, property: string, name: string) => `${property}="${COLORS.get(name) ?? '#000'}"`,
    )
    .replaceAll(/var\((--[a-z0-9-]+)\)/g, (_, name: string) => COLORS.get(name) ?? '#000');
}
