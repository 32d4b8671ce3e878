import type { Side, SideField, SideValues } from '../../../shared/contract/lanes.ts';
import { formatCount, formatShare } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { FIELD_TITLES, pointsWords, shareRows } from './shares-model.ts';

const BAR_PX = 48;

interface Props {
  readonly field: SideField;
  readonly a: Side;
  readonly b: Side;
  /** The sides are two samples, so that limits of their difference can be given. */
  readonly limits: boolean;
}

/** Shares of the values of a field on both sides, and how they differ. */
export function SharesTable({ field, a, b, limits }: Props) {
  const of = (side: Side) => side.values.find((one) => one.field === field);
  const [left, right] = [of(a), of(b)];
  if (!left || !right) return null;
  const rows = shareRows(left, right);
  const stated = rows.some(({ value }) => value !== null && value !== undefined);
  return (
    <section className="compare-shares" aria-labelledby={`compare-${field}`}>
      <h3 id={`compare-${field}`}>
        {FIELD_TITLES[field]}{' '}
        <span className="soft">
          {`A of ${formatCount(left.counted)} requests, B of ${formatCount(right.counted)}`}
        </span>
      </h3>
      {stated ? (
        <table className="table" aria-labelledby={`compare-${field}`}>
          <thead>
            <tr>
              <th scope="col">Value</th>
              <th scope="col">A</th>
              <th scope="col">B</th>
              <th scope="col" className="number">
                B less A, points
              </th>
              {limits && <th scope="col">95 %</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ value, a: inA, b: inB, difference }) => (
              <tr key={value === undefined ? 'rest' : value === null ? 'none' : `value ${value}`}>
                <th scope="row">
                  {value === undefined || value === null ? (
                    <span className="soft">{value === null ? 'none stated' : 'all other values'}</span>
                  ) : (
                    <Shown text={value} max={60} />
                  )}
                </th>
                <td className="nowrap">
                  <Bar className="compare-bar-a" part={inA} side={left} />
                </td>
                <td className="nowrap">
                  <Bar className="compare-bar-b" part={inB} side={right} />
                </td>
                <td className="number">{difference && pointsWords(difference.value)}</td>
                {limits && (
                  <td className="nowrap soft">
                    {difference && `${pointsWords(difference.low)} to ${pointsWords(difference.high)}`}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="soft">No request of either side states one.</p>
      )}
    </section>
  );
}

function Bar({ className, part, side }: { className: string; part: number; side: SideValues }) {
  return (
    <span className="bar-cell">
      <svg width={BAR_PX} height={8} aria-hidden="true">
        <rect className="compare-bar-all" width={BAR_PX} height={8} />
        <rect className={className} width={(part / Math.max(1, side.counted)) * BAR_PX} height={8} />
      </svg>
      {formatShare(part, side.counted)} <span className="soft">{formatCount(part)}</span>
    </span>
  );
}
