import './explore.css';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { AskedSelection, ExploreChoices, Explored } from '../../../../src/domain/explored.ts';
import type { Finding } from '../../../../src/domain/finding.ts';
import { SELECTION_MEASURES } from '../../../../src/domain/mention-selection.ts';
import type { ChartNotes } from '../../../../src/report/formats/chart-file.ts';
import { createReportContext, type ReportContext } from '../../../../src/report/report-context.ts';
import { type Answer, api } from '../../api/client.ts';
import { LoadingView, ProblemView } from '../../blocks/state-view.tsx';
import { EXPLORE_MESSAGES } from '../../messages/explore-messages.ts';
import { useAnswer } from '../../state/use-answer.ts';
import type { AskFinding } from '../../state/use-finding.ts';
import type { ViewProps } from '../registry.ts';
import { type Explored as Address, readAddress, writeAddress } from './explore-address.ts';
import { selectionNames } from './explore-figure.ts';
import { ExploreResult } from './explore-result.tsx';
import { MentionList } from './mention-list.tsx';
import { Choose, type FormWords, SelectionForm, selectionText } from './selection-form.tsx';

interface Opened {
  readonly finding: Finding;
  readonly choices: ExploreChoices;
}

async function open(askFinding: AskFinding): Promise<Answer<Opened>> {
  const [finding, choices] = await Promise.all([askFinding(), api.exploreChoices()]);
  if (finding.kind === 'problem') return finding;
  if (choices.kind === 'problem') return choices;
  return { kind: 'result', result: { finding: finding.result, choices: choices.result } };
}

/** Mentions by what they can be selected by: index over time, two selections beside each other, the mentions behind a point. */
export function ExploreView(props: ViewProps) {
  const [asked, retry] = useAnswer(() => open(props.askFinding), 'explore');
  const words = EXPLORE_MESSAGES[props.language];
  return (
    <>
      <h1>{props.words.view.explore}</h1>
      <p class="explore-lead">{words.lead}</p>
      {asked.kind === 'waiting' && <LoadingView words={props.words} />}
      {asked.kind === 'problem' && (
        <ProblemView problem={asked.problem} words={props.words} onRetry={retry} />
      )}
      {asked.kind === 'result' && <OpenedView {...props} {...asked.result} />}
    </>
  );
}

function OpenedView(props: ViewProps & Opened) {
  const { finding, choices, language, search, go } = props;
  const words = EXPLORE_MESSAGES[language];
  const context = useMemo(
    () => createReportContext({ ...finding, study: { ...finding.study, language } }),
    [finding, language],
  );
  const address = useMemo(() => readAddress(search, choices.first), [search, choices]);
  const { selections } = address;
  const { asked, retry, kept } = useExplored(address);
  const show = (changed: Partial<Address>): void => go('explore', writeAddress({ ...address, ...changed }));
  const select = (index: 0 | 1, selection: AskedSelection): void => {
    const [a, b] = selections;
    const next = index === 0 ? selection : a;
    show({ selections: b === undefined ? [next] : [next, index === 1 ? selection : b], open: null });
  };
  const form = { choices, words, format: context.format };
  const opened = address.open === null ? undefined : selections[address.open.of];
  const at = address.open?.at ?? '';
  return (
    <>
      <ExploreForms {...{ form, address, show, select }} onReset={() => go('explore')} />
      {asked.kind === 'problem' && (
        <ProblemView problem={asked.problem} words={props.words} onRetry={retry} />
      )}
      {kept === null && asked.kind === 'waiting' && <LoadingView words={props.words} />}
      {kept !== null && asked.kind !== 'problem' && (
        <ExploreResult
          {...{ context, choices, words }}
          measure={kept.address.measure}
          explored={kept.explored}
          selections={kept.address.selections}
          isBusy={asked.kind === 'waiting'}
          notes={notesOf(kept.address.selections, { form, finding, context })}
          save={props.words.save}
          onPick={(of, period) => show({ open: { of, at: choices.periods[period]?.start ?? '' } })}
          onBrush={(bins) => show({ selections: during(selections, choices.periods, bins) })}
        />
      )}
      {address.open !== null && opened !== undefined && (
        <MentionList
          {...form}
          selection={{ ...opened, from: null, to: null }}
          at={at}
          names={selections.length === 1 ? null : [words.selection.a, words.selection.b]}
          of={address.open.of}
          onSwitch={() => show({ open: { at, of: address.open?.of === 0 ? 1 : 0 } })}
          page={props.words}
          onClose={() => show({ open: null })}
        />
      )}
    </>
  );
}

/** What stands under a saved chart: what was selected, how it is counted, the study and the run. */
function notesOf(
  selections: Address['selections'],
  of: { readonly form: FormWords; readonly finding: Finding; readonly context: ReportContext },
): ChartNotes {
  const { form, finding, context } = of;
  const names = selectionNames(selections.length, form.words);
  const { colon } = context.messages.word;
  const { manifest, study } = finding;
  return [
    ...(!finding.synthetic ? [] : [context.messages.lead.syntheticTitle]),
    ...selections.map((one, i) => `${names[i]}${colon}${selectionText(one, form)}`),
    form.words.counted,
    `${study.title}. ${context.messages.lead.colophon(manifest.version, manifest.runId)}`,
  ];
}

/** The numbers of an address; those before stay until the next are there. */
function useExplored(address: Address) {
  const { selections, measure } = address;
  const [asked, retry] = useAnswer(
    () => api.exploreSelections({ selections, measure }),
    JSON.stringify([selections, measure]),
  );
  const kept = useRef<{ explored: Explored; address: Address } | null>(null);
  if (asked.kind === 'result' && asked.result.selections.length === selections.length)
    kept.current = { explored: asked.result, address };
  return { asked, retry, kept: kept.current };
}

/** The selections in some periods of the study. */
function during(
  [a, b]: Address['selections'],
  periods: ExploreChoices['periods'],
  [from, to]: readonly [number, number],
): Address['selections'] {
  const isAll = from === 0 && to === periods.length;
  const time = isAll
    ? { from: null, to: null }
    : { from: periods[from]?.start ?? null, to: periods[to - 1]?.end ?? null };
  const first = { ...a, ...time };
  return b === undefined ? [first] : [first, { ...b, ...time }];
}

function ExploreForms(props: {
  readonly form: Omit<Parameters<typeof SelectionForm>[0], 'title' | 'selection' | 'onChange' | 'children'>;
  readonly address: Address;
  readonly show: (changed: Partial<Address>) => void;
  readonly select: (index: 0 | 1, selection: AskedSelection) => void;
  readonly onReset: () => void;
}) {
  const { form, address, show, select } = props;
  const { words } = form;
  const [a, b] = address.selections;
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard?.writeText(location.href).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <form class="explore-forms" onSubmit={(event) => event.preventDefault()}>
      <SelectionForm
        {...form}
        title={b === undefined ? words.selection.one : words.selection.a}
        selection={a}
        onChange={(selection) => select(0, selection)}
      />
      {b !== undefined && (
        <SelectionForm
          {...form}
          title={words.selection.b}
          selection={b}
          onChange={(selection) => select(1, selection)}
        />
      )}
      <div class="explore-actions">
        <Choose
          label={words.dimension.measure}
          value={address.measure}
          options={SELECTION_MEASURES.map((id) => ({ id, label: words.measure[id] }))}
          onChoose={(chosen) => show({ measure: SELECTION_MEASURES.find((one) => one === chosen) ?? 'net' })}
        />
        <button
          type="button"
          onClick={() => show({ selections: b === undefined ? [a, a] : [a], open: null })}
        >
          {b === undefined ? words.compare : words.remove}
        </button>
        <button type="button" onClick={copy}>
          {words.copyLink}
        </button>
        <button type="button" class="quiet" onClick={props.onReset}>
          {words.reset}
        </button>
        <span role="status" class="note">
          {isCopied ? words.copied : ''}
        </span>
      </div>
    </form>
  );
}
