import type { Recovered } from '../../../shared/contract/cases.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { gapWords, lostWords } from './recovery-model.ts';
import './recovery.css';

/** What a recovery saved and lost, kind by kind, with what else has to be known. */
export function LossesTable({ recovered }: { recovered: Recovered }) {
  const { losses, custodyGaps, notes, damagedPages, pages } = recovered;
  return (
    <>
      <p>
        {formatUnits(damagedPages.length, 'damaged page')} of {formatCount(pages)}.{' '}
        {losses.length === 0 && custodyGaps.length === 0 && 'No row was lost.'}
      </p>
      {losses.length > 0 && (
        <table className="table losses" aria-label="What was lost">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col" className="number">
                Lost
              </th>
              <th scope="col" className="number">
                Kept
              </th>
            </tr>
          </thead>
          <tbody>
            {losses.map((loss) => (
              <tr key={loss.table}>
                <th scope="row">{loss.what}</th>
                <td className="number warn">{lostWords(loss)}</td>
                <td className="number">{formatCount(loss.kept)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {[...custodyGaps.map(gapWords), ...notes].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}
