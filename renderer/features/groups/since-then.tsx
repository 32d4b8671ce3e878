import type { Group } from '../../../shared/contract/groups.ts';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { joinedSince, movedBetween, placeWords } from './group-model.ts';

interface Props {
  readonly group: Group;
  /** Titles of all groups by id. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Where a group no longer agrees with the last analysis, the data, or other groups; nothing where it does. */
export function SinceThen({ group, titles }: Props) {
  const moved = movedBetween(group);
  const joined = joinedSince(group);
  const { missing, overlaps } = group;
  if (moved.length + joined.length + missing.length + overlaps.length === 0) return null;
  return (
    <ul className="group-since">
      {moved.map(({ was, now, accounts }) => (
        <li key={`${was} ${now}`}>
          <span className="warn">Moved since:</span> {formatUnits(accounts, 'account')} stood in{' '}
          <Shown text={placeWords(was)} max={40} />, now in <Shown text={placeWords(now)} max={40} />
        </li>
      ))}
      {joined.map(({ operator, accounts }) => (
        <li key={operator}>
          <span className="warn">Joined since:</span> <Shown text={operator} max={40} /> has{' '}
          {formatUnits(accounts, 'account')} that this group does not name
        </li>
      ))}
      {missing.length > 0 && (
        <li>
          <span className="warn">Gone:</span> {formatUnits(missing.length, 'account')} left the case with an
          import that was taken back
        </li>
      )}
      {overlaps.map((id) => (
        <li key={id}>
          <span className="warn">Overlaps:</span> “<Shown text={titles.get(id) ?? ''} max={120} />” names some
          of the same accounts
        </li>
      ))}
    </ul>
  );
}
