import { type FormEvent, useId, useState } from 'react';
import { listOperators } from '../../../shared/contract/analysis.ts';
import type { LanesOf } from '../../../shared/contract/lanes.ts';
import { useSession } from '../../store/session.ts';
import { useCall } from '../../ui/use-call.ts';
import { plural } from '../timeline/words.ts';
import { accountList } from './account-list.ts';

interface Props {
  readonly start: readonly string[];
  readonly onChosen: (of: LanesOf) => void;
}

/** Chooses whose lanes to show: an operator of the last analysis, or a list of account ids. */
export function LanesPicker({ start, onChosen }: Props) {
  const dataVersion = useSession((state) => state.dataVersion);
  const operators = useCall(listOperators, {}, dataVersion).value ?? [];
  const [text, setText] = useState(start.join('\n'));
  const id = useId();
  const accounts = accountList(text);

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (accounts.length > 0) onChosen({ accounts });
  }

  return (
    <form className="lanes-pick" onSubmit={onSubmit}>
      {operators.length > 0 && (
        <p>
          <label htmlFor={`${id}-operator`}>Operator </label>
          <select
            id={`${id}-operator`}
            value=""
            onChange={({ target }) => target.value !== '' && onChosen({ operator: target.value })}
          >
            <option value="">choose one</option>
            {operators.map((operator) => (
              <option key={operator.id} value={operator.id}>
                {`${operator.id}, ${plural(operator.accounts, 'account')}, ${plural(operator.requests, 'request')}`}
              </option>
            ))}
          </select>
        </p>
      )}
      <label htmlFor={`${id}-accounts`}>Accounts, one a line</label>
      <textarea
        id={`${id}-accounts`}
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p>
        <button type="submit" className="primary" disabled={accounts.length === 0}>
          {accounts.length === 0 ? 'Show lanes' : `Show ${plural(accounts.length, 'lane')}`}
        </button>
      </p>
    </form>
  );
}
