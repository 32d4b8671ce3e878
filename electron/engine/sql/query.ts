import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Case } from '../case/case.ts';
import { type Database, sqliteCode } from '../case/database.ts';
import { defineRequestsTable } from '../requests/requests-table.ts';
import { readsTexts } from './reads-texts.ts';
import { usedColumns } from './used-columns.ts';

/** The one statement that is answered without going through the rows: what the case keeps of them says it. */
const BARE_COUNT = /^\s*select\s+count\(\*\)\s+from\s+requests\s*;?\s*$/i;

/** Of what SQLite says, which repeats words of the statement. */
const MOST_LETTERS = 300;

export interface SqlResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/**
 * Runs one reading statement on a connection that cannot write. Beside the tables of the case it sees
 * `requests`, one row a request, and `accounts`, one row an account.
 * @param withoutTexts refuses a statement that reads prompt texts, which are shown only when they are revealed.
 * @throws StillwatchError BAD_ARGS for what is no reading statement
 */
export function querySql(open: Case, sql: string, withoutTexts = false): SqlResult {
  const db = open.connectReadOnly();
  try {
    const requests = defineRequestsTable(db, open.db);
    defineAccountsView(db);
    const statement = db.prepare(sql);
    if (!statement.reader || !statement.readonly) {
      throw new StillwatchError('BAD_ARGS', 'Only statements that read are run. Nothing was changed.');
    }
    if (withoutTexts && readsTexts(db, sql)) {
      throw new StillwatchError(
        'BAD_ARGS',
        'This statement reads prompt texts, which stay masked here. It was not run. Leave out prompt_text and extra; prompt_hash tells texts apart.',
      );
    }
    const used = usedColumns(db, sql);
    if (used) requests.readOnly(used);
    return {
      columns: statement.columns().map(({ name }) => name),
      rows: BARE_COUNT.test(sql) ? [[requests.count()]] : (statement.raw().all() as unknown[][]),
    };
  } catch (error) {
    if (error instanceof StillwatchError) throw error;
    // The driver's own errors are about values that a statement asks for by place or by name, and has not.
    if (sqliteCode(error) || error instanceof RangeError || isMissingValue(error)) {
      throw new StillwatchError(
        'BAD_ARGS',
        `SQLite refuses this statement: ${(error as Error).message.slice(0, MOST_LETTERS).toWellFormed()}. Nothing was changed.`,
      );
    }
    throw error;
  } finally {
    db.close();
  }
}

const isMissingValue = (error: unknown) =>
  error instanceof TypeError && /named parameter/.test(error.message);

function defineAccountsView(db: Database): void {
  db.exec(`
    CREATE TEMP VIEW accounts AS
    SELECT a.external_id AS account_id, ifnull(sum(t.requests), 0) AS requests, ifnull(sum(t.failed), 0) AS failed,
           ifnull(sum(t.without_time), 0) AS without_time, ifnull(sum(t.input_tokens), 0) AS input_tokens,
           ifnull(sum(t.output_tokens), 0) AS output_tokens, min(t.first_us) AS first_us, max(t.last_us) AS last_us
    FROM main.account a LEFT JOIN main.account_total t ON t.account_id = a.id GROUP BY a.id`);
}
