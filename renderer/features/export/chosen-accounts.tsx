import { useState } from 'react';
import type { BundleChoice } from '../../../shared/contract/bundles.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { useOperatorSelection, useSelection } from '../../store/selection.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { AccountPicker, type PickedAccounts } from '../pick/account-picker.tsx';
import { useAskedFilter } from '../pick/use-asked-filter.ts';
import { accountNames, accountsOfFilter } from './accounts-of-filter.ts';
import { type SetChoice, withItems, withoutItem } from './choice-model.ts';

interface Props {
  readonly choice: BundleChoice;
  readonly onChange: SetChoice;
}

/** Accounts shown by name before the list is asked for. */
const NAMED = 12;

/** Operators and accounts that go along, taken away one by one or picked anew. */
export function ChosenAccounts({ choice, onChange }: Props) {
  const { operators, accounts } = choice;
  const { filter } = useAskedFilter();
  const [picking, setPicking] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const selected = useSelection(({ ids }) => ids);
  const selectedOperators = useOperatorSelection(({ ids }) => ids);

  const add = async (more: Promise<readonly string[]>) => {
    setFailure(null);
    try {
      const names = await more;
      onChange((now) => ({ ...now, accounts: withItems(now.accounts, names) }));
    } catch (error) {
      setFailure(error);
    }
  };
  const onChosen = (of: PickedAccounts) => {
    if ('operator' in of) onChange({ ...choice, operators: withItems(operators, [of.operator]) });
    else if ('accounts' in of) onChange({ ...choice, accounts: of.accounts });
    else if (filter) void add(accountsOfFilter(filter));
  };

  return (
    <fieldset className="choices export-list">
      <legend>
        {formatUnits(operators.length, 'operator')} and {formatUnits(accounts.length, 'account')} chosen
        beside
      </legend>
      <p className="export-chips">
        {operators.map((operator) => (
          <Chip
            key={operator}
            kind="Operator"
            name={operator}
            onRemove={() => onChange({ ...choice, operators: withoutItem(operators, operator) })}
          />
        ))}
        {accounts.slice(0, NAMED).map((account) => (
          <Chip
            key={account}
            kind="Account"
            name={account}
            onRemove={() => onChange({ ...choice, accounts: withoutItem(accounts, account) })}
          />
        ))}
        {accounts.length > NAMED && (
          <span className="soft">and {formatCount(accounts.length - NAMED)} more accounts</span>
        )}
      </p>
      <p>
        <button type="button" className="quiet" aria-expanded={picking} onClick={() => setPicking(!picking)}>
          Pick operators and accounts
        </button>
        {accounts.length + operators.length > 0 && (
          <button
            type="button"
            className="quiet"
            onClick={() => onChange({ ...choice, operators: [], accounts: [] })}
          >
            None
          </button>
        )}
      </p>
      {failure !== null && <ErrorPanel error={failure} />}
      {picking && (
        <AccountPicker
          // What is typed begins with what is chosen, so another choice begins anew.
          key={JSON.stringify(accounts)}
          start={accounts}
          onChosen={onChosen}
          submitTitle={(count) =>
            `Choose ${count === 1 ? 'this account' : `these ${formatCount(count)} accounts`}`
          }
        >
          {selected.size > 0 && (
            <span>
              <button type="button" onClick={() => void add(accountNames([...selected]))}>
                Accounts selected in the table, {formatCount(selected.size)}
              </button>
            </span>
          )}
          {selectedOperators.size > 0 && (
            <span>
              <button
                type="button"
                onClick={() =>
                  onChange({ ...choice, operators: withItems(operators, [...selectedOperators]) })
                }
              >
                Operators selected in the list, {formatCount(selectedOperators.size)}
              </button>
            </span>
          )}
        </AccountPicker>
      )}
    </fieldset>
  );
}

function Chip({ kind, name, onRemove }: { kind: string; name: string; onRemove: () => void }) {
  return (
    <span className="chip">
      <span className="soft">{kind}</span> <Shown text={name} max={40} />
      <button
        type="button"
        className="chip-act"
        aria-label={`Remove ${kind.toLowerCase()} ${shownText(name, { max: 80 })}`}
        onClick={onRemove}
      >
        Remove
      </button>
    </span>
  );
}
