import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Contender, Measurement } from '../contender.ts';
import { ownPeakBytes } from '../peak-memory.ts';
import { endStateOf, endStateQuery } from '../sql-end-state.ts';
import { othersCores, startStopwatch } from '../stopwatch.ts';

const THREADS = 2;

export const contender: Contender = {
  title: 'DuckDB',
  about: `CREATE TABLE AS SELECT * FROM read_csv(...) into a file with ${THREADS} threads, then the roll-ups as tables; duplicates not sought.`,
  async missing() {
    try {
      await import('@duckdb/node-api');
      return null;
    } catch (error) {
      return `The npm package @duckdb/node-api cannot be loaded; run npm install (${(error as Error).message.split('\n')[0]})`;
    }
  },
  async measure(log, folder): Promise<Measurement> {
    const { DuckDBInstance, version } = await import('@duckdb/node-api');
    const path = join(folder, 'result.duckdb');
    const time = startStopwatch();
    const instance = await DuckDBInstance.create(path, { threads: String(THREADS) });
    const connection = await instance.connect();
    await connection.run(`CREATE TABLE request AS SELECT * FROM read_csv('${log.replaceAll("'", "''")}')`);
    const imported = time();
    for (const query of ROLL_UPS) await connection.run(query);
    const rolledUp = time();
    connection.closeSync();
    // Closing writes what is still in the journal into the file.
    instance.closeSync();
    const end = time();
    const peakBytes = ownPeakBytes();
    const { size } = await stat(path);

    const again = await DuckDBInstance.create(path);
    const reader = await (await again.connect()).runAndReadAll(endStateQuery('epoch_us("timestamp")'));
    const endState = endStateOf((reader.getRows()[0] ?? []).map(Number));
    again.closeSync();
    return {
      seconds: end.seconds,
      cpuSeconds: end.cpuSeconds,
      othersCores: othersCores(end, end.cpuSeconds),
      phases: [
        { name: 'read_csv alone', seconds: imported.seconds },
        { name: 'roll-ups', seconds: rolledUp.seconds - imported.seconds },
      ],
      peakBytes,
      fileBytes: size,
      endState,
      version: version(),
    };
  },
};

const SUMS =
  'sum(requests) AS requests, sum(failed) AS failed, sum(input_tokens) AS input_tokens, ' +
  'sum(output_tokens) AS output_tokens';

const ROLL_UPS = [
  `CREATE TABLE account_activity AS
     SELECT account_id, epoch_us("timestamp") // 900000000 AS bin, count(*) AS requests,
            count(*) FILTER (status >= 400) AS failed, sum(input_tokens) AS input_tokens,
            sum(output_tokens) AS output_tokens
     FROM request GROUP BY ALL`,
  `CREATE TABLE account_total AS
     SELECT account_id, count(*) AS requests, count(*) FILTER (status >= 400) AS failed,
            sum(input_tokens) AS input_tokens, sum(output_tokens) AS output_tokens,
            min("timestamp") AS first, max("timestamp") AS last
     FROM request GROUP BY ALL`,
  `CREATE TABLE case_activity AS SELECT bin, ${SUMS} FROM account_activity GROUP BY ALL`,
  ...['model', 'topic', 'status', 'endpoint'].map(
    (field) =>
      `CREATE TABLE account_${field} AS
         SELECT account_id, ${field}, count(*) AS requests, sum(input_tokens) AS input_tokens,
                sum(output_tokens) AS output_tokens
         FROM request GROUP BY ALL`,
  ),
];
