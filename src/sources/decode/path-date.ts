import { z } from 'zod';

/**
 * Option `dateFromPath`: how a date stands in the path of a file, written with YYYY, MM and DD, such as `YYYY-MM-DD`
 * or `news/YYYY/MM/DD`. `true` = any of YYYY-MM-DD, YYYY_MM_DD, YYYY.MM.DD, YYYY/MM/DD, YYYYMMDD.
 */
export const DATE_FROM_PATH = z.union([z.boolean(), z.string().regex(/YYYY/)]).default(false);

const ANY = ['YYYY-MM-DD', 'YYYY_MM_DD', 'YYYY.MM.DD', 'YYYY/MM/DD', 'YYYYMMDD'];
const PARTS = /YYYY|MM|DD/g;

/** The date in a path as `2024-09-06` (or `2024-09`, `2024` where the pattern has no more); null where there is none. */
export function pathDate(path: string, pattern: boolean | string): string | null {
  if (pattern === false) return null;
  for (const each of pattern === true ? ANY : [pattern]) {
    const found = path.match(asExpression(each))?.groups;
    if (found?.['y'] === undefined) continue;
    return [found['y'], found['m'], found['d']].filter((part) => part !== undefined).join('-');
  }
  return null;
}

/** Literal characters stand for themselves; the date may not be a part of a longer number. */
function asExpression(pattern: string): RegExp {
  const literal = pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const groups: Readonly<Record<string, string>> = {
    YYYY: '(?<y>[12]\\d{3})',
    MM: '(?<m>0[1-9]|1[0-2])',
    DD: '(?<d>0[1-9]|[12]\\d|3[01])',
  };
  return new RegExp(`(?<!\\d)${literal.replace(PARTS, (part) => groups[part] ?? part)}(?!\\d)`);
}
