import type { TableField } from '../../../../shared/contract/imports.ts';
import { type CellBatch, cellText } from '../cells.ts';
import { newReading, timeReader } from '../parse-time.ts';
import type { TablePlan } from './plan-table.ts';

/** One record of a table by its fields. Absent and empty cells are null. */
export interface TableRow {
  text(field: TableField): string | null;
  time(field: TableField): ReadTime;
  /** Columns that no field takes, without empty ones, as a JSON object. */
  extra(): string;
}

export interface ReadTime {
  readonly text: string | null;
  /** null where there is no text, or it is no time. */
  readonly us: number | null;
  /** Why the text is no time, in words. */
  readonly problem: string | null;
}

const encoder = new TextEncoder();

/** Makes a reader of records under a plan; a row it returns holds until the batch is left. */
export function tableRowReader(plan: TablePlan): (batch: CellBatch, row: number) => TableRow {
  const reading = newReading();
  const readTime = timeReader(plan.mapping.timeFormat, plan.zone);
  return (batch, row) => {
    const cell = (place: number) => cellText(batch, row * batch.columns + place) || null;
    const text = (field: TableField) => {
      const place = plan.places.get(field);
      return place === undefined ? null : cell(place);
    };
    return {
      text,
      time(field) {
        const written = text(field);
        if (written === null) return { text: null, us: null, problem: null };
        const bytes = encoder.encode(written);
        readTime(bytes, 0, bytes.length, reading);
        return {
          text: written,
          us: Number.isNaN(reading.us) ? null : reading.us,
          problem: reading.problem,
        };
      },
      extra() {
        const stated = plan.extra.flatMap(({ from, name }) => {
          const value = cell(from);
          return value === null ? [] : [[name, value] as const];
        });
        return stated.length === 0 ? '{}' : JSON.stringify(Object.fromEntries(stated));
      },
    };
  };
}
