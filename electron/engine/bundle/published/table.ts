import type { Database } from '../../case/database.ts';
import type { Redactor } from '../redact/redactor.ts';
import type { Selection } from '../select/selection.ts';
import type { Hide, JsonHides } from './columns.ts';

/** A column of a published table, under the name that its lines give it. */
export type Column =
  | { readonly type: 'text'; readonly optional: boolean; readonly hide: Hide }
  | { readonly type: 'whole' | 'real'; readonly optional: boolean }
  | { readonly type: 'json'; readonly optional: boolean; readonly hide: JsonHides | 'plain' };

export const text = (hide: Hide = 'text'): Column => ({ type: 'text', optional: false, hide });
export const plain: Column = text('plain');
export const whole: Column = { type: 'whole', optional: false };
export const real: Column = { type: 'real', optional: false };
export const json = (hide: JsonHides | 'plain'): Column => ({ type: 'json', optional: false, hide });
export const optional = (column: Column): Column => ({ ...column, optional: true });

/** A row as its line holds it: values of JSON are parsed. */
export type Row = Record<string, unknown>;

/** What leaves a case, and how. */
export interface Leaving {
  readonly db: Database;
  readonly selection: Selection;
  readonly redactor: Redactor;
  /** Whether anything is redacted: then texts as they stood in files stay behind. */
  readonly redacted: boolean;
  /** Whether prompt texts and wordings leave. */
  readonly prompts: boolean;
  /** Ids of templates and names of cohorts that accounts of the selection have to do with. */
  readonly templates: ReadonlySet<string>;
  readonly cohorts: ReadonlySet<string>;
}

/** What the case into which tables are loaded calls things by. */
export interface Names {
  readonly db: Database;
  /** Id in that case of a source, an account, a template, by its outside name. @throws RangeError for an unknown one */
  id(of: 'source' | 'account' | 'template' | 'cohort', name: string): number;
  /** Tells the id of what was just loaded. */
  name(of: 'source' | 'account' | 'template' | 'cohort', name: string, id: number): void;
}

/** A table of a case as it is published: a line a row in `data/tables/<name>.ndjson`, named without row ids. */
export interface PublishedTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, Column>>;
  /** Columns by which lines are sorted, and no two lines are alike; null where the order of `select` says something. */
  readonly key: readonly string[] | null;
  /** SQL of the rows with these columns. */
  readonly select: string;
  /** Whether a row goes along; all do without it. */
  goesAlong?(row: Row, leaving: Leaving): boolean;
  /** What becomes of a row before its columns are redacted one by one. */
  change?(row: Row, leaving: Leaving): Row;
  /** Makes what writes rows, in order, into an empty case; `place` counts them from 0. JSON is text again. */
  writer(names: Names): (row: Row, place: number) => void;
}
