import { useId } from 'react';
import type { ListedConflict } from '../../../shared/contract/merge.ts';
import { Shown } from '../../ui/shown.tsx';
import { conflictRows, conflictTitle, isAway } from './conflict-model.ts';

interface Props {
  readonly conflict: ListedConflict;
  readonly zone: string;
  readonly readOnly: boolean;
  readonly onDecide: (side: number | null) => void;
}

const MOST_SHOWN = 2_000;

/** What both copies changed, side by side: before, each side with its author, and what stands now. */
export function ConflictItem({ conflict, zone, readOnly, onDecide }: Props) {
  const id = useId();
  const { sides, stands, before, now, field } = conflict;
  const rows = conflictRows(conflict, zone);
  const whole = field === null;
  return (
    <article className="conflict" aria-labelledby={id}>
      <h2 id={id}>{conflictTitle(conflict, zone)}</h2>
      <table className="table" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Field</span>
            </th>
            <th scope="col">Before</th>
            {sides.map((side, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a side has no identity beyond its place
              <th key={index} scope="col" className={index === stands ? 'stands' : ''}>
                {side.author === null ? 'One copy' : <Shown text={side.author} max={60} />}
                {index === stands && ' · stands for now'}
              </th>
            ))}
            <th scope="col">Now</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <Value text={row.before} away={whole && isAway(before)} />
              <Value text={row.sides[0]} away={whole && isAway(sides[0].value)} />
              <Value text={row.sides[1]} away={whole && isAway(sides[1].value)} />
              <Value text={row.now} away={whole && isAway(now)} />
            </tr>
          ))}
        </tbody>
        {!readOnly && (
          <tfoot>
            <tr>
              <td colSpan={2} />
              {[0, 1].map((side) => (
                <td key={side}>
                  <button type="button" onClick={() => onDecide(side)}>
                    Use this
                    <span className="visually-hidden"> by {sides[side].author ?? `copy ${side + 1}`}</span>
                  </button>
                </td>
              ))}
              <td>
                <button type="button" onClick={() => onDecide(null)}>
                  Keep what stands
                </button>
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </article>
  );
}

function Value({ text, away }: { text: string | null; away: boolean }) {
  return (
    <td>
      {text === null || text === '' ? (
        <span className="faint">{away ? 'not there' : 'nothing'}</span>
      ) : (
        <Shown text={text} max={MOST_SHOWN} lines />
      )}
    </td>
  );
}
