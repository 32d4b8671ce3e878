import { BIN_US } from '../../../../shared/time/bin.ts';
import { table } from '../../../cli/table.ts';
import { Context } from '../../../engine/context.ts';
import { loadHandlers } from '../../../engine/dispatch.ts';
import { CaseFilters } from '../../../engine/filters/case-filters.ts';
import { unwatched } from '../../../engine/jobs/job.ts';
import type { DataSetOptions } from '../data-set.ts';
import { describeMachine } from '../machine.ts';
import { type Ran, runSteps } from './run-change.ts';
import { noteStatements, readersOfRequests } from './statements.ts';
import { type CaseFacts, VIEW_SETS } from './view-sets.ts';
import { DUCKDB_THREADS, obtainViewsData, openViewsCase } from './views-data.ts';

/** What is asked for: the slow twentieth of ours against the median of the other's. */
const WANTED = 0.1;
const MOST_BYTES = 2_000_000;
/** DuckDB is asked as often as the engine, until it took so long, but at least so often. */
const DUCKDB_MS = 20_000;
const LEAST_DUCKDB_RUNS = 5;
/** Runs of each side before those that are measured. */
const WARM_UP = 2;
const PASSPHRASE = 'bench';

/** One change done by DuckDB. */
interface Theirs {
  readonly ms: number;
  /** What all its threads worked, spread over as many cores: the least time it takes on an idle machine. */
  readonly idealMs: number;
}

interface Measured {
  readonly name: string;
  readonly ours: readonly Ran[];
  readonly theirs: readonly Theirs[];
}

/**
 * Measures the queries behind each change of a view against DuckDB doing the same over the same requests, the two
 * taking turns, and fails where any of them reads the request store.
 * @param repeat variations of each change, at least one
 */
export async function viewsReport(
  options: DataSetOptions & { readonly repeat: number },
  say: (line: string) => void,
): Promise<string> {
  const data = await obtainViewsData(options, PASSPHRASE, say);
  const machine = describeMachine();
  const open = await openViewsCase(data, PASSPHRASE);
  const statements = noteStatements(open.db);
  const context = new Context();
  await context.setCase(open);
  const handlers = await loadHandlers();
  const { DuckDBInstance, version } = await import('@duckdb/node-api');
  const duck = await DuckDBInstance.create(data.duckPath, {
    threads: String(DUCKDB_THREADS),
    access_mode: 'READ_ONLY',
  });
  try {
    const loadMs = await timeOf(async () => {
      await CaseFilters.of(open).data(unwatched);
    });
    const facts = factsOf(open.db);
    const connection = await duck.connect();
    const measured: Measured[] = [];
    for (const set of VIEW_SETS) {
      say(set.name);
      const ours: Ran[] = [];
      const theirs: Theirs[] = [];
      for (let i = -WARM_UP; i < options.repeat; i++) {
        const { steps, sql } = set.change(facts, i + WARM_UP);
        const ran = await runSteps(context, handlers, steps);
        if (i >= 0) ours.push(ran);
        const spent = theirs.reduce((sum, run) => sum + run.ms, 0);
        if (theirs.length >= LEAST_DUCKDB_RUNS && spent > DUCKDB_MS) continue;
        const cpu = process.cpuUsage();
        const ms = await timeOf(async () => {
          for (const query of sql) await connection.runAndReadAll(query);
        });
        const { user, system } = process.cpuUsage(cpu);
        if (i >= 0) theirs.push({ ms, idealMs: (user + system) / 1000 / DUCKDB_THREADS });
      }
      measured.push({ name: set.name, ours, theirs });
    }
    connection.closeSync();
    const readers = readersOfRequests(open.db, statements);
    if (readers.length > 0)
      throw new Error(`These statements read the request store:\n${readers.join('\n')}`);
    const { index } = await CaseFilters.of(open).data(unwatched);
    const memory = [
      index.bin,
      index.combination,
      index.requests,
      index.from,
      index.pairFrom,
      index.pairCombination,
      index.pairRequests,
      index.block,
      index.blockCell,
      index.blockCombination,
      index.blockRequests,
    ];
    const after = machine();
    return [
      `Changes of views over ${count(options.rows)} requests of ${count(facts.accounts.length)} accounts (seed ${options.seed}), an encrypted case, ${options.repeat} variations of each`,
      `${after.platform}, ${after.model}, ${after.cores} cores; load ${after.loadBefore.toFixed(2)} before, ${after.loadAfter.toFixed(2)} after`,
      `${count(index.bin.length)} cells, ${megabytes(memory.reduce((sum, { byteLength }) => sum + byteLength, 0))} MB in memory, ready ${(loadMs / 1000).toFixed(2)} s after opening`,
      '',
      table(
        [
          'change',
          'p50 ms',
          'p95 ms',
          'DuckDB p50',
          'DuckDB p95',
          'runs',
          'p95 / DuckDB p50',
          'CPU p95',
          'DuckDB CPU/2 p50',
          'CPU ratio',
          'KB crossing',
          '',
        ],
        measured.map(row),
      ),
      '',
      `DuckDB ${version()}, ${DUCKDB_THREADS} threads, values as ENUM; its time is that of all statements of the change, rows read into the process.`,
      'CPU is what the one thread of ours, and the threads of DuckDB, worked: a busy machine changes it least.',
      `None of the ${statements.size} statements reads request_chunk or request_column.`,
    ].join('\n');
  } finally {
    duck.closeSync();
    await context.setCase(null);
  }
}

function factsOf(db: Awaited<ReturnType<typeof openViewsCase>>['db']): CaseFacts {
  const [firstUs, lastUs] = db
    .prepare('SELECT min(first_us), max(last_us) FROM source WHERE published = 1')
    .raw()
    .get() as [number, number];
  const firstBin = Math.floor(firstUs / BIN_US);
  return {
    accounts: db.prepare('SELECT external_id FROM account ORDER BY id').pluck().all() as string[],
    firstBin,
    bins: Math.floor(lastUs / BIN_US) - firstBin + 1,
  };
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

function row({ name, ours, theirs }: Measured): string[] {
  const ms = ours.map((ran) => ran.ms);
  const cpuMs = ours.map((ran) => ran.cpuMs);
  const duckMs = theirs.map((ran) => ran.ms);
  const idealMs = theirs.map((ran) => ran.idealMs);
  const bytes = Math.max(...ours.map((ran) => ran.bytes));
  const ratio = quantile(ms, 0.95) / quantile(duckMs, 0.5);
  const cpuRatio = quantile(cpuMs, 0.95) / quantile(idealMs, 0.5);
  const missed = [ratio > WANTED && `above ${WANTED}`, bytes > MOST_BYTES && 'too many bytes'].filter(
    Boolean,
  );
  return [
    name,
    quantile(ms, 0.5).toFixed(1),
    quantile(ms, 0.95).toFixed(1),
    quantile(duckMs, 0.5).toFixed(1),
    quantile(duckMs, 0.95).toFixed(1),
    String(theirs.length),
    ratio.toFixed(3),
    quantile(cpuMs, 0.95).toFixed(1),
    quantile(idealMs, 0.5).toFixed(1),
    cpuRatio.toFixed(3),
    (bytes / 1000).toFixed(0),
    missed.join(', '),
  ];
}

/** The smallest value that so large a share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const ascending = values.toSorted((a, b) => a - b);
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)];
}

const count = (value: number) => value.toLocaleString('en');
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
