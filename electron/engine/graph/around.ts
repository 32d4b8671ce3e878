import type { GraphAround, GraphNodeRef } from '../../../shared/contract/graph.ts';
import type { TiedValue } from '../analysis/operator-ties.ts';
import type { Database } from '../case/database.ts';
import { operatorOf, readTies } from './stored-ties.ts';

interface Held {
  readonly value: TiedValue;
  readonly holders: readonly string[];
}

/** What a node could be expanded by. An account's values are followed into other operators that share them. */
export function readAround(db: Database, node: GraphNodeRef): GraphAround[] {
  if ('operator' in node) return byKind(heldIn(db, node.operator), null);
  if ('value' in node) return byKind(holdersOf(db, node.kind, node.value), null);
  const operator = operatorOf(db, node.account);
  if (!operator) return [];
  const own = heldIn(db, operator).filter(({ holders }) => holders.includes(node.account));
  return byKind(
    own.flatMap(({ value }) => holdersOf(db, value.kind, value.value)),
    node.account,
  );
}

function heldIn(db: Database, operator: string): Held[] {
  const ties = readTies(db, operator);
  return ties.values.map((value) => ({ value, holders: value.holders.map((at) => ties.accounts[at]) }));
}

/** Who shares a value, in whichever operator. */
function holdersOf(db: Database, kind: string, value: string): Held[] {
  const operators = db
    .prepare('SELECT operator FROM analysis_shared WHERE kind = ? AND value = ? ORDER BY operator')
    .pluck()
    .all(kind, value) as string[];
  return operators.flatMap((operator) =>
    heldIn(db, operator).filter(({ value: one }) => one.kind === kind && one.value === value),
  );
}

function byKind(held: readonly Held[], self: string | null): GraphAround[] {
  const kinds = new Map<
    string,
    { family: GraphAround['family']; values: Set<string>; accounts: Set<string> }
  >();
  for (const { value, holders } of held) {
    const entry = kinds.get(value.kind) ?? { family: value.family, values: new Set(), accounts: new Set() };
    kinds.set(value.kind, entry);
    entry.values.add(value.value);
    for (const account of holders) if (account !== self) entry.accounts.add(account);
  }
  return [...kinds]
    .map(
      ([kind, { family, values, accounts }]): GraphAround => ({
        kind,
        family,
        values: values.size,
        accounts: [...accounts].sort(),
      }),
    )
    .sort((one, other) => other.accounts.length - one.accounts.length || (one.kind < other.kind ? -1 : 1));
}
