import type { FindingRow } from '../../../shared/contract/findings.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';

interface Props {
  /** Oldest first. */
  readonly rows: readonly FindingRow[];
  readonly readOnly: boolean;
  readonly onAdd: (ids: readonly string[]) => void;
}

/** The findings that are not in the review. */
export function OtherList({ rows, readOnly, onAdd }: Props) {
  if (rows.length === 0) return null;
  const standing = rows.filter(({ status }) => status !== 'withdrawn').map(({ id }) => id);
  return (
    <section aria-labelledby="review-others">
      <h3 id="review-others">
        Not in it <span className="soft">{formatUnits(rows.length, 'finding')}</span>
        {!readOnly && standing.length > 1 && (
          <button type="button" className="quiet" onClick={() => onAdd(standing)}>
            Add all that are not withdrawn
          </button>
        )}
      </h3>
      <ul className="review-chosen">
        {rows.map(({ id, claim, status }) => (
          <li key={id}>
            <span className="review-claim">
              <Shown text={claim} max={160} />
            </span>
            <span className={status === 'withdrawn' ? 'warn nowrap' : 'soft nowrap'}>{status}</span>
            {!readOnly && (
              <span className="review-row-acts">
                <button
                  type="button"
                  className="quiet"
                  aria-label={`Add: ${shownText(claim, { max: 60 })}`}
                  onClick={() => onAdd([id])}
                >
                  Add
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
