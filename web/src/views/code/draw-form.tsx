import { useState } from 'preact/hooks';
import type { DrawRequest } from '../../../../src/server/coding/contract.ts';
import { codingApi } from '../../api/coding.ts';
import { ActionProblem } from './action-problem.tsx';
import type { PanelProps } from './code-props.ts';
import { useAction } from './use-action.ts';

/** What is drawn where nothing is said; a fifth is coded by everybody. */
const USUAL = { n: 200, targets: [], event: null, coders: [], doubleShare: 0.2, isAdaptive: false };

interface FieldProps extends PanelProps {
  readonly request: DrawRequest;
  readonly change: (changed: Partial<DrawRequest>) => void;
}

/** Draws a sample and gives it to coders. */
export function DrawForm(props: PanelProps) {
  const { led, code, words, reload } = props;
  const [asked, setAsked] = useState<DrawRequest>({ ...USUAL, seed: led.study.seed });
  const action = useAction();
  const request = { ...asked, coders: asked.coders.filter((name) => led.coders.includes(name)) };
  const change = (changed: Partial<DrawRequest>): void => setAsked({ ...request, ...changed });
  const submit = (submitted: Event): void => {
    submitted.preventDefault();
    action.run(() => codingApi.draw(request), reload);
  };
  const several = request.coders.length > 1;
  return (
    <section class="part" aria-labelledby="draw">
      <h2 id="draw">{code.draw.title}</h2>
      <p class="note">{code.draw.intro}</p>
      <form class="fields" onSubmit={submit}>
        <WhatToDraw {...props} request={request} change={change} />
        <WhoCodes {...props} request={request} change={change} />
        <Tick
          text={code.draw.adaptive}
          is={request.isAdaptive}
          onTick={(isAdaptive) => change({ isAdaptive })}
        />
        <p class="note">
          {code.draw.seedHint} {several && code.draw.doubleHint}
        </p>
        <button type="submit" class="main" disabled={action.isBusy || request.coders.length === 0}>
          {action.isBusy ? code.draw.drawing : code.draw.submit}
        </button>
      </form>
      <ActionProblem problem={action.problem} words={words} />
    </section>
  );
}

function WhatToDraw({ led, code, request, change }: FieldProps) {
  const { targets, events } = led.study;
  return (
    <>
      <NumberField
        label={code.draw.n}
        value={request.n}
        range={[1, 100_000]}
        onChange={(n) => change({ n })}
      />
      <NumberField
        label={code.draw.seed}
        value={request.seed}
        range={[0, 2_147_483_647]}
        onChange={(seed) => change({ seed })}
      />
      <Choice
        label={code.draw.targets}
        value={request.targets[0] ?? ''}
        none={code.draw.allTargets}
        options={targets.map(({ id, label, placebo }) => ({
          id,
          label: placebo ? `${label} (${code.draw.placebo})` : label,
        }))}
        onChoose={(target) => change({ targets: target === '' ? [] : [target] })}
      />
      <Choice
        label={code.draw.event}
        value={request.event ?? ''}
        none={code.draw.wholePeriod}
        options={events}
        onChoose={(event) => change({ event: event === '' ? null : event })}
      />
    </>
  );
}

function WhoCodes({ led, code, request, change }: FieldProps) {
  const { coders, doubleShare } = request;
  return (
    <>
      <fieldset>
        <legend>{code.draw.coders}</legend>
        {led.coders.map((name) => (
          <Tick
            key={name}
            text={name}
            is={coders.includes(name)}
            onTick={(is) => change({ coders: is ? [...coders, name] : coders.filter((one) => one !== name) })}
          />
        ))}
        {coders.length === 0 && <p class="note">{code.draw.noCoder}</p>}
      </fieldset>
      {coders.length > 1 && (
        <NumberField
          label={code.draw.double}
          value={Math.round(doubleShare * 100)}
          range={[0, 100]}
          onChange={(percent) => change({ doubleShare: percent / 100 })}
        />
      )}
    </>
  );
}

function NumberField(props: {
  readonly label: string;
  readonly value: number;
  readonly range: readonly [number, number];
  readonly onChange: (n: number) => void;
}) {
  const { label, value, range, onChange } = props;
  return (
    <label>
      {label}
      <input
        type="number"
        min={range[0]}
        max={range[1]}
        required
        value={Number.isNaN(value) ? '' : value}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </label>
  );
}

function Tick(props: {
  readonly text: string;
  readonly is: boolean;
  readonly onTick: (is: boolean) => void;
}) {
  const { text, is, onTick } = props;
  return (
    <label class="tick">
      <input type="checkbox" checked={is} onChange={(event) => onTick(event.currentTarget.checked)} />
      {text}
    </label>
  );
}

function Choice(props: {
  readonly label: string;
  readonly value: string;
  /** Stands for no choice. */
  readonly none: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}) {
  const { label: name, value, none, options, onChoose } = props;
  return (
    <label>
      {name}
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{none}</option>
        {options.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
