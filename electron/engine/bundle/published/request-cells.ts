import type { RequestField } from '../../../../shared/contract/imports.ts';
import { zoneOf } from '../../../../shared/time/zone.ts';
import { timeSpeller } from '../../import/parse-time.ts';
import { type TextColumn, textValues } from '../../requests/codec.ts';
import { FIRST_EXTRA, RAW_OFFSET, REQUEST_COLUMNS, TIME_COLUMN } from '../../requests/columns.ts';
import { columnsOf, readNumbers, readText } from '../../requests/read-chunk.ts';
import { type SourceReading, sourceReading } from '../../requests/read-request.ts';
import { REQUEST_HIDES } from './columns.ts';
import { hidden } from './hide.ts';
import type { Leaving } from './table.ts';

/** A chunk of requests that leaves. */
export interface LeavingChunk {
  readonly id: number;
  readonly rows: number;
  readonly sourceId: number;
  readonly sha256: string;
}

/** A named value of the rows of a chunk, spelt; `''` for a row that has none. */
export interface Cells {
  readonly name: string;
  of(index: number): string;
}

/** How values are spelt under a name. */
export type Spell = (name: string) => (value: string | number) => string;

/** As members of a JSON object. */
export const asMember: Spell = (name) => {
  const key = `${JSON.stringify(name)}:`;
  return (value) => key + (typeof value === 'number' ? value : JSON.stringify(value));
};

/** What the rows of a chunk hold as it leaves: each distinct text of a column is redacted and spelt once. */
export class RequestCells {
  private readonly leaving: Leaving;
  private readonly spell: Spell;
  private readonly sources = new Map<number, SourceReading>();
  private readonly accounts = new Map<number, string>();
  private readonly nameOf;

  constructor(leaving: Leaving, spell: Spell) {
    this.leaving = leaving;
    this.spell = spell;
    this.nameOf = leaving.db.prepare('SELECT external_id FROM account WHERE id = ?').pluck();
  }

  account(id: number): string {
    let name = this.accounts.get(id);
    if (name === undefined) {
      const found = this.nameOf.get(id) as string;
      name = this.spell('account')(this.leaving.redactor.value('account', found));
      this.accounts.set(id, name);
    }
    return name;
  }

  /** By name. */
  fields({ id, rows }: LeavingChunk): readonly Cells[] {
    const { db, redactor } = this.leaving;
    const present = new Set(columnsOf(db, id));
    return sorted(
      REQUEST_COLUMNS.flatMap(({ number, field, type }): Cells[] => {
        if (field === 'prompt_text' || !present.has(number)) return [];
        if (type === 'number') return [this.numbers(field, readNumbers(db, id, number, rows))];
        const hide = hideOf(field);
        return this.texts(field, readText(db, id, number, rows), (text) => hidden(redactor, hide, text));
      }),
    );
  }

  /** Texts as they stood in the file, by name of their field; none where anything is redacted. */
  raw(chunk: LeavingChunk, timeUs: Float64Array): readonly Cells[] {
    const { db, redacted } = this.leaving;
    if (redacted) return [];
    const { id, rows } = chunk;
    const present = new Set(columnsOf(db, id));
    const kept = (field: string, number: number) =>
      present.has(number + RAW_OFFSET) ? this.texts(field, readText(db, id, number + RAW_OFFSET, rows)) : [];
    const [time] = kept('timestamp', TIME_COLUMN);
    const speller = spellerOf(this.source(chunk.sourceId));
    const spell = this.spell('timestamp');
    const timestamp = (index: number) => {
      const text = time?.of(index) ?? '';
      if (text !== '' || Number.isNaN(timeUs[index])) return text;
      const spelt = speller(timeUs[index]);
      return spelt === undefined ? '' : spell(spelt);
    };
    const numbers = REQUEST_COLUMNS.filter(({ type }) => type === 'number');
    return sorted([
      ...numbers.flatMap(({ field, number }) => kept(field, number)),
      { name: 'timestamp', of: timestamp },
    ]);
  }

  /** Columns of the file that no field takes, by name; none where anything is redacted. */
  extra({ id, rows, sourceId }: LeavingChunk): readonly Cells[] {
    const { db, redacted } = this.leaving;
    if (redacted) return [];
    const present = new Set(columnsOf(db, id));
    return sorted(
      this.source(sourceId).layout.extra.flatMap(({ number, name }) =>
        number >= FIRST_EXTRA && present.has(number) ? this.texts(name, readText(db, id, number, rows)) : [],
      ),
    );
  }

  private source(id: number): SourceReading {
    const known = this.sources.get(id) ?? sourceReading(this.leaving.db, id);
    this.sources.set(id, known);
    return known;
  }

  private numbers(name: string, values: Float64Array): Cells {
    const spell = this.spell(name);
    return { name, of: (index) => (Number.isFinite(values[index]) ? spell(values[index]) : '') };
  }

  private texts(
    name: string,
    column: TextColumn | undefined,
    hide: (text: string) => string = (text) => text,
  ): Cells[] {
    if (!column) return [];
    const { codes } = column;
    const spell = this.spell(name);
    const spelt = textValues(column).map((value) => {
      const left = value === null ? '' : hide(value);
      return left === '' ? '' : spell(left);
    });
    return [{ name, of: (index) => spelt[codes[index]] }];
  }
}

/** How the times of a source are spelt, where all are spelt alike. */
export function spellerOf({ layout, mapping }: SourceReading): (us: number) => string | undefined {
  const { timeStyle } = layout;
  if (timeStyle === null) return () => undefined;
  return timeSpeller(timeStyle, mapping.timeZone === null ? null : zoneOf(mapping.timeZone));
}

function hideOf(field: RequestField) {
  return REQUEST_HIDES[field] ?? 'text';
}

function sorted(cells: readonly Cells[]): readonly Cells[] {
  return [...cells].sort(({ name: one }, { name: other }) => (one < other ? -1 : one > other ? 1 : 0));
}
