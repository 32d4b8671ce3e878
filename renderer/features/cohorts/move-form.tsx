import { type FormEvent, useState } from 'react';
import { listCohorts } from '../../../shared/contract/cohorts.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { moveTo } from '../../store/cohorts.ts';
import { useSession } from '../../store/session.ts';
import { Field } from '../../ui/field.tsx';
import { useCall } from '../../ui/use-call.ts';
import { targets } from './model.ts';

const NOTHING = {};
const OWN = 'own';

interface Props {
  readonly accounts: readonly string[];
  /** The cohort they are in now. */
  readonly from: string;
  /** Some of them were moved before, and can go back to where their traits place them. */
  readonly isMoved: boolean;
  readonly onDone?: () => void;
}

/** Moves accounts to a cohort of the last analysis, or to one named here. */
export function MoveForm({ accounts, from, isMoved, onDone }: Props) {
  const dataVersion = useSession((state) => state.dataVersion);
  const list = useCall(listCohorts, NOTHING, dataVersion);
  const cohorts = targets(list.value?.cohorts ?? [], from);
  const [chosen, setChosen] = useState(OWN);
  const [name, setName] = useState('');
  const [shown, setShown] = useState(false);
  const target = chosen === OWN ? name.trim() : (cohorts[Number(chosen)]?.name ?? '');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setShown(true);
    if (target === '' || accounts.length === 0) return;
    if (await moveTo(accounts, target)) onDone?.();
  };
  const back = async () => {
    if (await moveTo(accounts, null)) onDone?.();
  };
  return (
    <form className="cohort-move" onSubmit={submit} noValidate>
      <Field label="Compare with">
        {(ids) => (
          <select {...ids} value={chosen} onChange={(event) => setChosen(event.target.value)}>
            <option value={OWN}>a cohort of their own, named</option>
            {cohorts.map((cohort, at) => (
              <option key={cohort.name} value={at}>
                {shownText(cohort.name, { max: 100 })}
              </option>
            ))}
          </select>
        )}
      </Field>
      {chosen === OWN && (
        <Field label="Name" error={shown && target === '' ? 'Type a name.' : null}>
          {(ids) => (
            <input
              {...ids}
              maxLength={300}
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      )}
      <button type="submit" disabled={accounts.length === 0}>
        Move
      </button>
      {isMoved && (
        <button type="button" onClick={() => void back()}>
          Back to where traits place {accounts.length === 1 ? 'it' : 'them'}
        </button>
      )}
    </form>
  );
}
