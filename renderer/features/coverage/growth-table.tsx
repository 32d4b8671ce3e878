import type { CoverageGrowth } from '../../../shared/contract/coverage.ts';
import { formatCount } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { valueAt } from './curve-scene.ts';

const SHARES = [0.1, 0.25, 0.5, 0.75, 1];

/** The table twin of the growth: different values after parts of the requests. */
export function GrowthTable({
  growth: { union, members },
  labelledBy,
}: {
  growth: CoverageGrowth;
  labelledBy: string;
}) {
  const curves = [...(union && members.length > 1 ? [union] : []), ...members];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section className="coverage-table" tabIndex={0} aria-label="Growth as a table">
      <table className="table" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">Account</th>
            <th scope="col" className="number">
              Requests
            </th>
            {SHARES.map((share) => (
              <th key={share} scope="col" className="number">
                {`After ${share * 100} %`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {curves.map(({ account, requests, distinct }) => {
            const n = requests[requests.length - 1] ?? 0;
            return (
              <tr key={account ?? ''}>
                <td className={account === null ? undefined : 'mono'}>
                  {account === null ? 'all together' : <Shown text={account} max={60} />}
                </td>
                <td className="number">{formatCount(n)}</td>
                {SHARES.map((share) => (
                  <td key={share} className="number">
                    {formatCount(valueAt({ x: requests, y: distinct }, share * n, true))}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
