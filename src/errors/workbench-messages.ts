import type { ErrorCode } from './codes.ts';
import { type ErrorTexts, text } from './error-text.ts';

type WorkbenchCode = Extract<ErrorCode, `${'codings' | 'accounts' | 'server' | 'explore'}/${string}`>;

/** Errors of the workbench and of coding. */
export const WORKBENCH_MESSAGES: ErrorTexts<WorkbenchCode> = {
  'codings/invalid': (p) => text(p.problem, p.remedy),
  'codings/no-folder': (p) =>
    text(
      `no codings at ${p.path}, which the study names`,
      'draw a sample with `groundswell sample`, correct the path, or take the key `codings` out',
    ),
  'codings/no-run': (p) =>
    text(
      `no finished run of this study at ${p.path}: ${p.problem}`,
      'make it with `groundswell run`; a sample is drawn from the mentions of the last run',
    ),
  'codings/sample-too-small': (p) =>
    text(
      `${p.n} mentions are too few for ${p.cells} combinations that are coded apart: each needs two`,
      `draw at least ${p.needed}, or choose targets with --target`,
    ),
  'codings/no-wave': (p) =>
    text(`no wave is called "${p.wave}"`, `waves: ${p.known || 'none was drawn; draw a sample first'}`),
  'codings/not-yours': (p) =>
    text(
      `${p.mention} of ${p.wave} was not given to ${p.coder}`,
      'open the page again: the sample may have been given to others meanwhile',
    ),
  'codings/closed': (p) =>
    text(
      `${p.wave} is closed: nothing was changed`,
      'ask the analyst to open it again if codings are missing',
    ),
  'codings/no-sheet': (p) =>
    text(
      `no texts to code at ${p.path}`,
      'put the sheet of `groundswell sample` back where it was written, or draw another wave',
    ),
  'codings/refused': (p) => text(p.problem, p.remedy),
  'codings/busy': (p) =>
    text(`the store is in use: ${p.work}`, 'wait until that is done, then try again; nothing was changed'),
  'accounts/name': (p) =>
    text(
      `"${p.name}" cannot be the name of a person here`,
      'lower-case letters, digits, "-" and "_", 64 at most; `analyst`, `adjudicated` and `design` have a meaning of their own',
    ),
  'accounts/unreadable': (p) =>
    text(
      `the accounts in ${p.path} cannot be read: nobody but the analyst is let in`,
      'take the file away and give out new links; codings are not in it',
    ),
  'server/no-page': (p) =>
    text(
      `the page of the workbench is not built: there is no index.html in ${p.path}`,
      'in a checkout run `npm run build` once, then `groundswell serve` again; the published package holds the page',
    ),
  'server/port-taken': (p) =>
    text(`port ${p.port} is taken by another program`, 'name another with --port, or leave it out'),
  'server/run-in-progress': () =>
    text('a run of this study is under way', 'wait until it ends, or cancel it first'),
  'server/run-broken': (p) =>
    text(
      `the run broke off (${p.how})`,
      'nothing that it had read is lost: run again, and it goes on after the last whole batch; where memory ran out, run `groundswell run --threads 1` once in a terminal',
    ),
  'server/run-mistake': () =>
    text(
      'the run ended by a mistake of the program',
      'nothing that it had read is lost; the terminal in which `groundswell serve` runs says what to report',
    ),
  'server/outside-folder': (p) =>
    text(
      `${p.path} is no file of the folder that is served`,
      'put the file into that folder, or start `groundswell serve` in the folder that holds it',
    ),
  'server/unknown-file': (p) =>
    text(
      `${p.path} cannot be read as posts: ${p.problem}`,
      'choose another format, or bring it into a table (csv) or one JSON object a line (ndjson)',
    ),
  'server/study-exists': (p) =>
    text(
      `${p.path} is there already, and nothing was changed`,
      'look at it before you replace it; it may have been edited meanwhile',
    ),
  'server/study-edited': (p) =>
    text(
      `${p.path} was edited elsewhere meanwhile, and nothing was changed`,
      'load it again and repeat the change; what you typed is still here',
    ),
  'explore/unknown-value': (p) =>
    text(`this run has no ${p.dimension} "${p.value}"`, `choose one that it has: ${p.known}`),
  'explore/no-period': (p) =>
    text(
      `there is no time from ${p.from} to ${p.to} in this study`,
      `choose days between ${p.start} and ${p.end}, the first before the last`,
    ),
  'explore/withheld': (p) =>
    text(`these mentions are withheld: ${p.rule}`, 'choose a wider selection; docs/privacy.md has the rules'),
  'explore/no-run': (p) =>
    text(
      `the mentions of this finding cannot be looked at: ${p.problem} (${p.path})`,
      'run the study again with `groundswell run`, then load this page again',
    ),
};
