import type { Case } from '../../case/case.ts';
import { chunksBehind } from '../../exhibits/chunks-behind.ts';
import type { RequestsBehind } from '../../exhibits/requests-behind.ts';
import { type Job, pacer } from '../../jobs/job.ts';
import { listRecords } from '../../records/read.ts';
import { textValues } from '../../requests/codec.ts';
import type { FoundRequest } from '../../requests/find-request.ts';
import { readText } from '../../requests/read-chunk.ts';
import { ChosenThings } from '../select/chosen-things.ts';
import { exhibitsBehind } from '../select/exhibits-behind.ts';
import type { Selection } from '../select/selection.ts';
import { CITED_COLUMN } from './request-columns.ts';
import type { CitedBy } from './request-lines.ts';

/**
 * Which notes, findings and exhibits of a selection cite each request: by a reference to it or its account, or because
 * it stands behind what is shown. Ids, ascending.
 * @throws StillwatchError CANCELLED
 */
export async function citationsOf(open: Case, selection: Selection, job: Job): Promise<CitedBy> {
  const { db } = open;
  const marks = new Marks();
  const pause = pacer(job);
  const cite = async (id: string, needs: readonly RequestsBehind[], singles: readonly FoundRequest[]) => {
    marks.begin(id);
    for (const need of needs) {
      if (need.accounts?.length === 0) continue;
      for (const { chunk, rows, place, chunks, isBehind } of chunksBehind(db, need)) {
        marks.add(chunk, rows, isBehind);
        await pause({ stage: 'citations', done: place, total: chunks, unit: 'entries' });
      }
    }
    for (const { chunk, rows, index } of singles) marks.add(chunk, rows, (i) => i === index);
  };
  const exhibits = listRecords(db, 'exhibit').filter(([id]) => selection.hasRecord('exhibit', id));
  const behind = await exhibitsBehind(open, exhibits, job);
  const scopes = new Map<string, readonly string[]>();
  for (const [id, { on }] of listRecords(db, 'annotation'))
    if (selection.hasRecord('annotation', id)) scopes.set(id, [on]);
  for (const [id, { scope }] of listRecords(db, 'finding'))
    if (selection.hasRecord('finding', id)) scopes.set(id, scope);
  for (const id of [...scopes.keys(), ...behind.keys()].sort()) {
    const need = behind.get(id);
    if (need) await cite(id, [need], []);
    const things = new ChosenThings(db);
    for (const reference of scopes.get(id) ?? []) things.addReference(reference);
    const wholly = { accounts: [...things.wholly], range: null, chips: [] };
    await cite(id, [wholly, ...things.ranges], things.singles);
  }
  return marks.citedBy;
}

/** As a published case keeps it. */
export function keptCitations({ db }: Pick<Case, 'db'>): CitedBy {
  return (chunk, rows) => {
    const column = readText(db, chunk, CITED_COLUMN, rows);
    if (!column) return () => '';
    const values = textValues(column);
    return (index) => values[column.codes[index]] ?? '';
  };
}

/** A number for each row of a chunk: which list of ids cites it. Few lists are different. */
class Marks {
  private readonly lists: string[] = [''];
  private readonly numbers = new Map<string, number>([['', 0]]);
  private readonly chunks = new Map<number, Uint32Array>();
  /** What each list becomes with the id at hand. */
  private readonly next: number[] = [];
  private id = '';

  begin(id: string): void {
    this.id = id;
    this.next.length = 0;
  }

  add(chunk: number, rows: number, isCited: (index: number) => boolean): void {
    const codes = this.chunks.get(chunk) ?? new Uint32Array(rows);
    this.chunks.set(chunk, codes);
    for (let i = 0; i < rows; i++) if (isCited(i)) codes[i] = this.with(codes[i]);
  }

  readonly citedBy: CitedBy = (chunk) => {
    const codes = this.chunks.get(chunk);
    return codes ? (index) => this.lists[codes[index]] : () => '';
  };

  private with(code: number): number {
    const known = this.next[code];
    if (known !== undefined) return known;
    const ids = this.lists[code] === '' ? [] : this.lists[code].split(' ');
    const list = ids.at(-1) === this.id ? this.lists[code] : [...ids, this.id].join(' ');
    const number = this.numbers.get(list) ?? this.lists.push(list) - 1;
    this.numbers.set(list, number);
    this.next[code] = number;
    return number;
  }
}
