import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { listOperators } from '../../../shared/contract/analysis.ts';
import { useSession } from '../../store/session.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';
import { useFilterAnswer } from '../filter/answer.ts';
import { accountList } from './account-list.ts';
import { OF_FILTER } from './of-filter.ts';
import { useAskedFilter } from './use-asked-filter.ts';
import './pick.css';

/** Accounts as every view can be asked for them. */
export type PickedAccounts =
  | { readonly operator: string }
  | { readonly accounts: string[] }
  | typeof OF_FILTER;

interface Props {
  readonly start: readonly string[];
  readonly onChosen: (of: PickedAccounts) => void;
  /** `Show lanes`, and with accounts typed `Show 3 lanes`. */
  readonly submitTitle: (accounts: number) => string;
  /** Further choices beside those of an operator and of the filter. */
  readonly children?: ReactNode;
}

/** Chooses whose requests to show: of an operator of the last analysis, of the filter, or of a list of account ids. */
export function AccountPicker({ start, onChosen, submitTitle, children }: Props) {
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
    <form className="pick" onSubmit={onSubmit}>
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
        {children}
        <span>
          <FilterAccountsButton onChosen={() => onChosen(OF_FILTER)} />
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
          {submitTitle(accounts.length)}
        </button>
      </p>
    </form>
  );
}

/** Chooses the accounts of the filter, and says how many they are; there are none to choose without a filter. */
export function FilterAccountsButton({ onChosen }: { onChosen: () => void }) {
  const { filter } = useAskedFilter();
  const left = useFilterAnswer(({ view }) => view);
  const some = left && `${formatCount(left.accounts)} of ${formatUnits(left.allAccounts, 'account')}`;
  return (
    <button
      type="button"
      disabled={!filter}
      title={filter ? undefined : 'No filter is in force'}
      onClick={onChosen}
    >
      {filter && some ? `Accounts of the filter, ${some}` : 'Accounts of the filter'}
    </button>
  );
}
