import type { Finding } from '../../domain/finding.ts';

/** The finding itself, indented, with a final line break: the bytes of `finding.json`. */
export function renderJson(finding: Finding): string {
  return `${JSON.stringify(finding, null, 2)}\n`;
}
