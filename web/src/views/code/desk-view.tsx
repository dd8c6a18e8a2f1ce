import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { OwnCodings } from '../../../../src/server/coding/contract.ts';
import { codingApi } from '../../api/coding.ts';
import { LoadingView, ProblemView } from '../../blocks/state-view.tsx';
import { useAnswer } from '../../state/use-answer.ts';
import type { CodeProps } from './code-props.ts';
import { applyCommand, type Command, commandOf, type Desk, KEYED_LABELS, openDesk } from './coding-desk.ts';
import { queueKey, readQueue, withWaiting } from './coding-queue.ts';
import { DeskControls } from './desk-controls.tsx';
import { PassageView } from './passage-view.tsx';
import { SendingView } from './sending-view.tsx';
import { type Sending, useQueue } from './use-queue.ts';

type DeskProps = CodeProps & { readonly wave: string | null };

/** A coder's own mentions of one wave. */
export function DeskView(props: DeskProps) {
  const { words, code, session, search, go } = props;
  const [asked, retry] = useAnswer(codingApi.own, 'own');
  if (asked.kind === 'waiting') return <LoadingView words={words} />;
  if (asked.kind === 'problem') return <ProblemView problem={asked.problem} words={words} onRetry={retry} />;
  const { waves } = asked.result;
  const open = waves.find(({ isClosed, items }) => !isClosed && items.some(({ label }) => label === null));
  const chosen = waves.find(({ wave }) => wave === props.wave) ?? open ?? waves.at(-1);
  const isDesk = new URLSearchParams(search).has('desk');
  return (
    <>
      <h1>{chosen === undefined ? code.heading : code.desk.title(chosen.wave)}</h1>
      {session.user.role === 'analyst' && (
        <p>
          <a
            href="/code"
            onClick={(event) => {
              event.preventDefault();
              go('code');
            }}
          >
            {code.desk.leave}
          </a>
        </p>
      )}
      {waves.length > 1 && (
        <nav class="on-page" aria-label={code.lead.waves}>
          <ul>
            {waves.map(({ wave }) => (
              <li key={wave}>
                <a
                  href={`/code?${isDesk ? 'desk&' : ''}wave=${encodeURIComponent(wave)}`}
                  {...(wave === chosen?.wave ? { 'aria-current': 'true' as const } : {})}
                >
                  {wave}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {chosen === undefined ? (
        <p class="state">{code.desk.none}</p>
      ) : (
        <WaveDesk key={chosen.wave} {...props} own={asked.result} chosen={chosen} />
      )}
    </>
  );
}

type WaveProps = DeskProps & { readonly own: OwnCodings; readonly chosen: OwnCodings['waves'][number] };

/** Codes one wave, by keys or by pointer. Each coding is kept at once. */
function WaveDesk(props: WaveProps) {
  const { code, own, chosen, session } = props;
  const { wave, isClosed } = chosen;
  const sending = useQueue(session.studyId ?? '', own.name);
  const [hasKeys, setHasKeys] = useState(true);
  const [desk, act] = useDesk(props, sending, hasKeys);
  const nDone = useMemo(() => desk.items.filter(({ label }) => label !== null).length, [desk.items]);
  const item = desk.items[desk.at];
  const all = String(desk.items.length);
  return (
    <div class="desk">
      <div class="desk-state">
        <p>{code.desk.progress(String(nDone), all)}</p>
        <progress value={nDone} max={desk.items.length} aria-label={code.desk.title(wave)} />
        <SendingView sending={sending} code={code} />
      </div>
      {isClosed && <p class="notice">{code.desk.closed}</p>}
      {item === undefined ? (
        <section class="passage" aria-live="polite">
          <h2>{code.desk.done}</h2>
          <p>{code.desk.doneHint}</p>
        </section>
      ) : (
        <PassageView item={item} place={code.desk.place(String(desk.at + 1), all)} code={code} />
      )}
      <DeskControls {...{ desk, item, code, isClosed, act }} themes={own.themes} />
      <label class="switch">
        <input
          type="checkbox"
          checked={hasKeys}
          onChange={(event) => setHasKeys(event.currentTarget.checked)}
        />
        <span>
          {code.desk.keys} <small>{code.desk.keysHint}</small>
        </span>
      </label>
      <RulesView code={code} />
    </div>
  );
}

/** How to code, folded away. */
function RulesView({ code }: Pick<DeskProps, 'code'>) {
  return (
    <details>
      <summary>{code.desk.rules}</summary>
      <dl class="rules">
        {KEYED_LABELS.map((label) => (
          <div key={label}>
            <dt>{code.label[label]}</dt>
            <dd>{code.rule[label]}</dd>
          </div>
        ))}
      </dl>
      <ul>
        {code.desk.ruleItems.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </details>
  );
}

/** The desk of a wave, with what waits to be sent; each command by key or pointer is carried out and sent. */
function useDesk(
  { own, chosen, session }: WaveProps,
  sending: Sending,
  hasKeys: boolean,
): readonly [Desk, (command: Command) => void] {
  const { wave, isClosed } = chosen;
  const [desk, setDesk] = useState(() => {
    const waiting = readQueue(localStorage, queueKey(session.studyId ?? '', own.name));
    const ofWave = waiting.filter((one) => one.wave === wave);
    return openDesk(withWaiting(chosen.items, ofWave));
  });
  const act = (command: Command): void => {
    if (isClosed && !['back', 'next', 'open'].includes(command.kind)) return;
    const { desk: next, changed } = applyCommand(desk, command);
    setDesk(next);
    if (changed !== null) sending.add(wave, changed);
  };
  // Before the next key: one that came between drawing and an effect after it would act on the mention before.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!hasKeys || isTyping(event.target)) return;
      const command = commandOf(event, own.themes);
      if (command === null) return;
      event.preventDefault();
      if (!event.repeat) act(command);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  return [desk, act];
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
  return ['SELECT', 'TEXTAREA'].includes(target.tagName);
}
