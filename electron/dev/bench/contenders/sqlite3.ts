import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../run-command.ts';
import type { Contender, Measurement } from '../contender.ts';
import { peakInStatus } from '../peak-memory.ts';
import { endStateOf, endStateQuery } from '../sql-end-state.ts';
import { othersCores, startStopwatch } from '../stopwatch.ts';

/** Marks a line of output that holds the time of day in seconds. */
const STAMP = 'stamp ';

export const contender: Contender = {
  title: 'sqlite3',
  about:
    'the shell imports into an untyped scratch table, then makes by SQL a typed table, its index on (account, time) ' +
    'and the roll-ups: journal off, never synced, duplicates not sought.',
  async missing() {
    if ((await findVersion()) !== null) return null;
    return 'The sqlite3 shell is not installed; on Debian: apt-get install sqlite3';
  },
  async measure(log, folder): Promise<Measurement> {
    const result = join(folder, 'result.db');
    const time = startStopwatch();
    const output = await runShell(result, script(log, join(folder, 'scratch.db')));
    const end = time();
    const cpuSeconds = cpuSecondsIn(output);
    const stamps = [...output.matchAll(new RegExp(`^${STAMP}(.+)$`, 'gm'))].map((match) => Number(match[1]));
    const [start, imported, typed, rolledUp] = stamps as [number, number, number, number];
    return {
      seconds: end.seconds,
      cpuSeconds,
      othersCores: cpuSeconds === null ? null : othersCores(end, cpuSeconds),
      phases: [
        { name: '.import alone, untyped', seconds: imported - start },
        { name: 'typed table and index', seconds: typed - imported },
        { name: 'roll-ups', seconds: rolledUp - typed },
      ],
      peakBytes: peakInStatus(output),
      fileBytes: (await stat(result)).size,
      endState: await readBack(result),
      version: (await findVersion()) as string,
    };
  },
};

/** The shell's version; null when it is not installed. */
async function findVersion(): Promise<string | null> {
  const result = await runCommand('sqlite3', ['-version']).catch(() => null);
  return result?.stdout.split(' ')[0] ?? null;
}

/**
 * The fastest of the ways tried: heap table in the file's order, one sort each for the finest roll-up by time and by
 * value, the rest from those.
 */
function script(log: string, scratch: string): string {
  // Exact to the millisecond, in which SQLite reckons times; twice as fast as strftime.
  const timeUs = 'CAST(round((julianday(timestamp) - 2440587.5) * 86400000) AS INTEGER) * 1000';
  const sums =
    'sum(requests) AS requests, sum(failed) AS failed, sum(input_tokens) AS input_tokens, ' +
    'sum(output_tokens) AS output_tokens';
  const byValue = ['model', 'topic', 'status', 'endpoint'].map(
    (field) =>
      `CREATE TABLE account_${field} AS SELECT account_id, ${field}, sum(requests) AS requests, ` +
      'sum(input_tokens) AS input_tokens, sum(output_tokens) AS output_tokens FROM fine_value GROUP BY 1, 2;',
  );
  const stamp = `SELECT '${STAMP}' || ((julianday('now') - 2440587.5) * 86400);`;
  // The shell's last act is to look at itself from outside: ticks of a hundredth of a second, and its peak.
  const itself = `.shell cut -d ' ' -f 14,15 /proc/$PPID/stat; cat /proc/$PPID/status`;
  return `.bail on
ATTACH '${scratch.replaceAll("'", "''")}' AS scratch;
PRAGMA main.journal_mode = OFF;
PRAGMA scratch.journal_mode = OFF;
PRAGMA main.synchronous = OFF;
PRAGMA scratch.synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA temp_store = MEMORY;
PRAGMA main.cache_size = -65536;
PRAGMA scratch.cache_size = -65536;
${stamp}
.import --csv --schema scratch ${JSON.stringify(log)} raw
${stamp}
CREATE TABLE request (
  request_id TEXT, time_us INTEGER, account_id TEXT, organization_id TEXT, session_id TEXT, ip TEXT,
  user_agent TEXT, model TEXT, endpoint TEXT, status INTEGER, input_tokens INTEGER, output_tokens INTEGER,
  latency_ms INTEGER, topic TEXT
);
INSERT INTO request
  SELECT request_id, ${timeUs}, account_id, organization_id, session_id, ip, user_agent, model, endpoint, status,
         input_tokens, output_tokens, latency_ms, topic
  FROM scratch.raw;
CREATE INDEX request_by_account ON request (account_id, time_us);
${stamp}
CREATE TEMP TABLE fine AS
  SELECT account_id, time_us / 900000000 AS bin, count(*) AS requests, sum(status >= 400) AS failed,
         sum(input_tokens) AS input_tokens, sum(output_tokens) AS output_tokens,
         min(time_us) AS first_us, max(time_us) AS last_us
  FROM request NOT INDEXED GROUP BY 1, 2;
CREATE TABLE account_total AS
  SELECT account_id, ${sums}, min(first_us) AS first_us, max(last_us) AS last_us FROM fine GROUP BY 1;
CREATE TABLE account_activity AS
  SELECT account_id, bin, requests, failed, input_tokens, output_tokens FROM fine;
CREATE TABLE case_activity AS SELECT bin, ${sums} FROM fine GROUP BY 1;
CREATE TEMP TABLE fine_value AS
  SELECT account_id, topic, model, status, endpoint, count(*) AS requests, sum(input_tokens) AS input_tokens,
         sum(output_tokens) AS output_tokens
  FROM request NOT INDEXED GROUP BY 1, 2, 3, 4, 5;
${byValue.join('\n')}
${stamp}
${process.platform === 'linux' ? itself : ''}
`;
}

/** User and kernel time in the output of the script's last line; null where there is none. */
function cpuSecondsIn(output: string): number | null {
  const ticks = /^(\d+) (\d+)$/m.exec(output);
  return ticks === null ? null : (Number(ticks[1]) + Number(ticks[2])) / 100;
}

/** Feeds a script to the shell and returns what it printed. */
function runShell(database: string, commands: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const shell = spawn('sqlite3', ['-batch', '-init', devNull, database], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let output = '';
    shell.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    shell.once('error', reject);
    shell.once('close', (status) => {
      if (status === 0) resolve(output);
      else reject(new Error(`The sqlite3 shell ended with status ${status}; its message is above.`));
    });
    shell.stdin.end(commands);
  });
}

async function readBack(database: string) {
  const { stdout } = await runCommand(
    'sqlite3',
    ['-batch', '-init', devNull, database, endStateQuery('time_us')],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return endStateOf(stdout.trim().split('|').map(Number));
}
