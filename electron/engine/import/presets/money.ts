import type { Fields } from './fields.ts';
import { type MoneyUnit, microUsd } from './units.ts';

/** The amount at a path as micro-USD; its text stays among the extra fields where that does not give it back. */
export function costAt(fields: Fields, unit: MoneyUnit, ...paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const text = fields.peek(path);
    const money = text === undefined ? undefined : microUsd(text, unit);
    if (!money) continue;
    if (money.exact) fields.drop(path);
    return money.value;
  }
  return undefined;
}
