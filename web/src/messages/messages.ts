import type { ViewName } from '../../../src/domain/workbench-view.ts';
import type { Theme } from '../state/preferences.ts';

/** The words of the page that are not those of the report. */
export interface PageMessages {
  readonly view: Readonly<Record<ViewName, string>>;
  readonly views: string;
  readonly skip: string;
  readonly language: string;
  readonly theme: string;
  readonly themes: Readonly<Record<Theme, string>>;
  readonly loading: string;
  readonly problem: string;
  readonly again: string;
  /** Title and remedy where the program does not answer. */
  readonly offline: readonly [string, string];
  readonly changed: string;
  readonly runAgain: string;
  readonly contents: string;
  /** Before the formats of the whole report; said where one cannot be made. */
  readonly report: readonly [string, string];
  /** How to read single values off a chart. */
  readonly reading: string;
  /** Before the names of formats. */
  readonly save: string;
  readonly verdict: string;
  /** Nothing in this finding belongs to the view. */
  readonly empty: string;
}
