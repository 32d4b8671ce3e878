import { formatTime } from '../../../shared/time/zone.ts';
import type { ZoneSpans } from '../../draw/zone-spans.ts';
import { formatShare } from '../../ui/format.ts';
import type { Bins } from '../timeline/bins.ts';
import type { TableRows } from '../timeline/table-rows.ts';
import { count } from '../timeline/words.ts';

/** The table twin of one side's activity; shares are of `total`, the requests drawn. */
export function sideRows(bins: Bins, spans: ZoneSpans, per: string, side: string, total: number): TableRows {
  const time = (us: number) => formatTime(spans.zone, us, 'minute');
  return {
    caption: `Requests per ${per} of side ${side}, spells without requests left out`,
    columns: [
      { title: 'From', numeric: false },
      { title: 'To', numeric: false },
      { title: 'Requests', numeric: true },
      { title: 'Share of the side', numeric: true },
      { title: 'Failed', numeric: true },
    ],
    length: bins.fromUs.length,
    cells: (row) => [
      time(bins.fromUs[row]),
      time(bins.toUs[row]),
      count(bins.requests[row]),
      formatShare(bins.requests[row], total),
      count(bins.failed[row]),
    ],
    request: () => null,
  };
}
