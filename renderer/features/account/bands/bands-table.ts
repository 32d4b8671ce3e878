import { formatTime } from '../../../../shared/time/zone.ts';
import type { TimeRange } from '../../../draw/time-scale.ts';
import { formatCount, formatShare } from '../../../ui/format.ts';
import type { TableRows } from '../../timeline/table-rows.ts';
import { offsetTitle } from '../../timeline/words.ts';
import { BAND_WORDS } from './band-field.ts';
import { type BandsScene, bandTitle, countAt, inView, sessionsInView, sumAt } from './bands-scene.ts';
import { levelOf, stepRange } from './steps.ts';

interface Entry {
  readonly row: number;
  readonly title: string;
  readonly span: TimeRange;
  readonly count: number;
  readonly share: string;
}

/** Cells in view with anything in them, row by row; the request of a line is its band, none for sums and sessions. */
export function bandsTable(scene: BandsScene, range: TimeRange): TableRows {
  const { bands, edges, field, spans, sessions } = scene;
  const { first, last } = inView(scene, range);
  const entries: Entry[] = [];
  if (scene.hasSum) {
    for (let step = first; step < last; step++) {
      const count = sumAt(scene, step);
      if (count > 0)
        entries.push({ row: -1, title: 'all together', span: stepRange(edges, step), count, share: '' });
    }
  }
  bands.bands.forEach((band, row) => {
    for (let step = first; step < last; step++) {
      const count = countAt(scene, row, step);
      if (count === 0) continue;
      const all = sumAt(scene, step);
      const title = bandTitle(band, field);
      entries.push({ row, title, span: stepRange(edges, step), count, share: formatShare(count, all) });
    }
  });
  if (sessions) {
    const shown = sessionsInView(sessions, range);
    for (let step = shown.first; step < shown.last; step++) {
      const count = sessions.sessions.underWay[step];
      const span = stepRange(sessions.edges, step);
      if (count > 0) entries.push({ row: -1, title: 'sessions under way', span, count, share: '' });
    }
  }
  const time = (us: number) => formatTime(spans.zone, us, 'minute');
  return {
    caption: `Counts by ${BAND_WORDS[field].one} per ${levelOf(edges).title}, empty cells left out; Enter proposes the value for the filter`,
    columns: [
      { title: 'Band', numeric: false },
      { title: 'From', numeric: false },
      { title: 'To', numeric: false },
      { title: 'Offset', numeric: false },
      { title: 'Count', numeric: true },
      { title: 'Share of step', numeric: true },
    ],
    length: entries.length,
    cells: (index) => {
      const { title, span, count, share } = entries[index];
      return [
        title,
        time(span.fromUs),
        time(span.toUs),
        offsetTitle(spans, span.fromUs),
        formatCount(count),
        share,
      ];
    },
    request: (index) => (entries[index].row < 0 ? null : entries[index].row),
  };
}
