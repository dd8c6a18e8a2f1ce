import { useState } from 'preact/hooks';
import { ROLES, type Role } from '../../../../src/domain/account.ts';
import type { Account } from '../../../../src/server/coding/contract.ts';
import { codingApi } from '../../api/coding.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { ActionProblem } from './action-problem.tsx';
import type { PanelProps } from './code-props.ts';
import { useAction } from './use-action.ts';

/** Who has a link, and the way to give or end one. */
export function PeoplePanel(props: PanelProps) {
  const { code, reload } = props;
  const [asked, refresh] = useAnswer(codingApi.accounts, 'accounts');
  const changed = (): void => {
    refresh();
    reload();
  };
  const accounts = asked.kind === 'result' ? asked.result : [];
  return (
    <section class="part" aria-labelledby="people">
      <h2 id="people">{code.people.title}</h2>
      <p class="note">{code.people.intro}</p>
      <InviteForm {...props} onChange={changed} />
      {accounts.length === 0 && asked.kind === 'result' && <p class="note">{code.people.none}</p>}
      <ul class="people" aria-label={code.people.list}>
        {accounts.map((account) => (
          <PersonView key={account.name} account={account} {...props} onChange={changed} />
        ))}
      </ul>
    </section>
  );
}

function InviteForm({ code, words, onChange }: PanelProps & { readonly onChange: () => void }) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('coder');
  const [made, setMade] = useState<{ readonly name: string; readonly link: string } | null>(null);
  const action = useAction();
  const submit = (event: Event): void => {
    event.preventDefault();
    action.run(
      () => codingApi.invite(name, role),
      ({ token }) => {
        setMade({ name, link: `${location.origin}/?token=${token}` });
        setName('');
        onChange();
      },
    );
  };
  return (
    <>
      <form class="fields" onSubmit={submit}>
        <label>
          {code.people.name}
          <input
            type="text"
            required
            pattern="[a-z0-9][a-z0-9_\-]{0,63}"
            maxLength={64}
            autocomplete="off"
            autocapitalize="none"
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <small>{code.people.nameHint}</small>
        </label>
        <RoleChoice role={role} code={code} onChoose={setRole} />
        <button type="submit" disabled={action.isBusy}>
          {code.people.invite}
        </button>
      </form>
      <ActionProblem problem={action.problem} words={words} />
      {made !== null && <MadeLink key={made.link} {...made} code={code} />}
    </>
  );
}

function RoleChoice(props: {
  readonly role: Role;
  readonly code: PanelProps['code'];
  readonly onChoose: (role: Role) => void;
}) {
  const { role, code, onChoose } = props;
  return (
    <label>
      {code.people.role}
      <select
        value={role}
        onChange={(event) => onChoose(ROLES.find((one) => one === event.currentTarget.value) ?? 'coder')}
      >
        {ROLES.map((one) => (
          <option key={one} value={one}>
            {code.role[one]}
          </option>
        ))}
      </select>
      <small>{code.roleNote[role]}</small>
    </label>
  );
}

function MadeLink(props: {
  readonly name: string;
  readonly link: string;
  readonly code: PanelProps['code'];
}) {
  const { name, link, code } = props;
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard?.writeText(link).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <div class="made" role="status">
      <label>
        {code.people.link(name)}
        <input type="text" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <button type="button" onClick={copy}>
        {isCopied ? code.people.copied : code.people.copy}
      </button>
      <p class="note">{code.people.linkHint}</p>
    </div>
  );
}

function PersonView(props: PanelProps & { readonly account: Account; readonly onChange: () => void }) {
  const { account, code, format, words, onChange } = props;
  const action = useAction();
  const { name, role, invitedAt, revokedAt } = account;
  return (
    <li>
      <strong>{name}</strong>
      <span>{code.role[role]}</span>
      <span class="note">
        {revokedAt === null
          ? `${code.people.active}, ${code.people.since} ${format.instant(`${invitedAt.slice(0, 10)}T00:00:00Z`, 'day')}`
          : code.people.revoked}
      </span>
      {revokedAt === null && (
        <button
          type="button"
          disabled={action.isBusy}
          onClick={() => action.run(() => codingApi.revoke(name), onChange)}
        >
          {code.people.revoke(name)}
        </button>
      )}
      <ActionProblem problem={action.problem} words={words} />
    </li>
  );
}
