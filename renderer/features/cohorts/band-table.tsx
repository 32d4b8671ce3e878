import type { SignalInfo } from '../../../shared/contract/analysis.ts';
import type { SignalBand } from '../../../shared/contract/cohorts.ts';
import { formatCount } from '../../ui/format.ts';
import { type BandRow, bandRows } from './model.ts';

const WIDTH = 160;
const HEIGHT = 12;
const PERCENTILES = ['5th', '25th', '50th', '75th', '95th'];

interface Props {
  readonly bands: readonly SignalBand[];
  readonly infos: readonly SignalInfo[];
  readonly accounts: number;
}

/** The percentiles of each signal in numbers, with the middle half and the median drawn between the outer two. */
export function BandTable({ bands, infos, accounts }: Props) {
  const rows = bandRows(bands, infos);
  if (rows.length === 0) return <p className="soft">No account of this cohort carries a signal.</p>;
  return (
    <table className="table band-table" aria-label="Bands of the signals">
      <thead>
        <tr>
          <th scope="col">Signal</th>
          <th scope="col" className="number" title={`Of ${formatCount(accounts)} accounts`}>
            Accounts with it
          </th>
          {PERCENTILES.map((name) => (
            <th key={name} scope="col" className="number">
              {name}
            </th>
          ))}
          <th scope="col">Unit</th>
          <th
            scope="col"
            title="From the 5th to the 95th percentile of the row: the middle half, and the median"
          >
            5th to 95th
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.info.id}>
            <th scope="row">
              <span className="signal-title">{row.info.title}</span>
              <span className="soft">{row.info.id}</span>
            </th>
            <td className="number nowrap">
              {formatCount(row.accounts)} <span className="soft">of {formatCount(accounts)}</span>
            </td>
            {row.values.map((value, at) => (
              <td key={PERCENTILES[at]} className={at === 2 ? 'number strong' : 'number'}>
                {value}
              </td>
            ))}
            <td className="soft band-unit">{row.unit}</td>
            <td>
              <Strip row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Strip({ row: { places } }: { row: BandRow }) {
  if (places === null) return <span className="soft">one value</span>;
  const [low, median, high] = places.map((place) => place * WIDTH) as [number, number, number];
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden="true">
      <rect className="band-whole" y={5} width={WIDTH} height={2} />
      <rect className="band-half" x={low} y={2} width={Math.max(1, high - low)} height={8} />
      <rect
        className="band-median"
        x={Math.min(WIDTH - 2, Math.max(0, median - 1))}
        width={2}
        height={HEIGHT}
      />
    </svg>
  );
}
