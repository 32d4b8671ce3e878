import { type FormEvent, useId, useState } from 'react';
import { listOperators } from '../../../shared/contract/analysis.ts';
import { type CoverageOf, MOST_MATRIX_ACCOUNTS } from '../../../shared/contract/coverage.ts';
import { useSession } from '../../store/session.ts';
import { formatUnits } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';
import { accountList } from '../lanes/account-list.ts';

interface Props {
  readonly start: readonly string[];
  readonly onChosen: (of: CoverageOf) => void;
}

const TOPS = [25, 50, 100, MOST_MATRIX_ACCOUNTS];

/** Chooses whose topics to look at: an operator of the last analysis, the foremost accounts, or a list of ids. */
export function CoveragePicker({ start, onChosen }: Props) {
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
    <form className="coverage-pick" onSubmit={onSubmit}>
      <p>
        {operators.length > 0 && (
          <span>
            <label htmlFor={`${id}-operator`}>Operator </label>
            <select
              id={`${id}-operator`}
              value=""
              onChange={({ target }) => target.value !== '' && onChosen({ operator: target.value })}
            >
              <option value="">choose one</option>
              {operators.map((operator) => (
                <option key={operator.id} value={operator.id}>
                  {`${operator.id}, ${formatUnits(operator.accounts, 'account')}, ${formatUnits(operator.requests, 'request')}`}
                </option>
              ))}
            </select>
          </span>
        )}
        <span>
          <label htmlFor={`${id}-top`}>Foremost accounts </label>
          <select
            id={`${id}-top`}
            value=""
            onChange={({ target }) => target.value !== '' && onChosen({ top: Number(target.value) })}
          >
            <option value="">choose how many</option>
            {TOPS.map((top) => (
              <option key={top} value={top}>
                {operators.length > 0 ? `${top} by score` : `${top} by requests`}
              </option>
            ))}
          </select>
        </span>
      </p>
      <label htmlFor={`${id}-accounts`}>Accounts, one a line</label>
      <textarea
        id={`${id}-accounts`}
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p>
        <button type="submit" className="primary" disabled={accounts.length === 0}>
          {accounts.length === 0
            ? 'Show coverage'
            : `Show coverage of ${formatUnits(accounts.length, 'account')}`}
        </button>
      </p>
    </form>
  );
}
