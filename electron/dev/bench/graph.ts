import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { areaRadius, packAreas } from '../../../renderer/features/graph/areas.ts';
import { layOut } from '../../../renderer/features/graph/layout.ts';
import type { AccountScore, OperatorResult } from '../../../shared/contract/analysis.ts';
import { FIRST_BUBBLES } from '../../../shared/contract/graph.ts';
import type { OperatorTies } from '../../engine/analysis/operator-ties.ts';
import { storeAnalysis } from '../../engine/analysis/store.ts';
import type { Case } from '../../engine/case/case.ts';
import { createCase } from '../../engine/case/open-case.ts';
import { readOverview } from '../../engine/graph/overview.ts';
import { readPicture } from '../../engine/graph/picture.ts';
import { importFile } from '../../engine/import/import-file.ts';
import { completeMapping } from '../../engine/import/mapping-file.ts';
import { unwatched } from '../../engine/jobs/job.ts';
import { Rng } from '../../engine/rng.ts';
import { startStopwatch } from './stopwatch.ts';

const ACCOUNTS = 24_000;
const OPERATORS = 1500;
const TICKS = 300;
const REPEATS = 5;
/** Requests that a real operator's row has beside its accounts: signals, findings and alternatives, in bytes. */
const BODY_BYTES = 12_000;

/**
 * Time to the first useful picture of linked accounts, the engine's answer and the packing of operators, against
 * laying out every account by forces, in one run; as text.
 * @param told hears what is being done.
 */
export async function graphReport(seed: number, told: (line: string) => void): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stillwatch-graph-'));
  try {
    told(`${ACCOUNTS} accounts in ${OPERATORS} operators`);
    const operators = makeOperators(new Rng(seed).fork('graph'));
    const open = await makeCase(folder, operators);
    const first = medianOf(() => firstPicture(open, FIRST_BUBBLES));
    const all = medianOf(() => firstPicture(open, OPERATORS));
    const largest = operators.reduce((one, other) =>
      other.accounts.length > one.accounts.length ? other : one,
    );
    const opened = medianOf(() => openOperator(open, largest));
    await open.close();
    told(`all accounts by forces, ${TICKS} ticks`);
    const forced = allByForces(operators);
    const links = operators.reduce((sum, { a }) => sum + a.length, 0);
    const row = (name: string, seconds: number) =>
      `${name.padEnd(58)} ${seconds.toFixed(3).padStart(9)} s   ${(seconds / forced).toFixed(4)}`;
    return [
      `${ACCOUNTS} accounts in ${OPERATORS} operators, ${links} links; medians of ${REPEATS}, of the forces one run`,
      row(`first picture: ${FIRST_BUBBLES} operators, query and packing`, first),
      row(`first picture: all ${OPERATORS} operators, query and packing`, all),
      row(`largest operator opened (${largest.accounts.length} accounts): query and forces`, opened),
      row(`all accounts by d3-force, ${TICKS} ticks`, forced),
      'Last column: the ratio to all accounts by forces.',
    ].join('\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function firstPicture(open: Case, limit: number): void {
  const { operators } = readOverview(open.db, limit, []);
  packAreas(operators, new Map());
}

/** As the page does it: the picture, the strongest links that hold it together, its accounts laid out in their place. */
function openOperator(open: Case, { operator, accounts }: OperatorTies): void {
  const { links } = readPicture(open.db, {
    operators: [operator],
    accounts: [],
    withoutKinds: [],
    leastBits: 0,
  });
  layOut({
    nodes: accounts.map((id) => ({ id, at: null })),
    edges: links.slice(0, accounts.length - 1),
    r: areaRadius(accounts.length),
  });
}

function allByForces(operators: readonly OperatorTies[]): number {
  const ids: string[] = [];
  const edges: { a: number; b: number }[] = [];
  for (const { accounts, a, b } of operators) {
    a.forEach((one, link) => {
      edges.push({ a: ids.length + one, b: ids.length + b[link] });
    });
    ids.push(...accounts);
  }
  const nodes = ids.map((id) => ({ id, at: null }));
  const watch = startStopwatch();
  layOut({ nodes, edges, r: areaRadius(ids.length) }, TICKS);
  return watch().seconds;
}

function medianOf(run: () => void): number {
  const seconds = Array.from({ length: REPEATS }, () => {
    const watch = startStopwatch();
    run();
    return watch().seconds;
  });
  return seconds.sort((one, other) => one - other)[REPEATS >> 1];
}

/** Sizes with many small operators and few large; all pairs linked up to 40 accounts, of larger ones some. */
function makeOperators(rng: Rng): OperatorTies[] {
  const weights = Array.from({ length: OPERATORS }, (_, o) => 1 / (o + 12));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const sizes = weights.map((weight) =>
    Math.max(2, Math.floor((weight / whole) * (ACCOUNTS - 2 * OPERATORS)) + 2),
  );
  sizes[0] += ACCOUNTS - sizes.reduce((sum, size) => sum + size, 0);
  let before = 0;
  return sizes.map((size, o): OperatorTies => {
    const accounts = Array.from({ length: size }, (_, at) => `ac_${String(before + at).padStart(6, '0')}`);
    before += size;
    const pairs = pairsOf(size, rng);
    return {
      operator: `O-${o + 1}`,
      total: pairs.length,
      priorBits: -13,
      accounts,
      values: [
        {
          kind: 'payment_fingerprint',
          family: 'identity',
          value: `pf_${o}`,
          accounts: size,
          holders: accounts.map((_, at) => at),
        },
      ],
      a: pairs.map(([a]) => a),
      b: pairs.map(([, b]) => b),
      bits: pairs.map(() => 9),
      itemFrom: Array.from({ length: pairs.length + 1 }, (_, at) => at),
      itemValue: pairs.map(() => 0),
      itemBits: pairs.map(() => 22),
    };
  });
}

function pairsOf(size: number, rng: Rng): [number, number][] {
  const pairs: [number, number][] = [];
  for (let b = 1; b < size; b++) {
    if (size <= 40) for (let a = 0; a < b; a++) pairs.push([a, b]);
    else for (const a of new Set(Array.from({ length: 8 }, () => rng.int(0, b - 1)))) pairs.push([a, b]);
  }
  return pairs;
}

async function makeCase(folder: string, operators: readonly OperatorTies[]): Promise<Case> {
  const open = await createCase(join(folder, 'case.swcase'), 'bench', null, {
    name: 'Graph',
    reference: '',
    handling: 'TLP:RED',
    timeZone: 'UTC',
  });
  const log = join(folder, 'log.csv');
  const rows = operators.flatMap(({ accounts }) =>
    accounts.map((account) => `2026-05-04T00:00:00Z,${account}`),
  );
  await writeFile(log, ['timestamp,account_id', ...rows, ''].join('\n'));
  await importFile(open, log, await completeMapping(open.db, log, null), unwatched);
  const accounts = operators.flatMap(({ operator, accounts: members }) =>
    members.map(
      (account): AccountScore => ({
        account,
        score: 0.1,
        likelihood: 'unlikely',
        operator,
        requests: 1,
        signals: [],
      }),
    ),
  );
  const output = {
    signals: [],
    accounts,
    operators: operators.map(resultOf),
    links: [],
    templates: [],
    ties: operators,
  };
  const facts = { atUs: 1, seconds: 1, seed: 1, priorShare: 0.01, version: 'bench', inputHash: '' };
  open.db.transaction(() =>
    storeAnalysis(open.db, facts, output as unknown as Parameters<typeof storeAnalysis>[2]),
  )();
  return open;
}

/** As much of an operator's row as a bubble needs, and as large as a real one. */
function resultOf({ operator, accounts }: OperatorTies): OperatorResult {
  const likelihood = 'unlikely';
  return {
    id: operator,
    accounts,
    requests: accounts.length,
    score: 0.1,
    likelihood,
    findings: { together: { likelihood, reasons: ['x'.repeat(BODY_BYTES)] } },
    weakestBridge: null,
  } as unknown as OperatorResult;
}
