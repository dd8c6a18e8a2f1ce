import { useState } from 'preact/hooks';
import type { LedWave } from '../../../../src/server/coding/contract.ts';
import { codingApi } from '../../api/coding.ts';
import { ActionProblem } from './action-problem.tsx';
import type { PanelProps } from './code-props.ts';
import { useAction } from './use-action.ts';

/** Gives the sheets of a wave that nobody codes yet to people. */
export function AssignForm({ wave, led, code, words, reload }: PanelProps & { readonly wave: LedWave }) {
  const [coders, setCoders] = useState<readonly string[]>(wave.sheets.map(({ coder }) => coder ?? ''));
  const action = useAction();
  const submit = (event: Event): void => {
    event.preventDefault();
    action.run(() => codingApi.assign(wave.wave, coders), reload);
  };
  return (
    <form class="assign" onSubmit={submit}>
      {coders.map((chosen, index) => (
        <label key={index}>
          {code.lead.sheet} {index + 1}
          <select
            value={chosen}
            onChange={(event) => setCoders(coders.with(index, event.currentTarget.value))}
          >
            <option value="">{code.lead.choose}</option>
            {led.coders.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit" disabled={action.isBusy || coders.includes('')}>
        {code.lead.give}
      </button>
      <ActionProblem problem={action.problem} words={words} />
    </form>
  );
}
