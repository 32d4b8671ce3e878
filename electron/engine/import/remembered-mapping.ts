import { kindOf, type Mapping, type TableKind } from '../../../shared/contract/imports.ts';
import type { Database } from '../case/database.ts';
import type { SourceLayout } from '../requests/columns.ts';

/**
 * How the latest file with exactly these columns, in any order, was read; undefined when there was none.
 * @param kind what the file holds, when a person has said it.
 * @param preset that made the columns; without one, they are the file's own.
 */
export function rememberedMapping(
  db: Database,
  columns: readonly string[],
  kind?: TableKind,
  preset?: string,
): Mapping | undefined {
  const sources = db
    .prepare('SELECT mapping, layout FROM source WHERE published = 1 ORDER BY id DESC')
    .raw()
    .iterate() as Iterable<[string, string]>;
  for (const [mappingText, layoutText] of sources) {
    const mapping: Mapping = JSON.parse(mappingText);
    if (mapping.preset !== preset) continue;
    if (kind !== undefined && kindOf(mapping) !== kind) continue;
    const { extra }: SourceLayout = JSON.parse(layoutText);
    const known = new Set([...Object.values(mapping.columns), ...extra.map(({ name }) => name)]);
    if (known.size === columns.length && columns.every((name) => known.has(name))) return mapping;
  }
  return undefined;
}
