import { RECORDS } from '../../../../shared/records/records.ts';
import { hashEntry } from '../../custody/chain.ts';
import type { PageFile } from './page-file.ts';
import { readRow, type Value } from './row.ts';
import { type FoundSchema, findSchema } from './schema.ts';
import { fits, fitsIndex, type IndexShape, type TableShape } from './shapes.ts';
import { COPIED_TABLES } from './tables.ts';
import { INTERIOR_INDEX, INTERIOR_TABLE, LEAF_INDEX, LEAF_TABLE, type TreePage } from './tree-page.ts';
import { type Hole, Trees } from './walk-tree.ts';

/** What is gone of a table. */
export interface TableDamage {
  readonly shape: TableShape;
  /** Where it begins; undefined where that is not known any more. */
  readonly root: number | undefined;
  readonly holes: readonly Hole[];
  /** Rows whose rest is gone, and where. */
  readonly cut: readonly { readonly rowid: number; readonly page: number }[];
  /** Pages of it that nothing leads to any more, found by what stands in them. */
  readonly strays: readonly number[];
  /** Pages of its indexes that are gone: nothing is lost with them. */
  readonly indexPages: readonly number[];
  /** An index that is whole, which tells the rows that there were; undefined without any. */
  readonly whole: WholeIndex | undefined;
}

export interface WholeIndex extends IndexShape {
  readonly root: number;
}

export interface Survey {
  readonly schema: FoundSchema;
  readonly tables: ReadonlyMap<string, TableDamage>;
  /** Pages that are not whole, whatever they held. */
  readonly damagedPages: readonly number[];
  /** Pages of rows that nothing leads to and that may be of several tables: nothing of them is kept. */
  readonly unplaced: readonly number[];
}

/** Hears how many pages are done, and throws where nothing more is wanted. */
export type Pace = (done: number, total: number) => void;

/** Looks at every page of a case file: which are not whole, and what of which table lies there. */
export function survey(file: PageFile, pace: Pace): Survey {
  const damagedPages = pagesNotWhole(file, pace);
  const trees = new Trees(file);
  const schema = findSchema(trees);
  const { shapes, roots } = schema;
  const names = [...COPIED_TABLES, ...shapes.keys()].filter((name) => shapes.has(name));
  const drafts = [...new Set(names)].map((name) => draftOf(trees, shapes.get(name) as TableShape, roots));
  for (const draft of drafts) walkIndexes(trees, draft, roots);
  claimOthers(trees, schema);
  const unplaced = placeStrays(trees, drafts);
  // A page that is whole by itself may still be none of the tree that leads to it.
  const misplaced = drafts.flatMap(({ holes, cut, indexPages }) => [
    ...holes.map(({ page }) => page),
    ...cut.map(({ page }) => page),
    ...indexPages,
  ]);
  const all = [...damagedPages, ...schema.holes.map(({ page }) => page), ...misplaced];
  const inFile = all.filter((page) => page >= 1 && page <= file.pages);
  return {
    schema,
    tables: new Map(drafts.map((draft) => [draft.shape.name, draft])),
    damagedPages: [...new Set(inFile)].sort((a, b) => a - b),
    unplaced,
  };
}

function pagesNotWhole(file: PageFile, pace: Pace): number[] {
  const damaged: number[] = [];
  for (let number = 1; number <= file.pages; number++) {
    if (!file.page(number)) damaged.push(number);
    pace(number, file.pages);
  }
  return damaged;
}

interface Draft extends TableDamage {
  readonly holes: Hole[];
  readonly cut: { rowid: number; page: number }[];
  readonly strays: number[];
  readonly indexPages: number[];
  /** Its indexes that are not whole, whose pages may be found too. */
  readonly brokenIndexes: IndexShape[];
  whole: WholeIndex | undefined;
}

const EVERYTHING = { after: Number.NEGATIVE_INFINITY, upTo: Number.POSITIVE_INFINITY };

function draftOf(trees: Trees, shape: TableShape, roots: ReadonlyMap<string, number>): Draft {
  const root = roots.get(shape.name);
  const draft: Draft = {
    shape,
    root,
    holes: [],
    cut: [],
    strays: [],
    indexPages: [],
    brokenIndexes: [],
    whole: undefined,
  };
  if (root === undefined) draft.holes.push({ page: 0, ...EVERYTHING });
  else
    trees.walk(root, shape.hasRowid, {
      row: () => undefined,
      hole: (hole) => draft.holes.push(hole),
      cut: (rowid, page) => draft.cut.push({ rowid, page }),
    });
  return draft;
}

function walkIndexes(trees: Trees, draft: Draft, roots: ReadonlyMap<string, number>): void {
  for (const index of draft.shape.indexes) {
    const root = roots.get(index.name);
    const before = draft.indexPages.length;
    if (root !== undefined)
      trees.walk(root, false, {
        row: () => undefined,
        hole: ({ page }) => draft.indexPages.push(page),
        cut: (_, page) => draft.indexPages.push(page),
      });
    const isWhole = root !== undefined && draft.indexPages.length === before;
    if (!isWhole) draft.brokenIndexes.push(index);
    else if (!index.partial) draft.whole ??= { ...index, root };
  }
}

/** What is not of a case of this version, as SQLite's own statistics, so that it is taken for nothing else. */
function claimOthers(trees: Trees, { shapes, roots }: FoundSchema): void {
  const known = new Set(
    [...shapes.values()].flatMap(({ name, indexes }) => [name, ...indexes.map((i) => i.name)]),
  );
  const ignore = { row: () => undefined, hole: () => undefined, cut: () => undefined };
  for (const [name, root] of roots) {
    if (known.has(name) || root === 0) continue;
    const page = trees.stray(root);
    if (page) trees.walk(root, page.kind === LEAF_TABLE || page.kind === INTERIOR_TABLE, ignore);
  }
}

/** Finds the table of each page that nothing leads to; those that may be of several are given back. */
function placeStrays(trees: Trees, drafts: readonly Draft[]): number[] {
  const broken = drafts.filter(({ holes }) => holes.length > 0);
  const brokenIndexes = drafts.flatMap(({ shape, brokenIndexes }) =>
    brokenIndexes.map((index) => ({ shape, index })),
  );
  if (broken.length === 0) return [];
  const unplaced: number[] = [];
  for (let number = 2; number <= trees.file.pages; number++) {
    const page = trees.stray(number);
    if (!page || page.cells.length === 0) continue;
    const rows = strayRows(trees, page, false);
    if (rows.length === 0) continue;
    const tables = broken.filter((draft) => rows.every((row) => mayHold(draft, page, row)));
    const certain = tables.find(({ shape }) => rows.every(({ values }) => provesItself(shape, values)));
    const isEntry = brokenIndexes.some(
      ({ shape, index }) =>
        page.kind !== LEAF_TABLE && rows.every(({ values }) => fitsIndex(shape, index, values)),
    );
    const place = certain ?? (tables.length === 1 && !isEntry ? tables[0] : undefined);
    if (place) {
      place.strays.push(number);
      strayRows(trees, page, true);
    } else if (tables.length > 0) unplaced.push(number);
  }
  return unplaced;
}

export interface StrayRow {
  readonly rowid: number;
  readonly values: Value[];
}

/** The whole rows of a page; none of a page of which any makes no sense. */
export function strayRows(trees: Trees, page: TreePage, claims: boolean): StrayRow[] {
  if (page.kind !== LEAF_TABLE && page.kind !== LEAF_INDEX && page.kind !== INTERIOR_INDEX) return [];
  const rows: StrayRow[] = [];
  for (const { rowid, payload } of page.cells) {
    const bytes = payload && trees.gather(payload, claims);
    if (!(bytes instanceof Uint8Array)) continue;
    const values = readRow(bytes);
    if (!values) return [];
    rows.push({ rowid, values });
  }
  return rows;
}

function mayHold({ shape, holes }: Draft, page: TreePage, { rowid, values }: StrayRow): boolean {
  if (shape.hasRowid !== (page.kind === LEAF_TABLE) || !fits(shape, values)) return false;
  if (shape.name === 'record' && !Object.hasOwn(RECORDS, String(values[0]))) return false;
  if (!shape.hasRowid) return true;
  return holes.some(({ after, upTo }) => rowid > after && rowid <= upTo);
}

/** Rows that no other table could have. */
function provesItself({ name }: TableShape, values: readonly Value[]): boolean {
  return name === 'custody_log' && hashEntry(String(values[1])) === values[2];
}
