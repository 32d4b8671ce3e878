import { formatTime } from '../../../shared/time/zone.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import { formatShare } from '../../ui/format.ts';
import { binsIn, lowerBound } from './bins.ts';
import { followedBy, followedWords } from './followed-words.ts';
import type { Scene, Shown } from './scene.ts';
import { count, offsetTitle } from './words.ts';

export interface TableColumn {
  readonly title: string;
  readonly numeric: boolean;
}

/** The table twin of what is drawn; rows are made when asked for. */
export interface TableRows {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly length: number;
  /** Cells of row `index`, as printed. */
  cells(index: number): readonly string[];
  /** Index of the request a row stands for, among those loaded; null for bins. */
  request(index: number): number | null;
}

const text = (title: string): TableColumn => ({ title, numeric: false });
const number = (title: string): TableColumn => ({ title, numeric: true });

/** Rows for the range in view: bins with anything in them, or single requests. */
export function tableRows(scene: Scene, shown: Shown, range: TimeRange): TableRows {
  return shown.kind === 'bins' ? binRows(scene, shown, range) : requestRows(scene, shown, range);
}

function binRows(scene: Scene, shown: Extract<Shown, { kind: 'bins' }>, range: TimeRange): TableRows {
  const { bins, matching, level } = shown;
  const [first, last] = binsIn(bins, range);
  const { zone } = scene.spans;
  const time = (us: number) => formatTime(zone, us, 'minute');
  return {
    caption: `Requests per ${level.title}, spells without requests left out`,
    columns: [
      text('From'),
      text('To'),
      text('Offset'),
      number('Requests'),
      ...(matching ? [number('Matching')] : []),
      number('Share of all'),
      number('Failed'),
      number('Tokens in'),
      number('Tokens out'),
    ],
    length: last - first,
    cells: (row) => {
      const i = first + row;
      return [
        time(bins.fromUs[i]),
        time(bins.toUs[i]),
        offsetTitle(scene.spans, bins.fromUs[i]),
        count(bins.requests[i]),
        ...(matching ? [count(matching.requests[i])] : []),
        formatShare(bins.requests[i], scene.total),
        count(bins.failed[i]),
        count(bins.inputTokens[i]),
        count(bins.outputTokens[i]),
      ];
    },
    request: () => null,
  };
}

function requestRows(scene: Scene, shown: Extract<Shown, { kind: 'requests' }>, range: TimeRange): TableRows {
  const { columns } = shown.loaded;
  const first = lowerBound(columns.timeUs, range.fromUs);
  const last = lowerBound(columns.timeUs, range.toUs);
  const { zone } = scene.spans;
  const known = (n: number) => (Number.isNaN(n) ? '' : count(n));
  return {
    caption: 'Single requests',
    columns: [
      text('Time'),
      text('Offset'),
      text('Model'),
      text('Status'),
      text('Failed'),
      ...(columns.matches ? [text('Meets the filter')] : []),
      ...(columns.templates ? [text('Template')] : []),
      number('Tokens in'),
      number('Tokens out'),
      number('Latency, ms'),
    ],
    length: last - first,
    cells: (row) => {
      const i = first + row;
      const followed = followedBy(columns, i);
      return [
        formatTime(zone, columns.timeUs[i], 'microsecond'),
        offsetTitle(scene.spans, columns.timeUs[i]),
        columns.dictionary[columns.model[i]] ?? '',
        columns.dictionary[columns.status[i]] ?? '',
        columns.failed[i] ? 'failed' : '',
        ...(columns.matches ? [columns.matches[i] ? 'yes' : 'no'] : []),
        ...(followed ? [followedWords(followed)] : []),
        known(columns.inputTokens[i]),
        known(columns.outputTokens[i]),
        known(columns.latencyMs[i]),
      ];
    },
    request: (row) => first + row,
  };
}

/**
 * The rows as tab-separated text with a heading line, for the clipboard. Cells cannot break the grid, nor be
 * taken for formulas by a spreadsheet: what the data wrote stays text there.
 */
export function tableText(rows: TableRows, zoneTitle: string): string {
  const lines = [`${rows.caption}; times in ${zoneTitle}`, rows.columns.map(({ title }) => title).join('\t')];
  for (let i = 0; i < rows.length; i++) {
    lines.push(
      rows
        .cells(i)
        .map((cell, c) => (rows.columns[c].numeric ? cell.replaceAll(',', '') : harmless(cell)))
        .join('\t'),
    );
  }
  return lines.join('\n');
}

function harmless(cell: string): string {
  const flat = cell.replaceAll(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}
