import type { Link } from '../../../shared/contract/analysis.ts';
import { formatCount } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { waterfallBars, waterfallDomain } from '../analysis/waterfall-model.ts';
import { formatBits } from '../analysis/words.ts';

const WIDTH = 92;

/** A link taken apart as a table, each row with its bar of the waterfall from the prior to the sum. */
export function LinkBars({ link, accounts }: { link: Link; accounts: number }) {
  const bars = waterfallBars(link);
  const [low, high] = waterfallDomain(bars);
  const x = (bits: number) => ((bits - low) / Math.max(1e-9, high - low)) * WIDTH;
  return (
    <table
      className="table graph-bars"
      aria-label={`Link of ${formatBits(link.bits)} bits, item by item; 0 bits is even odds`}
    >
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.key} className={bar.role === 'sum' ? 'total' : ''}>
            <th scope="row">
              <span className="signal-title">{bar.label}</span>
              {bar.value !== null && (
                <span className="mono">
                  <Shown text={bar.value} max={80} />
                </span>
              )}
              {bar.accounts !== null && (
                <span className="soft">
                  {' '}
                  {formatCount(bar.accounts)} of {formatCount(accounts)} accounts
                </span>
              )}
            </th>
            <td>
              <svg width={WIDTH} height={12} aria-hidden="true">
                <line className="waterfall-even" x1={x(0)} x2={x(0)} y2={12} />
                <rect
                  className={`waterfall-${bar.role}`}
                  x={Math.min(x(bar.from), x(bar.to))}
                  width={Math.max(1, Math.abs(x(bar.to) - x(bar.from)))}
                  y={1}
                  height={10}
                />
              </svg>
            </td>
            <td className="number">{formatBits(bar.bits)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
