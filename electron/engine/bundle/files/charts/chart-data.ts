import type { ExhibitCell } from '../../../../../shared/contract/exhibits.ts';
import { formatUtc } from '../../../../../shared/time/zone.ts';

type FieldType = 'nominal' | 'quantitative' | 'temporal';

export interface ChartField {
  /** Letters, digits and `_` alone, so that a specification can name it without quoting. */
  readonly name: string;
  readonly title: string;
  readonly type: FieldType;
}

/** What a chart of an exhibit is drawn from: a table of its own, and how its columns are drawn. */
export interface ChartData {
  readonly mark: 'bar' | 'line' | 'heat';
  readonly fields: readonly ChartField[];
  readonly rows: readonly (readonly ExhibitCell[])[];
  readonly x: string;
  readonly y: string;
  /** Colour, or the panel of a bar; null for none. */
  readonly by: string | null;
}

type Row = readonly ExhibitCell[];
interface Result {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

const nominal = (name: string, title = name): ChartField => ({ name, title, type: 'nominal' });
const quantity = (name: string, title = name): ChartField => ({ name, title, type: 'quantitative' });

/** null for a result that is no picture: words, or single numbers of different units. */
export function chartDataOf(query: string, result: Result): ChartData | null {
  const chart = DRAWN[query as keyof typeof DRAWN]?.(result) ?? null;
  return chart && chart.rows.length > 0 ? chart : null;
}

const DRAWN: Readonly<Record<string, (result: Result) => ChartData | null>> = {
  activity: ({ columns, rows }) => ({
    mark: 'line',
    fields: [
      { name: 'from_utc', title: 'quarter hour from (UTC)', type: 'temporal' },
      ...columns.slice(1).map((title) => quantity(title.replaceAll(' ', '_'), title)),
    ],
    rows: rows.map(([from, ...measures]) => [formatUtc(from as number), ...measures]),
    x: 'from_utc',
    y: 'requests',
    by: null,
  }),
  profile: ({ rows }) =>
    bars(
      [nominal('field'), nominal('value'), quantity('requests')],
      rows.flatMap(([what, value, number]) => {
        const field = /^(.*): requests$/.exec(String(what))?.[1];
        return field === undefined ? [] : [[field, value, number]];
      }),
      'field',
    ),
  signals: ({ rows }) =>
    bars(
      [nominal('signal'), quantity('percentile', 'percentile in its cohort'), quantity('bits')],
      rows.slice(1).map(([what, , , percentile, bits]) => [what, percentile, bits]),
    ),
  operator: ({ rows }) =>
    bars(
      [nominal('account'), quantity('score')],
      rows.flatMap(([what, of, , number]) => (what === 'account: score' ? [[of, number]] : [])),
    ),
  link: ({ rows }) =>
    bars(
      [nominal('item', 'kind and value'), quantity('bits')],
      rows
        .filter(([kind]) => kind !== 'link')
        .map(([kind, , value, bits]) => [value === null ? kind : `${kind}: ${value}`, bits]),
    ),
  template: ({ rows }) =>
    bars(
      [nominal('account'), quantity('requests')],
      rows.flatMap(([what, of, number]) => (what === 'account: requests' ? [[of, number]] : [])),
    ),
  partition: ({ rows }) =>
    bars(
      [nominal('topic'), quantity('accounts'), quantity('expected', 'expected by chance')],
      rows.flatMap(([what, of, seen, expected]) =>
        what === 'topic: accounts' ? [[of, seen, expected]] : [],
      ),
    ),
  filter: ({ rows }) =>
    bars(
      [nominal('field'), nominal('value'), quantity('requests')],
      rows.slice(3).flatMap(([what, value, requests]) => (value === null ? [] : [[what, value, requests]])),
      'field',
    ),
  sql: ofColumns,
};

/** Bars of the first quantity over the last name before it; other quantities stand beside them in the table. */
function bars(fields: readonly ChartField[], rows: readonly Row[], by: string | null = null): ChartData {
  const y = fields.findIndex(({ type }) => type === 'quantitative');
  return { mark: 'bar', fields, rows, x: fields[y - 1].name, y: fields[y].name, by };
}

/** A statement's answer by its columns: two of names and one of numbers are a heat map, one and one are bars. */
function ofColumns({ columns, rows }: Result): ChartData | null {
  const fields = columns.map((title, c): ChartField => {
    const values = rows.map((row) => row[c]).filter((value) => value !== null);
    const isNumber = values.length > 0 && values.every((value) => typeof value === 'number');
    return { name: `c${c + 1}`, title, type: isNumber ? 'quantitative' : 'nominal' };
  });
  const names = fields.filter(({ type }) => type === 'nominal');
  const numbers = fields.filter(({ type }) => type === 'quantitative');
  if (names.length === 2 && numbers.length === 1)
    return { mark: 'heat', fields, rows, x: names[0].name, y: names[1].name, by: numbers[0].name };
  if (names.length === 1 && numbers.length > 0)
    return { mark: 'bar', fields, rows, x: names[0].name, y: numbers[0].name, by: null };
  if (names.length === 0 && numbers.length > 1)
    return { mark: 'line', fields, rows, x: numbers[0].name, y: numbers[1].name, by: null };
  return null;
}
