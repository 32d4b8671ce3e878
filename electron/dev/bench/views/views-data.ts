import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Case } from '../../../engine/case/case.ts';
import { createCase, openCase } from '../../../engine/case/open-case.ts';
import { importFile } from '../../../engine/import/import-file.ts';
import { completeMapping } from '../../../engine/import/mapping-file.ts';
import { unwatched } from '../../../engine/jobs/job.ts';
import { type DataSetOptions, dataSetFolder, obtainDataSet } from '../data-set.ts';

/** Part of the folder's name: goes up whenever the same arguments give other data. */
const FORM = 1;
const AUTHOR = 'bench';
const PLANS = ['free', 'free', 'free', 'pro', 'pro', 'team', 'enterprise'];
/** Accounts of one operator, and how many operators there are. */
const OPERATOR_ACCOUNTS = 40;
const OPERATORS = 50;
export const DUCKDB_THREADS = 2;

export interface ViewsData {
  /** Folder of the two files. */
  readonly folder: string;
  readonly casePath: string;
  readonly duckPath: string;
}

/** An encrypted case and a DuckDB file that hold the same generated requests and accounts: made once, used again. */
export async function obtainViewsData(
  options: DataSetOptions,
  passphrase: string,
  say: (line: string) => void,
): Promise<ViewsData> {
  const { rows, accounts, seed } = options;
  const folder = join(dataSetFolder, `views-${FORM}-${rows}-${accounts}-${seed}`);
  const data = dataIn(folder);
  if (existsSync(data.casePath) && existsSync(data.duckPath)) return data;
  const partial = `${folder}.${process.pid}.partial`;
  await mkdir(partial, { recursive: true });
  try {
    say('data set');
    const log = await obtainDataSet(options, dataSetFolder);
    say('case');
    const names = await makeCase(dataIn(partial).casePath, log.path, passphrase, partial);
    say('DuckDB');
    await makeDuck(dataIn(partial).duckPath, log.path, join(partial, 'accounts.csv'), names);
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
    return data;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

function dataIn(folder: string): ViewsData {
  return { folder, casePath: join(folder, 'views.swcase'), duckPath: join(folder, 'views.duckdb') };
}

async function makeCase(path: string, log: string, passphrase: string, folder: string): Promise<string[]> {
  const made = await createCase(path, AUTHOR, passphrase, {
    name: 'Views',
    reference: '',
    handling: 'TLP:AMBER+STRICT',
    timeZone: 'UTC',
  });
  await importFile(made, log, await completeMapping(made.db, log, null), unwatched);
  const names = made.db.prepare('SELECT external_id FROM account ORDER BY id').pluck().all() as string[];
  const table = join(folder, 'accounts.csv');
  const lines = names.map(
    (name, i) => `${name},${i % 8 === 0 ? '' : `org_${i % 2000}`},${PLANS[i % PLANS.length]}\n`,
  );
  await writeFile(table, `account_id,organization_id,plan\n${lines.join('')}`);
  await importFile(made, table, await completeMapping(made.db, table, null, 'accounts'), unwatched);
  analyse(made, names);
  await made.close();
  return names;
}

/** The operator of the account at place i of the case; null for most. */
export function operatorOf(i: number): string | null {
  return i < OPERATORS * OPERATOR_ACCOUNTS ? `O-${(i % OPERATORS) + 1}` : null;
}

/** Results of an analysis as filters and lists read them; nothing was analysed. */
function analyse({ db }: Case, names: readonly string[]): void {
  db.transaction(() => {
    db.prepare(
      `INSERT INTO analysis_run (id, at_us, seconds, seed, prior_share, version, input_hash, signals)
       VALUES (1, 1, 1, 1, 0.01, '1', 'bench', '[]')`,
    ).run();
    const insert = db.prepare(
      'INSERT INTO analysis_account (account, rank, score, operator, body) VALUES (?, ?, ?, ?, ?)',
    );
    names.forEach((name, i) => {
      insert.run(name, i, 1 / (i + 2), operatorOf(i), '{"likelihood":"unlikely"}');
    });
  })();
}

async function makeDuck(path: string, log: string, table: string, names: readonly string[]): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(path, { threads: String(DUCKDB_THREADS) });
  const connection = await instance.connect();
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  await connection.run(`CREATE TABLE read AS SELECT account_id, epoch_us("timestamp") AS us, model, endpoint, status::VARCHAR AS status,
    topic, status >= 400 AS failed, input_tokens, output_tokens FROM read_csv(${quoted(log)})`);
  // Values as dictionaries of the whole table, the form in which DuckDB groups fastest.
  const fields = ['account_id', 'model', 'endpoint', 'status', 'topic'];
  for (const field of fields)
    await connection.run(
      `CREATE TYPE ${field}_values AS ENUM (SELECT DISTINCT ${field} FROM read ORDER BY 1)`,
    );
  await connection.run(`CREATE TABLE request AS SELECT ${fields.map((field) => `${field}::${field}_values AS ${field}`)},
    us, us // 900000000 AS bin, failed, input_tokens::INTEGER AS input_tokens, output_tokens::INTEGER AS output_tokens FROM read`);
  await connection.run('DROP TABLE read');
  await connection.run(`CREATE TABLE account AS SELECT account_id::account_id_values AS account_id, organization_id AS organisation, plan
    FROM read_csv(${quoted(table)})`);
  const operators = names.flatMap((name, i) => {
    const operator = operatorOf(i);
    return operator === null ? [] : [`(${quoted(name)}, ${quoted(operator)})`];
  });
  await connection.run('ALTER TABLE account ADD COLUMN operator VARCHAR');
  await connection.run(`UPDATE account SET operator = o.operator
    FROM (VALUES ${operators.join(', ')}) o (account_id, operator) WHERE account.account_id = o.account_id`);
  connection.closeSync();
  instance.closeSync();
}

export function openViewsCase({ casePath }: ViewsData, passphrase: string): Promise<Case> {
  return openCase(casePath, AUTHOR, passphrase);
}
