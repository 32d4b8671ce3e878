import type { TableKind } from '../../../../shared/contract/imports.ts';
import { canonicalJson } from '../../canonical-json.ts';
import { FIRST_EXTRA, RAW_OFFSET, REQUEST_COLUMNS, TIME_COLUMN } from '../../requests/columns.ts';
import { sourceReading } from '../../requests/read-request.ts';
import { PARTLY_LOST } from '../data-hash.ts';
import type { Database } from '../database.ts';
import type { LostColumn } from './chunks.ts';
import { type RemadeSource, rowsLeft } from './repair.ts';

/** What is gone of a source. */
export interface SourceLoss {
  readonly id: number;
  readonly kind: TableKind;
  /** Of the rows that it says were stored. */
  readonly stored: number;
  readonly rowsLost: number;
  /** Requests that are there without a value they may have had, by column. */
  readonly columnsLost: ReadonlyMap<number, number>;
  /** Requests that are there without their prompt. */
  readonly promptsLost: number;
  /** Rows that were not stored, and are gone. */
  readonly rejectsLost: number;
}

/** What is gone of each published source, by what it says of itself. */
export function lostOfSources(
  db: Database,
  prompts: ReadonlyMap<number, number>,
  columns: readonly LostColumn[],
): SourceLoss[] {
  const columnsOf = (source: number) => {
    const lost = new Map<number, number>();
    for (const { sourceId, column, requests } of columns)
      if (sourceId === source) lost.set(column, (lost.get(column) ?? 0) + requests);
    return lost;
  };
  const rejects = db.prepare('SELECT count(*) FROM reject WHERE source_id = ?').pluck();
  const rows = db
    .prepare(
      'SELECT id, kind, stored, rejected + conflicts AS refused FROM source WHERE published = 1 ORDER BY id',
    )
    .all() as { id: number; kind: TableKind; stored: number; refused: number }[];
  return rows.map(({ id, kind, stored, refused }) => ({
    id,
    kind,
    stored,
    rowsLost: Math.max(0, stored - rowsLeft(db, id, kind)),
    columnsLost: columnsOf(id),
    promptsLost: prompts.get(id) ?? 0,
    rejectsLost: Math.max(0, refused - (rejects.get(id) as number)),
  }));
}

/** Says with each source what of it is gone, for as long as it is there; the data hash of the case tells it too. */
export function markSources(
  db: Database,
  lost: readonly SourceLoss[],
  remade: readonly RemadeSource[],
): void {
  const read = db.prepare('SELECT warnings FROM source WHERE id = ?').pluck();
  const write = db.prepare('UPDATE source SET warnings = ? WHERE id = ?');
  const remadeIds = new Map(remade.map(({ id, fromLog }) => [id, fromLog]));
  for (const source of lost) {
    const names = namesOf(db, source.id);
    const sentences = sentencesOf(source, names, remadeIds.get(source.id));
    if (sentences.length === 0) continue;
    const before = JSON.parse(read.get(source.id) as string) as string[];
    write.run(
      canonicalJson([...sentences.map((sentence) => `${PARTLY_LOST}${sentence}`), ...before]),
      source.id,
    );
  }
}

function sentencesOf(
  { kind, stored, rowsLost, columnsLost, promptsLost, rejectsLost }: SourceLoss,
  nameOf: (column: number) => string,
  fromLog: boolean | undefined,
): string[] {
  const count = (number: number) => number.toLocaleString('en');
  const rows = kind === 'requests' ? 'requests' : 'rows';
  const again = 'Take the source back and import its file again to have them all.';
  const told: (readonly [boolean, string])[] = [
    [
      rowsLost > 0,
      `${count(rowsLost)} of its ${count(stored)} ${rows} were on damaged pages. All figures are of those left. ${again}`,
    ],
    [
      columnsLost.size > 0,
      `values were on damaged pages, and the requests show none in their place: ${[...columnsLost]
        .sort(([a], [b]) => a - b)
        .map(([column, requests]) => `${nameOf(column)} (of ${count(requests)} requests)`)
        .join(', ')}. ${again}`,
    ],
    [promptsLost > 0, `the prompts of ${count(promptsLost)} requests were on damaged pages. ${again}`],
    [rejectsLost > 0, `${count(rejectsLost)} rows that were not stored cannot be listed any more.`],
    [fromLog === true, 'the record of the source was made again from the custody log.'],
    [fromLog === false, 'the record of the source, with its file name, was on a damaged page.'],
  ];
  return told.flatMap(([holds, sentence]) => (holds ? [sentence] : []));
}

/** What a column of the requests of a source is called. */
function namesOf(db: Database, sourceId: number): (column: number) => string {
  const { layout } = sourceReading(db, sourceId);
  const extra = new Map(layout.extra.map(({ number, name }) => [number, name]));
  return (column) => {
    if (column >= FIRST_EXTRA) return extra.get(column) ?? `column ${column}`;
    if (column === TIME_COLUMN) return 'time';
    if (column > TIME_COLUMN && column < REQUEST_COLUMNS[0].number) return 'what repeated rows are told by';
    const raw = column >= RAW_OFFSET;
    const number = raw ? column - RAW_OFFSET : column;
    const field =
      number === TIME_COLUMN ? 'time' : REQUEST_COLUMNS.find((one) => one.number === number)?.field;
    const name = field?.replaceAll('_', ' ') ?? `column ${column}`;
    return raw ? `${name} as the file spells it` : name;
  };
}
