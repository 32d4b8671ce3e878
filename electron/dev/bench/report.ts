import { table } from '../../cli/table.ts';
import type { ContenderResult, ImportBenchReport } from './import.ts';

const HEADERS = [
  '',
  'seconds',
  'fastest',
  'CPU s',
  'others',
  'rows/s',
  'vs sqlite3',
  'vs DuckDB',
  'peak MB',
  'file MB',
];

/** The report as people read it: machine, table, and what each row means. */
export function reportText({ options, dataSet, machine, results, skipped }: ImportBenchReport): string {
  const { rows, accounts } = dataSet.endState.requests;
  const runs = options.repeat === 1 ? 'one run each' : `medians of ${options.repeat} runs each`;
  return [
    `Import of ${count(rows)} rows of ${count(accounts)} accounts, ${megabytes(dataSet.sizeBytes)} MB of CSV ` +
      `(seed ${options.seed}), ${runs}`,
    `${machine.platform}, ${machine.model}, ${machine.cores} cores, ` +
      `${(machine.memoryBytes / 2 ** 30).toFixed(1)} GiB; load ${machine.loadBefore.toFixed(2)} before, ` +
      `${machine.loadAfter.toFixed(2)} after`,
    '',
    table(HEADERS, alignRight(results.flatMap(resultRows))),
    '',
    '"vs" is the seconds divided by those of the other: below 1 is faster. "CPU s" adds up all threads of the contender;',
    '"others" is how many cores the rest of the machine kept busy meanwhile: times beside a high figure say little.',
    '1 MB is 1,000,000 bytes.',
    'Every result was read back after its run and holds the same requests and roll-ups as the data set.',
    ...results.map(({ title, version, about }) => `${title} (${version}): ${about}`),
    ...skipped.map(({ title, reason }) => `${title} was skipped: ${reason}`),
  ].join('\n');
}

function resultRows(result: ContenderResult): string[][] {
  const {
    title,
    seconds,
    fastestSeconds,
    cpuSeconds,
    othersCores,
    rowsPerSecond,
    toSqlite3,
    toDuckdb,
    peakBytes,
    fileBytes,
    phases,
  } = result;
  return [
    [
      title,
      seconds.toFixed(2),
      fastestSeconds.toFixed(2),
      cpuSeconds?.toFixed(2) ?? '',
      othersCores?.toFixed(2) ?? '',
      count(Math.round(rowsPerSecond)),
      toSqlite3?.toFixed(2) ?? '',
      toDuckdb?.toFixed(2) ?? '',
      peakBytes === null ? '' : megabytes(peakBytes),
      megabytes(fileBytes),
    ],
    ...phases.map((phase) => [
      `  of which ${phase.name}`,
      phase.seconds.toFixed(2),
      ...Array<string>(HEADERS.length - 2).fill(''),
    ]),
  ];
}

/** Figures end in the same place; names start there. */
function alignRight(rows: readonly string[][]): string[][] {
  const widths = HEADERS.map((header, column) =>
    Math.max(header.length, ...rows.map((row) => (row[column] as string).length)),
  );
  return rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell : cell.padStart(widths[column] as number))),
  );
}

const count = (value: number) => value.toLocaleString('en');
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
