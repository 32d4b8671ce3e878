import { useState } from 'react';
import type { Link } from '../../../shared/contract/analysis.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { sharedKinds } from './waterfall-model.ts';
import { formatBits } from './words.ts';

/** Rows added each time more are asked for. */
const STEP = 25;

interface Props {
  readonly links: readonly Link[];
  /** How many there are, of which a large operator keeps only the strongest. */
  readonly total: number;
  readonly onPick: (pair: readonly [string, string]) => void;
}

/** The links of an operator as a table, strongest first; each can be taken apart. */
export function LinkList({ links, total, onPick }: Props) {
  const [limit, setLimit] = useState(STEP);
  const shown = links.slice(0, limit);
  return (
    <details className="link-list">
      <summary>
        {links.length < total
          ? `The strongest ${formatCount(links.length)} of ${formatUnits(total, 'link')} as a table`
          : `All ${formatUnits(links.length, 'link')} as a table`}
      </summary>
      <table className="table link-table" aria-label="Links of the operator">
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col" className="number">
              Bits
            </th>
            <th scope="col">What both share</th>
            <th scope="col">
              <span className="visually-hidden">Acts</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((link) => (
            <tr key={JSON.stringify([link.a, link.b])}>
              <td className="mono">
                <Shown text={link.a} max={60} />
              </td>
              <td className="mono">
                <Shown text={link.b} max={60} />
              </td>
              <td className="number">{formatBits(link.bits)}</td>
              <td>{sharedKinds(link)}</td>
              <td>
                <button type="button" className="quiet" onClick={() => onPick([link.a, link.b])}>
                  Take apart
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < links.length && (
        <p className="more">
          <button type="button" onClick={() => setLimit(limit + STEP)}>
            Show {STEP} more
          </button>
        </p>
      )}
    </details>
  );
}
