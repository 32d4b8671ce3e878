import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from '../migrate.ts';
import { SQLITE_MAGIC } from '../page-check.ts';
import type { PageFile } from './page-file.ts';
import { readRow } from './row.ts';
import { shapesOf, type TableShape } from './shapes.ts';
import { LEAF_TABLE } from './tree-page.ts';
import type { Hole, Trees } from './walk-tree.ts';

/** What a file says of its tables. */
export interface FoundSchema {
  /** As the file says it or, where that is lost, as its tables look. */
  readonly version: number;
  readonly shapes: ReadonlyMap<string, TableShape>;
  /** Root page of each table and index that is still known. */
  readonly roots: ReadonlyMap<string, number>;
  /** Pages of the list of tables itself that are gone. */
  readonly holes: readonly Hole[];
}

/**
 * Reads which tables a file has and where they begin. Where page 1 or others of the list are gone, pages of it that
 * nothing leads to any more are looked for: nothing else in a case looks like them.
 * @throws StillwatchError NOT_A_CASE, CASE_FROM_FUTURE
 */
export function findSchema(trees: Trees): FoundSchema {
  const { file } = trees;
  const roots = new Map<string, number>();
  const holes: Hole[] = [];
  const take = (bytes: Uint8Array) => {
    const found = rootOf(bytes);
    if (found) roots.set(...found);
  };
  trees.walk(1, true, {
    row: (_, bytes) => take(bytes),
    hole: (hole) => holes.push(hole),
    cut: () => undefined,
  });
  if (holes.length > 0) {
    for (let number = 2; number <= file.pages; number++) {
      const page = trees.stray(number);
      if (page?.kind !== LEAF_TABLE) continue;
      const rows = page.cells.map(({ payload }) => payload && trees.gather(payload, false));
      const whole = rows.filter((row) => row instanceof Uint8Array);
      if (whole.length === 0 || !whole.every((row) => rootOf(row) !== undefined)) continue;
      trees.reached[number] = 1;
      whole.forEach(take);
    }
  }
  const version = versionOf(file) ?? likelyVersion([...roots.keys()]);
  return { version, shapes: shapesOf(version), roots, holes };
}

const KINDS = ['table', 'index', 'trigger', 'view'];

/** Name and root page of what a row of the list of tables is about; 0 for what has none. */
function rootOf(bytes: Uint8Array): [string, number] | undefined {
  const values = readRow(bytes);
  if (values?.length !== 5) return undefined;
  const [kind, name, table, root] = values;
  if (typeof kind !== 'string' || !KINDS.includes(kind)) return undefined;
  if (typeof name !== 'string' || typeof table !== 'string' || typeof root !== 'number') return undefined;
  return [name, root];
}

function versionOf(file: PageFile): number | undefined {
  const head = file.page(1);
  if (!head || Buffer.from(head.subarray(0, 16)).toString('latin1') !== SQLITE_MAGIC) return undefined;
  const view = new DataView(head.buffer, head.byteOffset);
  if (view.getUint32(68) !== APPLICATION_ID)
    throw new StillwatchError(
      'NOT_A_CASE',
      'This is a database, but no Stillwatch case. Nothing was changed.',
    );
  const version = view.getUint32(60);
  if (version > SCHEMA_VERSION)
    throw new StillwatchError(
      'CASE_FROM_FUTURE',
      `This case was last used by a newer Stillwatch (schema ${version}, this one knows ${SCHEMA_VERSION}). Nothing was changed. Recover it with that version.`,
    );
  return version >= 1 ? version : undefined;
}

/** The newest version that knows all tables found and whose own are missing least. */
function likelyVersion(found: readonly string[]): number {
  const versions = Array.from({ length: SCHEMA_VERSION }, (_, i) => [...shapesOf(i + 1).keys()]);
  const everyTable = new Set(versions.flat());
  const tables = found.filter((name) => everyTable.has(name));
  let best = { version: SCHEMA_VERSION, missing: Number.POSITIVE_INFINITY };
  for (const [i, names] of [...versions.entries()].reverse()) {
    if (!tables.every((name) => names.includes(name))) continue;
    const missing = names.filter((name) => !tables.includes(name)).length;
    if (missing < best.missing) best = { version: i + 1, missing };
  }
  return best.version;
}
