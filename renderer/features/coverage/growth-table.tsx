import type { CoverageGrowth } from '../../../shared/contract/coverage.ts';
import { formatCount } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { valueAt } from './curve-scene.ts';
import { TwinTable } from './twin-table.tsx';

const SHARES = [0.1, 0.25, 0.5, 0.75, 1];

const NUMBERS = ['Requests', ...SHARES.map((share) => `After ${share * 100} %`)];
const COLUMNS = ['Account', ...NUMBERS];

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
    <TwinTable label="Growth as a table" labelledBy={labelledBy} columns={COLUMNS} numbers={NUMBERS}>
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
    </TwinTable>
  );
}
