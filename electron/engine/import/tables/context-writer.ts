import type { Database } from '../../case/database.ts';
import type { TableRow } from './table-row.ts';
import type { Outcome, TableWriter } from './table-writer.ts';

export const NO_TIME_NOR_LABEL = 'No time and no label';
export const NO_EVENT_TIME = 'No time';
export const NO_LABEL = 'No label';

/** Why a record is no event, in words; undefined when it is one. */
export function eventProblem(row: TableRow): string | undefined {
  const [time, label] = [row.text('timestamp')?.trim(), row.text('label')?.trim()];
  if (!time && !label) return NO_TIME_NOR_LABEL;
  return !time ? NO_EVENT_TIME : !label ? NO_LABEL : undefined;
}

/** Writes events of the context. An event that is there with the very same values is a duplicate. */
export class ContextWriter implements TableWriter {
  private readonly sourceId: number;
  private readonly statements;

  constructor(db: Database, sourceId: number) {
    this.sourceId = sourceId;
    this.statements = {
      same: db.prepare(
        `SELECT 1 FROM context_event e WHERE time_us IS @time_us AND label = @label AND kind IS @kind
           AND source IS @reference AND extra = @extra AND (time_us IS NOT NULL OR time_text = @time_text)
           AND (source_id = @source OR EXISTS (SELECT 1 FROM source s WHERE s.id = e.source_id AND s.published = 1))`,
      ),
      insert: db.prepare(
        `INSERT INTO context_event (source_id, row, time_us, time_text, kind, label, source, extra)
         VALUES (@source, @row, @time_us, @time_text, @kind, @label, @reference, @extra)`,
      ),
    };
  }

  take(row: TableRow, number: number): Outcome {
    const problem = eventProblem(row);
    if (problem !== undefined) return { kind: 'reject', reason: problem };
    const time = row.time('timestamp');
    const values = {
      source: this.sourceId,
      time_us: time.us,
      time_text: time.text,
      kind: row.text('kind'),
      label: row.text('label'),
      reference: row.text('source'),
      extra: row.extra(),
    };
    if (this.statements.same.get(values)) return { kind: 'duplicate' };
    this.statements.insert.run({ ...values, row: number });
    return { kind: 'stored', withoutTime: time.us === null };
  }

  publish(): void {
    // Events belong to no account and name nothing else.
  }
}
