import { type FormEvent, useId, useState } from 'react';
import type { SideOf } from '../../../shared/contract/lanes.ts';
import { formatTime, type Zone } from '../../../shared/time/zone.ts';
import { OF_FILTER } from '../pick/of-filter.ts';
import { typedTime } from './side-words.ts';

interface Props {
  /** 'A' or 'B'. */
  readonly title: string;
  readonly side: SideOf | null;
  readonly zone: Zone;
  readonly onChange: (side: SideOf) => void;
}

type Kind = 'account' | 'operator' | 'filter';

const kindOf = ({ of }: SideOf): Kind =>
  'account' in of ? 'account' : 'operator' in of ? 'operator' : 'filter';
const nameOf = ({ of }: SideOf) => ('account' in of ? of.account : 'operator' in of ? of.operator : '');

/** Chooses one side: an account, an operator or the accounts of the filter, over all time or from one time to another. */
export function SideForm({ title, side, zone, onChange }: Props) {
  const time = (us: number | undefined) => (us === undefined ? '' : formatTime(zone, us, 'minute'));
  const [kind, setKind] = useState<Kind>(side ? kindOf(side) : 'account');
  const [name, setName] = useState(side ? nameOf(side) : '');
  const [from, setFrom] = useState(time(side?.range?.fromUs));
  const [to, setTo] = useState(time(side?.range?.toUs));
  const [problem, setProblem] = useState('');
  const id = useId();

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    const trimmed = name.trim();
    if (kind !== 'filter' && trimmed === '') return setProblem(`Type the ${kind}.`);
    const of =
      kind === 'filter' ? OF_FILTER : kind === 'account' ? { account: trimmed } : { operator: trimmed };
    if (from.trim() === '' && to.trim() === '') {
      setProblem('');
      return onChange({ of, range: null });
    }
    const [fromUs, toUs] = [typedTime(from, zone), typedTime(to, zone)];
    if (fromUs === null || toUs === null || fromUs >= toUs)
      return setProblem('Type both times as 2026-05-04 13:30, the later one last, or neither for all time.');
    setProblem('');
    onChange({ of, range: { fromUs, toUs } });
  }

  return (
    <form className="compare-form" aria-label={`Side ${title}`} onSubmit={onSubmit}>
      <strong className={`compare-mark compare-${title.toLowerCase()}`}>{title}</strong>
      <select
        aria-label={`Kind of side ${title}`}
        value={kind}
        onChange={({ target }) => setKind(target.value as Kind)}
      >
        <option value="account">account</option>
        <option value="operator">operator</option>
        <option value="filter">accounts of the filter</option>
      </select>
      {kind !== 'filter' && (
        <input
          type="text"
          className="mono"
          aria-label={`Name of side ${title}`}
          value={name}
          maxLength={1000}
          spellCheck={false}
          onChange={({ target }) => setName(target.value)}
        />
      )}
      <label>
        from{' '}
        <input
          type="text"
          placeholder="all time"
          value={from}
          onChange={({ target }) => setFrom(target.value)}
        />
      </label>
      <label>
        to{' '}
        <input type="text" placeholder="all time" value={to} onChange={({ target }) => setTo(target.value)} />
      </label>
      <span className="soft">{zone.name}</span>
      <button type="submit">Set</button>
      {problem !== '' && (
        <p id={`${id}-problem`} role="alert" className="warn">
          {problem}
        </p>
      )}
    </form>
  );
}
