import type { OperatorResult } from '../../../shared/contract/analysis.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import {
  type GraphKind,
  type GraphLink,
  type GraphOperatorParts,
  type GraphPicture,
  type GraphValue,
  MOST_PICTURED,
  MOST_SENT,
} from '../../../shared/contract/graph.ts';
import { spanningForest } from '../../../shared/spanning-forest.ts';
import { median } from '../analysis/link-evidence.ts';
import type { OperatorTies } from '../analysis/operator-ties.ts';
import type { Database } from '../case/database.ts';
import type { MatchingRequests } from '../filters/matching-requests.ts';
import { type Counting, countedLinks, countsAll } from './counted-links.ts';
import { graphOf, onePart, partsOf, weakestOf } from './parts.ts';
import { describeAccounts, type Group } from './picture-accounts.ts';
import { operatorOf, readTies } from './stored-ties.ts';

interface Asked extends Counting {
  readonly operators: readonly string[];
  readonly accounts: readonly string[];
  /** What the filter leaves; with `ofFilter` its accounts are put into the picture. */
  readonly left?: MatchingRequests | undefined;
  readonly ofFilter?: boolean | undefined;
}

/** @throws StillwatchError BAD_ARGS, NOT_FOUND */
export function readPicture(db: Database, asked: Asked): GraphPicture {
  const seed = db.prepare('SELECT seed FROM analysis_run').pluck().get() as number | undefined;
  const shown: string[] = [];
  const placeOf = new Map<string, number>();
  const show = (account: string) => {
    if (placeOf.has(account)) return;
    placeOf.set(account, shown.length);
    shown.push(account);
    if (shown.length > MOST_PICTURED)
      throw new StillwatchError(
        'BAD_ARGS',
        `More than ${MOST_PICTURED} accounts make no picture. Nothing was changed. Fold an operator, or look at it as a table.`,
      );
  };
  const tiesOf = new Map<string, OperatorTies>();
  for (const operator of asked.operators) {
    const ties = readTies(db, operator);
    tiesOf.set(operator, ties);
    for (const account of ties.accounts) show(account);
  }
  const unknown: string[] = [];
  const { left } = asked;
  const found = left && asked.ofFilter ? byRank(db, left) : null;
  const room = MOST_PICTURED - shown.length - asked.accounts.length;
  const put = found?.slice(0, Math.max(0, room)) ?? [];
  for (const account of [...asked.accounts, ...put]) {
    const operator = operatorOf(db, account);
    if (operator === undefined) {
      unknown.push(account);
      continue;
    }
    if (operator !== null && !tiesOf.has(operator)) tiesOf.set(operator, readTies(db, operator));
    show(account);
  }
  const groups = [...tiesOf.values()].map((ties) => describeGroup(db, ties, asked, seed ?? 1, placeOf));
  return {
    ...assemble(groups),
    accounts: describeAccounts(db, shown, groups, left),
    ofFilter: found && { accounts: put.length, ofAccounts: found.length },
    unknown,
  };
}

/** Accounts that match and were analysed, those of the highest scores first. */
function byRank(db: Database, left: MatchingRequests): string[] {
  return db
    .prepare(
      'SELECT s.account FROM json_each(?) j JOIN analysis_account s ON s.account = j.value ORDER BY s.rank',
    )
    .pluck()
    .all(JSON.stringify(left.accounts().map(({ account }) => account))) as string[];
}

function describeGroup(
  db: Database,
  ties: OperatorTies,
  asked: Asked,
  seed: number,
  placeOf: ReadonlyMap<string, number>,
): Group {
  const counted = countedLinks(ties, asked);
  const shown = ties.accounts.map((account) => placeOf.get(account) ?? -1);
  // With all evidence it is in one part by the analysis, which had also the links that are not kept.
  if (countsAll(asked))
    return { ties, counted, shown, parts: onePart(shown.length), weakest: storedBridge(db, ties) };
  const graph = graphOf(ties.accounts.length, counted);
  const parts = partsOf(graph, seed);
  const weakest = weakestOf(graph, parts);
  return {
    ties,
    counted,
    shown,
    parts,
    weakest: weakest && { ...weakest, a: ties.accounts[weakest.a], b: ties.accounts[weakest.b] },
  };
}

function storedBridge(db: Database, { operator }: OperatorTies): GraphOperatorParts['weakest'] {
  const body = db
    .prepare("SELECT body -> '$.weakestBridge' FROM analysis_operator WHERE id = ?")
    .pluck()
    .get(operator);
  return JSON.parse((body as string | undefined) ?? 'null') as OperatorResult['weakestBridge'];
}

/** Values and links of all groups together, in places of the picture. */
function assemble(groups: readonly Group[]): Omit<GraphPicture, 'accounts' | 'ofFilter' | 'unknown'> {
  const values: GraphValue[] = [];
  const numbers = new Map<string, number>();
  const all: GraphLink[] = [];
  for (const { ties, counted, shown } of groups) {
    const medians = medianBits(ties);
    const numberOf = ties.values.map(({ kind, family, value, accounts, holders }, at) => {
      const key = JSON.stringify([kind, value]);
      const number = numbers.get(key) ?? values.length;
      const known = values[number];
      numbers.set(key, number);
      const here = holders.map((one) => shown[one]).filter((one) => one >= 0);
      values[number] = {
        kind,
        family,
        value,
        accounts,
        bits: Math.max(known?.bits ?? 0, medians[at]),
        tied: (known?.tied ?? 0) + holders.length,
        holders: [...(known?.holders ?? []), ...here].sort((one, other) => one - other),
      };
      return number;
    });
    for (const { a, b, bits, values: of } of counted) {
      if (shown[a] >= 0 && shown[b] >= 0)
        all.push({ a: shown[a], b: shown[b], bits, values: of.map((value) => numberOf[value]) });
    }
  }
  all.sort((one, other) => other.bits - one.bits || one.a - other.a || one.b - other.b);
  return {
    links: sent(all),
    allLinks: all.length,
    values,
    kinds: kindsOf(groups),
    operators: groups.map(({ ties, counted, parts, weakest }) => ({
      operator: ties.operator,
      accounts: ties.accounts.length,
      parts: parts.sizes,
      kept: ties.a.length,
      total: ties.total,
      counted: counted.length,
      weakest,
    })),
  };
}

/** What each value adds to the median link that has it; 0 where none that is kept does. */
function medianBits({ values, itemValue, itemBits }: OperatorTies): number[] {
  const bits: number[][] = values.map(() => []);
  itemValue.forEach((value, at) => {
    bits[value].push(itemBits[at]);
  });
  return bits.map((one) => (one.length === 0 ? 0 : median(one)));
}

/** The strongest links, and those that hold the picture together. */
function sent(all: readonly GraphLink[]): readonly GraphLink[] {
  if (all.length <= MOST_SENT) return all;
  const nodes = 1 + Math.max(...all.map(({ b, a }) => Math.max(a, b)));
  const holding = new Set(spanningForest(nodes, all));
  return all.filter((_, at) => at < MOST_SENT || holding.has(at));
}

function kindsOf(groups: readonly Group[]): GraphKind[] {
  const kinds = new Map<string, { family: GraphKind['family']; values: Set<string>; links: number }>();
  for (const { ties } of groups) {
    for (const { kind, family, value } of ties.values) {
      const entry = kinds.get(kind) ?? { family, values: new Set(), links: 0 };
      kinds.set(kind, entry);
      entry.values.add(value);
    }
    for (let link = 0; link < ties.a.length; link++) {
      const items = ties.itemValue.slice(ties.itemFrom[link], ties.itemFrom[link + 1]);
      for (const kind of new Set(items.map((value) => ties.values[value].kind)))
        (kinds.get(kind) as { links: number }).links++;
    }
  }
  return [...kinds]
    .map(([kind, { family, values, links }]) => ({ kind, family, values: values.size, links }))
    .sort((one, other) => other.links - one.links || (one.kind < other.kind ? -1 : 1));
}
