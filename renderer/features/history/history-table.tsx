import type { HistoryItem } from '../../../shared/contract/history.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { formatTime, zoneOf } from '../../../shared/time/zone.ts';
import { Shown } from '../../ui/shown.tsx';
import { actWords, historyRows } from './history-model.ts';

interface Props {
  /** Newest first. */
  readonly items: readonly HistoryItem[];
  readonly zone: string;
  readonly readOnly: boolean;
  readonly onGoTo: (seq: number, direction: 'undo' | 'redo') => void;
}

const WAYS = { undo: 'Undo to here', redo: 'Redo to here' } as const;

/** Acts with who, when, and whether each stands. */
export function HistoryTable({ items, zone, readOnly, onGoTo }: Props) {
  const rows = historyRows(items);
  const newest = items.find(({ stands }) => stands)?.seq;
  return (
    <table className="table history" aria-label="Acts">
      <thead>
        <tr>
          <th scope="col">Act</th>
          <th scope="col">Author</th>
          <th scope="col">Time ({zone})</th>
          <th scope="col">Now</th>
          <th scope="col">
            <span className="visually-hidden">Way to it</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ item, state, way }) => (
          <tr
            key={item.id}
            className={item.stands ? '' : 'undone'}
            aria-current={item.seq === newest ? 'true' : undefined}
          >
            <td className="act">
              <Shown text={actWords(item.title)} max={300} />
            </td>
            <td>
              <Shown text={item.author} max={60} />
            </td>
            <td className="time">{formatTime(zoneOf(zone), item.atUs, 'second')}</td>
            <td className="nowrap">
              {state}
              {item.seq === newest && <span className="soft"> · the case is here</span>}
            </td>
            <td className="nowrap">
              {way !== null && (
                <button
                  type="button"
                  className="quiet"
                  disabled={readOnly}
                  aria-label={`${WAYS[way]}: ${shownText(item.title, { max: 80 })}`}
                  onClick={() => onGoTo(item.seq, way)}
                >
                  {WAYS[way]}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
