import type { ProgressEvent, ReportProgress } from '../pipeline/progress.ts';
import { estimateText } from './estimate-text.ts';
import { colours, type Terminal } from './terminal.ts';

const LABELS: Readonly<Record<string, string>> = {
  generate: 'generate posts',
  read: 'read, normalize, annotate',
  deduplicate: 'find copies',
  measure: 'measure',
  evidence: 'choose exhibits',
  translate: 'translate exhibits',
  digest: 'digest the records',
  report: 'write report',
};

const LABEL_WIDTH = 26;

/** Shows progress: a bar where a person watches, plain lines in a log, one JSON object a line with `json`. */
export function showProgress(
  terminal: Terminal,
  options: { json: boolean; now: () => number },
): ReportProgress {
  if (options.json) return (event) => terminal.out(`${JSON.stringify(event)}\n`);
  const c = colours(terminal);
  const label = (stage: string): string => (LABELS[stage] ?? stage).padEnd(LABEL_WIDTH);
  let started = 0;
  return (event: ProgressEvent) => {
    switch (event.kind) {
      case 'stage-start':
        started = options.now();
        if (terminal.isInteractive) terminal.error(`\r${label(event.stage)} ${c.dim('…')}`);
        return;
      case 'stage-progress':
        if (terminal.isInteractive) {
          const seconds = (options.now() - started) / 1000;
          terminal.error(`\r${label(event.stage)} ${bar(event, seconds)}`);
        }
        return;
      case 'stage-end': {
        const clear = terminal.isInteractive ? '\r\u001b[K' : '';
        const took = event.skipped ? 'up to date' : `${event.seconds.toFixed(1)} s`;
        const rows = event.rows > 0 ? `${count(event.rows)} rows` : '';
        terminal.error(
          `${clear}${c.green('✓')} ${label(event.stage)} ${rows.padStart(16)} ${took.padStart(11)}\n`,
        );
        return;
      }
      case 'estimate':
        terminal.error(estimateText(event.estimate));
        return;
      case 'warning':
        terminal.error(`${c.yellow('warning')} ${event.message}\n`);
    }
  };
}

const BAR_WIDTH = 20;

function bar(event: Extract<ProgressEvent, { kind: 'stage-progress' }>, seconds: number): string {
  const share = event.total === 0 ? 1 : event.done / event.total;
  const full = Math.round(share * BAR_WIDTH);
  const left = share > 0 ? Math.ceil((seconds * (1 - share)) / share) : 0;
  const rate =
    event.unit === 'bytes'
      ? `${(event.done / 1e6 / Math.max(seconds, 0.01)).toFixed(0)} MB/s`
      : `${count(event.done)}`;
  const percent = `${Math.floor(share * 100)}`.padStart(3);
  return `${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)} ${percent} % ${rate.padStart(9)} ${left} s left \u001b[K`;
}

function count(n: number): string {
  return n.toLocaleString('en-US').replaceAll(',', '\u202f');
}
