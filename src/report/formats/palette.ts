/** Colours of pages and charts on a light ground, as CSS custom properties. */
export const LIGHT_COLORS =
  '--paper:#fff;--panel:#f5f6f8;--ink:#16191d;--ink-soft:#515a65;--rule:#d3d8de;--grid:#e4e7eb;--link:#0b57a4;--mark:#ffe58a;--mark-ink:#16191d;--warn:#9a3b00;--warn-paper:#fff1e5;--event:#5b3a8c;--gap:#eceef1;--hatch:#7b8590;--coverage:#1c6b63;--line-0:#0b5cad;--line-1:#b3420e;--line-2:#2b6e35;--line-3:#7a3a93';

/** The same on a dark ground. */
export const DARK_COLORS =
  '--paper:#14171b;--panel:#1d2126;--ink:#e9ecef;--ink-soft:#aab3bd;--rule:#3a424b;--grid:#2a3037;--link:#8cc2ff;--mark:#6b5500;--mark-ink:#fff3c4;--warn:#ffb783;--warn-paper:#37210f;--event:#c7aef0;--gap:#20252b;--hatch:#78838f;--coverage:#62c4b8;--line-0:#79b6f7;--line-1:#f4a274;--line-2:#8bd09a;--line-3:#d3a3e6';
