import type { SampleRow } from '../../../shared/contract/coding.ts';
import { ProgressTable } from './progress-table.tsx';
import { whyNoResult } from './sample-words.ts';

/** Why the result is not shown to the person at work, and how far everybody is. */
export function NoResultYet({ row, onCode }: { row: SampleRow; onCode: () => void }) {
  return (
    <section className="coding-part" aria-labelledby="no-result">
      <h2 id="no-result">The result is not shown yet</h2>
      <p>{whyNoResult(row)}</p>
      {!row.drew && (
        <p>
          <button type="button" className="primary" onClick={onCode}>
            {row.coded === 0 ? 'Begin coding' : 'Go on coding'}
          </button>
        </p>
      )}
      <ProgressTable row={row} />
    </section>
  );
}
