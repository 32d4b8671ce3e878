import { shownText } from '../../shared/shown-text.ts';
import type { Caption } from '../draw/picture.ts';
import { useSession } from '../store/session.ts';
import { formatUnits } from './format.ts';

/**
 * Caption of a chart of the open case: what it shows, under which filter, in which zone, from how many of its rows,
 * and the hash of its data, so that the picture can be made again and compared.
 * @param filter in words; empty for none. @param rows requests that the chart counts, or what it is made of in words
 * where it counts none. @param notes what its marks mean, and whatever else cannot be seen in it, a line each.
 */
export function captionOf(
  title: string,
  filter: string,
  rows: number | string,
  notes: readonly string[] = [],
): Caption {
  const info = useSession.getState().case;
  if (!info) return { title, lines: [] };
  return {
    title: shownText(title, { max: 200 }),
    lines: [
      ...notes,
      `Filter: ${filter === '' ? 'none' : shownText(filter, { max: 300 })} · time zone ${info.timeZone}`,
      `${typeof rows === 'string' ? `${rows}; ` : `${formatUnits(rows, 'request')} of `}${formatUnits(info.counts.requests, 'request')} in the case · ${info.handling}`,
      `Data set SHA-256 ${info.dataHash}`,
    ],
  };
}
