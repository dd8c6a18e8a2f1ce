import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { ARTICLE_STYLE } from '../src/report/formats/article-style.ts';
import { HATCHES } from '../src/report/formats/key-symbol.ts';
import { DARK_COLORS, LIGHT_COLORS } from '../src/report/formats/palette.ts';
import { STYLE_SHEET } from '../src/report/formats/style-sheet.ts';

/** The patterns that charts refer to, in the page itself: before any script. */
const hatches: Plugin = {
  name: 'hatches',
  transformIndexHtml: (page) => page.replace('<body>', `<body>\n${HATCHES}`),
};

const STYLE = 'virtual:report-style.css';

/** The report's own style as a file, with its two palettes for readers who choose one. */
function reportStyle(): Plugin {
  const chosen =
    `:root[data-theme=light]{color-scheme:light;${LIGHT_COLORS}}` +
    `:root[data-theme=dark]{color-scheme:dark;${DARK_COLORS}}`;
  return {
    name: 'report-style',
    resolveId: (id) => (id === STYLE ? `\0${STYLE}` : null),
    load: (id) => (id === `\0${STYLE}` ? STYLE_SHEET + ARTICLE_STYLE + chosen : null),
  };
}

/** Words, numbers and charts of the report that several views show: in one file, as a browser asks for six at a time. */
const SHARED = [
  {
    name: 'page',
    test: /node_modules.preact|rolldown.runtime|vite.preload-helper|src.report.locale-format|web.src.(?:api|state)/,
    priority: 2,
  },
  {
    // What shows a report that is composed and drawn: before what composes and draws.
    name: 'blocks',
    test: /web.src.(?:charts|blocks.(?:figure|folded|table|section|quote|lead|save|report))|src.report.(?:first-view|escape-html|report-formats|formats.(?:chart|csv|key-symbol|terminal)|charts.(?:line-style|tie-style))/,
    priority: 2,
  },
  {
    name: 'report',
    test: /node_modules.(?!preact)|src.(?:report|stats|text|measure).|web.src.(?:charts|blocks.(?:figure|folded|table|section|quote|lead|save))/,
    minShareCount: 2,
  },
];

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The page of the workbench, built into the package beside its other files. */
export default defineConfig({
  root: at('.'),
  plugins: [reportStyle(), hatches],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    // Charts are drawn into a document: on a page into its own.
    alias: {
      linkedom: at('src/charts/page-document.ts'),
      'd3-geo': at('src/charts/no-projection.ts'),
    },
  },
  build: {
    outDir: at('../dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // Reading a property does nothing here: what is only read and not used is left out.
    rolldownOptions: {
      treeshake: { propertyReadSideEffects: false },
      // What views share comes in few files: a browser asks for six at a time.
      output: { codeSplitting: { groups: SHARED } },
    },
    // Tells the server which files a view needs.
    manifest: 'files.json',
    chunkSizeWarningLimit: 650,
  },
});
