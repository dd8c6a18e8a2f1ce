/** Paths of the sheets of a wave: one for each coder, with `-1`, `-2`, … before the ending where there are several. */
export function sheetPaths(sheet: string, nCoders: number): string[] {
  if (nCoders === 1) return [sheet];
  const ending = /\.[^./\\]*$/.exec(sheet)?.[0] ?? '';
  const stem = sheet.slice(0, sheet.length - ending.length);
  return Array.from({ length: nCoders }, (_, i) => `${stem}-${i + 1}${ending}`);
}
