import { formatUtc } from '../../../shared/time/zone.ts';

/** The same entries with keys sorted, so that the order in which a database gave them does not show. */
export function inOrder<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** RFC 3339 in UTC, or null for no time. */
export function utcOrNull(us: number | null): string | null {
  return us === null ? null : formatUtc(us);
}

/** Indented JSON for a file of its own, with a line end. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
